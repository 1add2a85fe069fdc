/// Texts as Meta spells them: `{{1}}` and `{{name}}` for a variable.
///
/// A number means something within its own text only. It becomes a name that says where it stands,
/// `$(body_1)`, so that it can be told from others and found again on the way back.
extension Text {
  /// The text with what it spells in double braces as variables; `scope` is what numbers are called
  /// after.
  func unbraced(scope: @autoclosure () -> String, markup: Bool) -> Text {
    guard holds("{{") || holds("$(") else { return self }
    return Text(braces: string, at: place, scope: scope(), markup: markup)
  }

  private init(braces string: String, at place: Place, scope: String, markup: Bool) {
    var plain: [UInt8] = []
    var masked: [UInt8] = []
    let bytes = Array(string.utf8)
    var index = 0
    while index < bytes.count {
      if let (name, end) = Text.placeholder(in: bytes, at: index) {
        let variable = Array("$(\(Text.name(of: name, in: scope)))".utf8)
        plain += variable
        masked += variable
        index = end
        continue
      }
      plain.append(bytes[index])
      // What looks like a variable of the model's own spelling is text here.
      let isOpening =
        bytes[index] == UInt8(ascii: "$") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "(")
      masked.append(isOpening ? 0x7F : bytes[index])
      index += 1
    }
    let marks = Text.marks(in: String(decoding: masked, as: UTF8.self), markup: markup)
    self.init(String(decoding: plain, as: UTF8.self), marks: marks, at: place)
  }

  /// The name between double braces that begin at an index, and where they end.
  private static func placeholder(in bytes: [UInt8], at index: Int) -> (name: String, end: Int)? {
    guard index + 4 < bytes.count, bytes[index] == UInt8(ascii: "{"),
      bytes[index + 1] == UInt8(ascii: "{")
    else { return nil }
    var end = index + 2
    while end < bytes.count, bytes[end].isPlaceholderByte || bytes[end] == 0x20 { end += 1 }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "}"),
      bytes[end + 1] == UInt8(ascii: "}"), end - index < 50
    else { return nil }
    let name = String(decoding: bytes[index + 2..<end], as: UTF8.self).trimmed
    return name.isEmpty || name.utf8.contains(0x20) ? nil : (name, end + 2)
  }

  private static func name(of placeholder: String, in scope: String) -> String {
    guard placeholder.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return placeholder }
    return VariableScope.name(Int(placeholder) ?? 0, in: scope)
  }

  /// The text with double braces: a number where the name is one of the scope, else the name.
  func braced(scope: String?) -> String {
    if !hasVariables { return string }
    var result = ""
    var position = 0
    for mark in marks where mark.kind == .variable {
      let name = name(of: mark)
      let number = scope.flatMap { VariableScope.number(of: name, in: $0) }
      result += slice(position..<mark.lower)
      result += "{{" + (number.map { String($0) } ?? name) + "}}"
      position = mark.upper
    }
    return result + slice(position..<string.utf8.count)
  }
}

extension CloudReader {
  /// Names a number where variables are said to have names.
  func noteNumbers(_ source: inout Source, in text: Text) {
    guard isNamed, text.hasVariables else { return }
    let raw = source.tape.string(text.place)
    var rest = Substring(raw)
    while let open = rest.firstRange(of: "{{") {
      let digits = rest[open.upperBound...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, rest[digits.endIndex...].drop(while: { $0 == " " }).hasPrefix("}}") {
        return source.log.add(
          .variableStyleWrong, at: text.place, detail: "`{{\(digits)}}` is a number")
      }
      rest = rest[open.upperBound...]
    }
  }
}

extension Source {
  /// A text with its placeholders in double braces.
  mutating func braced<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, scope: @autoclosure () -> String, markup: Bool = false
  ) -> Text? {
    text(&fields, key, markup: markup)?.unbraced(scope: scope(), markup: markup)
  }
}

extension Output {
  /// A text with double braces.
  mutating func braced(_ key: StaticString, _ text: Text?, scope: String?) {
    guard let text else { return }
    string(key, text.braced(scope: scope), at: text.place)
  }
}

extension UInt8 {
  /// Whether a letter, a digit or an underscore.
  var isPlaceholderByte: Bool { isAlphanumeric || self == 0x5F }
}

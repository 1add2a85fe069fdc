/// How an export spells variables in its texts.
struct Placeholders: Sendable {
  /// What stands before the name or expression.
  var open: [UInt8] = []
  /// What stands behind it.
  var close: [UInt8] = []
  /// Whether an expression stands there, not a name.
  var isExpression = false

  /// Where the variable ends that may begin at an index, and what stands in it.
  func variable(in text: ArraySlice<UInt8>, at index: Int) -> (end: Int, inner: Range<Int>)? {
    guard text[index...].starts(with: open) else { return nil }
    let start = index + open.count
    let found = isExpression ? close(in: text, from: start, skipsQuotes: true) : nil
    guard let end = found ?? close(in: text, from: start, skipsQuotes: false) else { return nil }
    return (end + close.count, start..<end)
  }

  /// Where the closing delimiter stands.
  private func close(in text: ArraySlice<UInt8>, from start: Int, skipsQuotes: Bool) -> Int? {
    var index = start
    var quote: UInt8?
    while index < text.endIndex {
      let byte = text[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
      } else if skipsQuotes, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if text[index...].starts(with: close) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The name that a variable gets: its own, or one that is made of its expression.
  ///
  /// The same expression always gets the same name. Where its letters make none, their checksum
  /// does.
  static func name(of inner: ArraySlice<UInt8>, isExpression: Bool) -> [UInt8] {
    let trimmed = inner.trimmedSpace
    if !isExpression, (1...64).contains(trimmed.count), trimmed.allSatisfy(isPartOfName) {
      return Array(trimmed)
    }
    let isPath = trimmed.allSatisfy {
      isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
    if isPath, (1...64).contains(trimmed.count) {
      return trimmed.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }
    }
    var sum: UInt32 = 2_166_136_261
    for byte in trimmed { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(sum, radix: 16)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    return Array("expression_\(padded)".utf8)
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")")
      && byte != UInt8(ascii: "$")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}

extension Mapping {
  /// A variable that got a name of its own.
  struct Renaming {
    var spelling: String
    var name: String
  }

  /// The name that a variable has in texts, as the export spells it beside a sample.
  func variableName(_ spelled: ArraySlice<UInt8>) -> String {
    var name = spelled.trimmedSpace
    if !name.isEmpty, let (end, inner, _) = variable(in: name, at: name.startIndex),
      end == name.endIndex
    {
      name = name[inner]
    }
    let isExpression = content.variables.contains(where: \.isExpression)
    return String(
      decoding: isExpression ? Placeholders.name(of: name, isExpression: true) : Array(name),
      as: UTF8.self)
  }

  /// A text as the canonical form spells it; nil where it is spelled that way already.
  ///
  /// That is `$(name)` for variables, and a backslash before what would otherwise be read as markup
  /// or a variable.
  func respelled(_ text: ArraySlice<UInt8>, hasMarkup: Bool) -> (text: [UInt8], [Renaming])? {
    guard text.contains(where: { isSpecial($0) }) else { return nil }
    var result: [UInt8] = []
    var renamings: [Renaming] = []
    var index = text.startIndex
    while index < text.endIndex {
      if let (end, inner, isExpression) = variable(in: text, at: index) {
        let name = Placeholders.name(of: text[inner], isExpression: isExpression)
        if !text[inner].trimmedSpace.elementsEqual(name) {
          let spelling = String(decoding: text[index..<end], as: UTF8.self)
          renamings.append(
            Renaming(spelling: spelling, name: String(decoding: name, as: UTF8.self)))
        }
        result += [UInt8(ascii: "$"), UInt8(ascii: "(")] + name + [UInt8(ascii: ")")]
        index = end
        continue
      }
      if wantsEscape(text, index, hasMarkup) { result.append(UInt8(ascii: "\\")) }
      result.append(text[index])
      index += 1
    }
    return result.elementsEqual(text) ? nil : (result, renamings)
  }

  private func variable(in text: ArraySlice<UInt8>, at index: Int)
    -> (end: Int, inner: Range<Int>, isExpression: Bool)?
  {
    for placeholders in content.variables where placeholders.open.first == text[index] {
      if let (end, inner) = placeholders.variable(in: text, at: index),
        !text[inner].trimmedSpace.isEmpty
      {
        return (end, inner, placeholders.isExpression)
      }
    }
    return nil
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "`"), UInt8(ascii: "$"):
      true
    default: content.variables.contains { $0.open.first == byte }
    }
  }

  private func wantsEscape(_ text: ArraySlice<UInt8>, _ index: Int, _ hasMarkup: Bool) -> Bool {
    switch text[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
      return hasMarkup && !content.hasMarkup
    case UInt8(ascii: "$"):
      return index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "(")
    case UInt8(ascii: "\\"):
      guard index + 1 < text.endIndex else { return false }
      return "\\*_~`$".utf8.contains(text[index + 1])
    default: return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without the white space at both ends.
  var trimmedSpace: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

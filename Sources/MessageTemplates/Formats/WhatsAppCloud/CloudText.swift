/// Texts as Meta spells them: `{{1}}` and `{{name}}` for a variable.
///
/// A number means something within its own text only. It becomes a name that says where it stands,
/// `$(body_1)`, so that it can be told from others and found again on the way back.
extension Text {
  /// A text in which nothing was looked for yet, with what it spells in double braces as variables;
  /// `scope` is what numbers are called after.
  fileprivate func unbraced(
    scope: @autoclosure () -> String, markup: Bool, in arena: Arena?
  ) -> Text {
    guard holds("{{") || holds("$(") else {
      return markup ? withBytes { Text($0, markup: true, at: place, in: arena) } : self
    }
    var reading = BraceReading(scope: scope(), room: count)
    withBytes { reading.read($0) }
    return reading.text(markup: markup, at: place, in: arena)
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
  func noteNumbers(_ source: inout Source, in text: Text, scope: String) {
    guard isNamed, text.mayHoldNumbers(in: scope) else { return }
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

extension Text {
  /// Whether numbers may have stood in double braces, besides what is a variable.
  fileprivate func mayHoldNumbers(in scope: String) -> Bool {
    guard hasVariables else { return false }
    return holds("{{") || holdsNumber(of: scope)
  }

  private func holdsNumber(of scope: String) -> Bool {
    withMarks { marks in
      for mark in marks where mark.kind == .variable {
        if VariableScope.number(of: part(nameRange(of: mark)), in: scope) != nil { return true }
      }
      return false
    }
  }
}

extension Source {
  /// A text with its placeholders in double braces.
  mutating func braced<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, scope: @autoclosure () -> String, markup: Bool = false
  ) -> Text? {
    plain(&fields, key)?.unbraced(
      scope: scope(), markup: markup, in: ownsTexts ? nil : arena)
  }
}

extension Output {
  /// A text with double braces.
  mutating func braced(_ key: StaticString, _ text: Text?, scope: String?) {
    guard let text else { return }
    string(key, text.braced(scope: scope), at: text.place)
  }
}

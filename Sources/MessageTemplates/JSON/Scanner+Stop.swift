extension Scanner {
  /// Why and where the scanner stopped: small, so that the loop hands it on for nothing.
  struct Stop: Error {
    /// What was expected instead.
    enum Reason: Equatable {
      case value, key, colon, commaOrBrace, commaOrBracket, rest
      case stringEnd, unicode, escape, hexadecimal
      case digit, leadingZero
      case word(Token.Kind)
      case depth
      /// There was no room for more tokens.
      case full
    }

    let reason: Reason
    let offset: Int

    init(_ reason: Reason, at offset: Int) {
      self.reason = reason
      self.offset = offset
    }
  }
}

extension ReadError {
  /// What stopped the scanner, for people.
  init(_ stop: Scanner.Stop, in bytes: [UInt8], end: Int) {
    self.init(
      found: stop.reason == .depth
        ? "nesting deeper than \(Scanner.depthLimit)" : bytes.found(at: stop.offset, end: end),
      expected: stop.expected(isAtEnd: stop.offset >= end), offset: stop.offset)
  }
}

extension Scanner.Stop {
  fileprivate func expected(isAtEnd: Bool) -> String {
    switch reason {
    case .value: "a JSON value"
    case .key: "a key in quotes"
    case .colon: "a colon"
    case .commaOrBrace: "a comma or }"
    case .commaOrBracket: "a comma or ]"
    case .rest: "the end of the document"
    case .stringEnd: isAtEnd ? "the end of the string" : "an escaped control character"
    case .unicode: "UTF-8"
    case .escape: "an escape: one of \" \\ / b f n r t u"
    case .hexadecimal: "four hexadecimal digits"
    case .digit: "a digit"
    case .leadingZero: "no digit after a leading zero"
    case .word(let kind): kind == .yes ? "true" : kind == .no ? "false" : "null"
    case .depth: "at most \(Scanner.depthLimit) levels"
    case .full: "fewer values"
    }
  }
}

extension [UInt8] {
  /// What stands at an offset.
  fileprivate func found(at offset: Int, end: Int) -> String {
    if offset >= end { return "the end of the input" }
    let byte = self[offset]
    if byte >= 0x21, byte < 0x7F { return "`\(Character(UnicodeScalar(byte)))`" }
    let hex = String(byte, radix: 16, uppercase: true)
    return "the byte 0x\(byte < 16 ? "0" : "")\(hex)"
  }
}

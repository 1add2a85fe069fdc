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

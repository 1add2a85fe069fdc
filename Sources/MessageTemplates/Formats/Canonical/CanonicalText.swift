/// Texts in the canonical form: a backslash makes a character mean itself.
///
/// It stands only where a text would otherwise be read as something else: before an asterisk that
/// is no markup but looks like it, or before `$(` that begins no variable.
extension Text {
  private static let specials: Set<UInt8> = Set("\\*_~`$".utf8)
  /// Stands for an escaped character while marks are sought: no letter, no space, no delimiter.
  private static let mask: UInt8 = 0x7F

  /// The text as the canonical form spells it.
  func canonicalSpelling(markup: Bool) -> String {
    let bytes = Array(string.utf8)
    let looksRight = marks == Text.marks(in: string, markup: markup)
    if looksRight, !Text.hasEscape(bytes) { return string }
    var delimiters = Set<Int>()
    for mark in marks {
      let closing = mark.kind == .variable ? 1 : Int(mark.delimiter)
      delimiters.formUnion(mark.lower..<mark.lower + Int(mark.delimiter))
      delimiters.formUnion(mark.upper - closing..<mark.upper)
    }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if Text.specials.contains(byte), !delimiters.contains(index) {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads a text that the canonical form spells.
  init(canonical spelling: String, at place: Place, markup: Bool) {
    let bytes = Array(spelling.utf8)
    guard Text.hasEscape(bytes) else {
      self.init(spelling, at: place, markup: markup)
      return
    }
    var plain: [UInt8] = []
    var masked: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isEscape = Text.isEscape(bytes, at: index)
      if isEscape { index += 1 }
      plain.append(bytes[index])
      masked.append(isEscape ? Text.mask : bytes[index])
      index += 1
    }
    let marks = Text.marks(in: String(decoding: masked, as: UTF8.self), markup: markup)
    self.init(String(decoding: plain, as: UTF8.self), marks: marks, at: place)
  }

  private static func hasEscape(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { isEscape(bytes, at: $0) }
  }

  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count
      && specials.contains(bytes[index + 1])
  }
}

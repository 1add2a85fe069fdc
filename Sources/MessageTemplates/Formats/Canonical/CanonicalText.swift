/// Texts in the canonical form: a backslash makes a character mean itself.
///
/// It stands only where a text would otherwise be read as something else: before an asterisk that
/// is no markup but looks like it, before `$(` that begins no variable, before a line break within
/// markup. A backslash and a bar say nothing themselves: they keep a delimiter apart from a letter
/// or a space, where markup stands within a word.
extension Text {
  private static let specials: Set<UInt8> = Set("\\*_~`$|\n".utf8)
  private static let bar = UInt8(ascii: "|")
  /// Stands for an escaped character while marks are sought: no letter, no space, no delimiter.
  private static let mask: UInt8 = 0x7F

  /// Whether the canonical form spells the text as it stands; sometimes it does where this says no.
  func isCanonical(markup: Bool) -> Bool {
    withBytes { bytes in
      if bytes.firstIndex(of: UInt8(ascii: "\\"), from: 0) < bytes.count { return false }
      if markCount == 0, !bytes.mayHoldMark { return true }
      var finder = MarkFinder()
      finder.find(in: bytes, markup: markup)
      return withMarks { $0.elementsEqual(finder.marks.values) }
    }
  }

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
    let borders = borders(bytes)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if borders.contains(index) { result += [UInt8(ascii: "\\"), Text.bar] }
      let isPlain = byte == Text.bar || (byte == 0x0A && !isMarkedUp(index))
      if Text.specials.contains(byte), !delimiters.contains(index), !isPlain {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where a delimiter has to be kept apart from what stands beside it.
  private func borders(_ bytes: [UInt8]) -> Set<Int> {
    var borders = Set<Int>()
    for mark in marks where mark.kind != .variable && mark.kind != .code {
      let inner = mark.lower + Int(mark.delimiter)..<mark.upper - Int(mark.delimiter)
      if mark.lower > 0, bytes[mark.lower - 1].isAlphanumeric { borders.insert(mark.lower) }
      if mark.upper < bytes.count, bytes[mark.upper].isAlphanumeric { borders.insert(mark.upper) }
      if bytes[inner.lowerBound] <= 0x20 { borders.insert(inner.lowerBound) }
      if bytes[inner.upperBound - 1] <= 0x20 { borders.insert(inner.upperBound) }
    }
    return borders
  }

  /// Whether a byte stands within markup that does not span lines.
  private func isMarkedUp(_ index: Int) -> Bool {
    withMarks { marks in
      marks.contains { $0.kind != .variable && $0.kind != .code && $0.range.contains(index) }
    }
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
    var bars: [Int] = []
    var index = 0
    while index < bytes.count {
      let isEscape = Text.isEscape(bytes, at: index)
      if isEscape { index += 1 }
      if isEscape, bytes[index] == Text.bar {
        bars.append(masked.count)
      } else {
        plain.append(bytes[index])
      }
      masked.append(isEscape ? Text.mask : bytes[index])
      index += 1
    }
    let marks = Text.marks(in: String(decoding: masked, as: UTF8.self), markup: markup)
    self.init(
      String(decoding: plain, as: UTF8.self), marks: marks.map { $0.without(bars) }, at: place)
  }

  private static func hasEscape(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { isEscape(bytes, at: $0) }
  }

  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count
      && specials.contains(bytes[index + 1])
  }
}

extension Mark {
  /// The mark in a text without the bars that stood at some places.
  fileprivate func without(_ bars: [Int]) -> Mark {
    if bars.isEmpty { return self }
    let before = { (offset: Int) in bars.count { $0 < offset } }
    return Mark(kind, lower - before(lower)..<upper - before(upper), delimiter: Int(delimiter))
  }
}

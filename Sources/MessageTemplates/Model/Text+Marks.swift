internal import CBytes

/// Finding variables and markup.
///
/// Markup follows the WhatsApp help page: a delimiter opens before a character that is no space
/// and after none that belongs to a word, closes the other way round, and does not span lines.
/// Nothing inside a variable is markup; inside code only variables are.
extension Text {
  /// The variables and, if wanted, the markup of a string.
  static func marks(in string: String, markup: Bool) -> [Mark] {
    var finder = MarkFinder()
    var native = string
    native.withUTF8 { finder.find(in: $0, markup: markup) }
    return Array(finder.marks.values)
  }
}

extension Text {
  /// Whether markup would be found in the text, were it sought.
  var looksMarkedUp: Bool {
    withBytes { bytes in
      if !bytes.holdsDelimiter { return false }
      var finder = MarkFinder()
      finder.find(in: bytes, markup: true)
      return finder.marks.values.contains { $0.kind != .variable }
    }
  }

  /// Whether there may be other marks to see than there are, in a text or in one that it is part
  /// of; markup other than code does not span lines.
  @inline(__always)
  func mayLookMarkedUp(in arena: Arena?) -> Bool {
    let first = withBytes { $0.firstDelimiter(from: 0) }
    return first < count && mayLookMarkedUp(from: first, in: arena)
  }

  /// The same of a text whose first delimiter is known.
  @inline(never)
  private func mayLookMarkedUp(from first: Int, in arena: Arena?) -> Bool {
    withBytes { bytes in
      if !bytes.canOpenMark(from: first), !hasMarkup, bytes.count(of: "$(") == variableCount {
        return false
      }
      if bytes.firstIndex(of: UInt8(ascii: "`"), from: first) < bytes.count { return true }
      if let arena { return withMarks { !arena.finds($0, in: bytes) } }
      var finder = MarkFinder()
      finder.find(in: bytes, markup: true)
      return withMarks { !$0.elementsEqual(finder.marks.values) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands next that can begin or end markup; the end where none does.
  @inline(__always)
  fileprivate func firstDelimiter(from start: Int) -> Int {
    baseAddress.map { bytes_find_delimiter($0, start, count) } ?? count
  }

  /// Whether markup can begin at a delimiter or behind it: code, or before a word and in none.
  fileprivate func canOpenMark(from delimiter: Int) -> Bool {
    var index = delimiter
    while index < count {
      if self[index] == UInt8(ascii: "`") { return true }
      let isInWord = index > 0 && self[index - 1].isAlphanumeric
      if !isInWord, index + 1 < count, self[index + 1] > 0x20 { return true }
      index = firstDelimiter(from: index + 1)
    }
    return false
  }
}

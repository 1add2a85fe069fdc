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
  func mayLookMarkedUp(in arena: Arena?) -> Bool {
    withBytes { bytes in
      if !bytes.holdsDelimiter { return false }
      if bytes.firstIndex(of: UInt8(ascii: "`"), from: 0) < bytes.count { return true }
      if let arena { return withMarks { !arena.finds($0, in: bytes) } }
      var finder = MarkFinder()
      finder.find(in: bytes, markup: true)
      return withMarks { !$0.elementsEqual(finder.marks.values) }
    }
  }
}

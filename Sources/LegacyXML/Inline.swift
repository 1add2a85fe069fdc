/// A text as it is put together out of words and the elements or tags among them.
struct Inline {
  var text: [UInt8] = []
  var renamings: [Mapping.Renaming] = []
  /// The delimiters of the elements that are open, outermost first.
  var marks: [UInt8] = []
  /// The elements whose meaning is not known.
  private(set) var unknown: [String] = []
  /// Whether tags and references stand in the words themselves.
  let isHTML: Bool
  /// Whether words can be marked up.
  let hasMarkup: Bool
  /// Whether an element begins lines, so that breaks and indents of the source are layout.
  let hasLayout: Bool

  init(isHTML: Bool, hasMarkup: Bool, hasLayout: Bool) {
    self.isHTML = isHTML
    self.hasMarkup = hasMarkup
    self.hasLayout = hasLayout
  }

  /// Adds words as they are, or with their layout as one space.
  mutating func add(_ words: ArraySlice<UInt8>) {
    if !hasLayout {
      text += words
      return
    }
    for byte in words {
      let isSpace = byte <= 0x20
      if isSpace, text.last.map({ $0 <= 0x20 }) ?? true { continue }
      text.append(isSpace ? UInt8(ascii: " ") : byte)
    }
  }

  mutating func breakLine() {
    while text.last == UInt8(ascii: " ") { text.removeLast() }
    text.append(UInt8(ascii: "\n"))
  }

  mutating func addUnknown(_ name: String) {
    if !unknown.contains(name) { unknown.append(name) }
  }

  /// Begins what an element does to its words; how many bytes its delimiters have.
  mutating func begin(_ meaning: String?) -> Int {
    guard hasMarkup, let meaning, let mark = Inline.marks[meaning] else { return 0 }
    marks += mark
    return mark.count
  }

  /// How the canonical form marks words up.
  private static let marks: [String: [UInt8]] = [
    "bold": [UInt8(ascii: "*")], "italic": [UInt8(ascii: "_")], "strike": [UInt8(ascii: "~")],
    "code": Array("```".utf8),
  ]
}

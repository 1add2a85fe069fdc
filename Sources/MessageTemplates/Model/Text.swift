/// A text with its variables and markup.
///
/// The string is spelled as most channels spell it: `$(name)` for a variable, `*bold*`,
/// `_italic_`, `~strike~`, `` `code` ``.
/// What of it is a variable or markup stands in ``marks``: an asterisk outside all marks is an
/// asterisk.
public struct Text: Hashable, Sendable {
  /// The text, variables and marks spelled out.
  public private(set) var string: String
  /// The variables and the marked-up stretches, in the order they begin.
  public private(set) var marks: [Mark]
  /// Where the text stood in the source.
  package var place: Place

  /// Makes a text, finding variables and markup in it.
  ///
  /// For example: `Text("Hello $(name), *welcome*")` holds a variable and a bold word.
  public init(_ string: String) {
    self.init(string, at: .nowhere)
  }

  /// Makes a text that was read, finding variables and, if wanted, markup in it.
  package init(_ string: String, at place: Place, markup: Bool = true) {
    self.string = string
    self.place = place
    marks = Text.marks(in: string, markup: markup)
  }

  /// Makes a text whose marks are known.
  package init(_ string: String, marks: [Mark], at place: Place) {
    self.string = string
    self.marks = marks
    self.place = place
  }

  /// Makes a text in which nothing is a variable or markup.
  package static func plain(_ string: String, at place: Place = .nowhere) -> Text {
    Text(string, marks: [], at: place)
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { string.isEmpty }

  /// Whether there is nothing to read but white space.
  package var isBlank: Bool { string.consists { $0 <= 0x20 } }

  /// Whether there is nothing but white space in a stretch of the string.
  package func isBlank(_ range: Range<Int>) -> Bool {
    slice(range).utf8.allSatisfy { $0 <= 0x20 }
  }

  /// Whether a variable stands in the text.
  public var hasVariables: Bool { marks.contains { $0.kind == .variable } }

  /// Whether a part of the text is marked up.
  package var hasMarkup: Bool { marks.contains { $0.kind != .variable } }

  /// Whether a closing mark is followed by neither a space nor the end.
  package var hasCrampedMark: Bool {
    marks.contains { mark in
      guard mark.kind != .variable, mark.upper < string.utf8.count else { return false }
      return slice(mark.upper..<mark.upper + 1).utf8.first.map { $0 > 0x20 } ?? false
    }
  }

  /// The names of the variables, in order, each as often as it stands.
  public var variables: [String] {
    marks.lazy.filter { $0.kind == .variable }.map { name(of: $0) }
  }

  /// The name inside a variable's mark.
  package func name(of mark: Mark) -> String {
    let name = string.stretch(mark.lower + 2..<mark.upper - 1)
    return name.hasSpaceAtEnds ? name.trimmed : name
  }

  /// A stretch of the string, by UTF-8 offsets.
  package func slice(_ range: Range<Int>) -> Substring {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return string[start..<end]
  }
}

extension Text: ExpressibleByStringLiteral {
  /// Makes a text as ``init(_:)`` does.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Text {
  /// Adds a text at the end.
  package mutating func append(_ other: Text) {
    let shift = string.utf8.count
    string += other.string
    if other.marks.isEmpty { return }
    marks.reserveCapacity(marks.count + other.marks.count)
    for mark in other.marks { marks.append(mark.moved(by: shift)) }
  }

  /// Makes room for a text of so many bytes.
  package mutating func reserve(_ count: Int) { string.reserveCapacity(count) }

  /// Adds a string in which nothing is a variable or markup.
  package mutating func append(literal other: String) { string += other }
}

extension String {
  /// Without the white space at both ends.
  package var trimmed: String { hasSpaceAtEnds ? Substring(self).trimmed : self }
}

extension Substring {
  /// Without the white space at both ends.
  package var trimmed: String {
    guard let first = utf8.firstIndex(where: { $0 > 0x20 }),
      let last = utf8.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(self[first...last])
  }
}

/// A text with its variables and markup.
///
/// It is spelled as most channels spell it: `$(name)` for a variable, `*bold*`, `_italic_`,
/// `~strike~`, `` `code` ``.
/// What of it is a variable or markup stands in ``marks``: an asterisk outside all marks is an
/// asterisk.
public struct Text: @unchecked Sendable {
  private var start: UnsafePointer<UInt8>
  private var firstMark: UnsafePointer<Mark>
  private var length: UInt32
  private var markLength: UInt32
  /// Where the text stood in the source.
  package var place: Place
  /// What keeps the memory; none for a text that lives in an ``Arena``.
  private var owner: TextMemory?

  init(
    _ start: UnsafePointer<UInt8>, _ count: Int, marks: UnsafePointer<Mark>, _ markCount: Int,
    owner: TextMemory?, at place: Place
  ) {
    self.start = start
    firstMark = marks
    length = UInt32(truncatingIfNeeded: count)
    markLength = UInt32(truncatingIfNeeded: markCount)
    self.owner = owner
    self.place = place
  }

  /// Makes a text, finding variables and markup in it.
  ///
  /// For example: `Text("Hello $(name), *welcome*")` holds a variable and a bold word.
  public init(_ string: String) {
    self.init(string, at: .nowhere)
  }

  /// Makes a text that was read, finding variables and, if wanted, markup in it.
  package init(_ string: String, at place: Place, markup: Bool = true) {
    self.init(string, marks: Text.marks(in: string, markup: markup), at: place)
  }

  /// Makes a text whose marks are known.
  package init(_ string: String, marks: [Mark], at place: Place) {
    var builder = TextBuilder(bytes: string.utf8.count, marks: marks.count, in: nil)
    for mark in marks { builder.add(mark) }
    builder.append(string)
    self = builder.finished(at: place)
  }

  /// Makes a text in which nothing is a variable or markup.
  package static func plain(_ string: String, at place: Place = .nowhere) -> Text {
    Text(string, marks: [], at: place)
  }

  /// The text that says nothing.
  static let empty = plain("")

  /// Makes a text in which nothing is a variable or markup, in an arena.
  static func plain(_ string: String, at place: Place = .nowhere, in arena: Arena?) -> Text {
    var builder = TextBuilder(bytes: string.utf8.count, marks: 0, in: arena)
    builder.append(string)
    return builder.finished(at: place)
  }

  /// Makes a text of bytes that are UTF-8, finding variables and, if wanted, markup.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, markup: Bool, at place: Place, in arena: Arena?
  ) {
    if let arena {
      self = arena.text(bytes, markup: markup, at: place)
    } else {
      self.init(String(copying: UTF8Span(unchecked: bytes.span)), at: place, markup: markup)
    }
  }

  /// Makes a text of bytes that are UTF-8, in which nothing is a variable or markup.
  init(plain bytes: UnsafeBufferPointer<UInt8>, at place: Place, in arena: Arena?) {
    self =
      arena?.plain(bytes, at: place)
      ?? .plain(String(copying: UTF8Span(unchecked: bytes.span)), at: place)
  }

  /// The text, variables and marks spelled out.
  public var string: String {
    withBytes { String(copying: UTF8Span(unchecked: $0.span)) }
  }

  /// The variables and the marked-up stretches, in the order they begin.
  public var marks: [Mark] { withMarks { Array($0) } }

  /// What keeps the memory; none for a text that lives in an arena.
  var memory: TextMemory? { owner }

  /// How many UTF-8 bytes the text has.
  package var count: Int { Int(length) }

  /// How many variables and marked-up stretches there are.
  var markCount: Int { Int(markLength) }

  /// Calls with the UTF-8 bytes.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withExtendedLifetime(owner) { body(UnsafeBufferPointer(start: start, count: Int(length))) }
  }

  /// The UTF-8 bytes, as long as the text is there.
  @inline(__always)
  fileprivate var run: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: Int(length))
  }

  /// Calls with the marks.
  @inline(__always)
  func withMarks<Result>(_ body: (UnsafeBufferPointer<Mark>) -> Result) -> Result {
    withExtendedLifetime(owner) {
      body(UnsafeBufferPointer(start: firstMark, count: Int(markLength)))
    }
  }

  /// A stretch of the text, without marks.
  func part(_ range: Range<Int>) -> Text {
    var copy = self
    copy.start += range.lowerBound
    copy.length = UInt32(truncatingIfNeeded: range.count)
    copy.markLength = 0
    return copy
  }

  /// The same text to a border between characters, with as many of its marks as end by then.
  func prefix(_ count: Int, marks: Int) -> Text {
    var copy = self
    copy.length = UInt32(truncatingIfNeeded: count)
    copy.markLength = UInt32(truncatingIfNeeded: marks)
    return copy
  }
}

extension Text? {
  /// Calls with the UTF-8 bytes and the place of a text that is there, which is not copied.
  @inline(__always)
  func withRun(_ body: (UnsafeBufferPointer<UInt8>, Place) -> Void) {
    withExtendedLifetime(self) {
      guard let (bytes, place) = run else { return }
      body(bytes, place)
    }
  }

  @inline(__always)
  private var run: (UnsafeBufferPointer<UInt8>, Place)? {
    switch self {
    case .none: nil
    case .some(let text): (text.run, text.place)
    }
  }
}

extension Text: Hashable {
  /// Texts are equal when they read the same and the same of them is a variable or markup.
  public static func == (a: Text, b: Text) -> Bool {
    a.hasSameBytes(as: b) && a.hasSameMarks(as: b)
  }

  /// Hashes the bytes and the marks.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    withMarks { for mark in $0 { hasher.combine(mark) } }
  }

  func hasSameMarks(as other: Text) -> Bool {
    markLength == other.markLength
      && withMarks { own in other.withMarks { own.elementsEqual($0) } }
  }

  func hasSameBytes(as other: Text) -> Bool {
    length == other.length && withBytes { own in other.withBytes { own.isEqual(to: $0) } }
  }
}

extension Text: ExpressibleByStringLiteral {
  /// Makes a text as ``init(_:)`` does.
  public init(stringLiteral value: String) { self.init(value) }
}

/// One value of a JSON document, with its key.
///
/// Tokens stand in preorder, so that a subtree is the range from its own index up to ``next``.
/// Offsets are into the bytes of the ``Tape``; those of a string leave out its quotation marks.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case object, array, string, number, yes, no, null
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The string holds an escape.
    static let escaped = Flags(rawValue: 1)
    /// The key holds an escape.
    static let keyEscaped = Flags(rawValue: 2)
    /// A `\u` escape is half of a surrogate pair.
    static let loneSurrogate = Flags(rawValue: 4)
    /// The value is the member of an object.
    static let hasKey = Flags(rawValue: 8)
    /// The string holds JSON, which was opened as a document of its own.
    static let opened = Flags(rawValue: 16)
    /// The string holds a byte beyond ASCII.
    static let wide = Flags(rawValue: 32)
    /// A reader of another notation made the value; it stands in no source.
    static let made = Flags(rawValue: 64)
  }

  var start: UInt32
  var end: UInt32
  var next: Int32
  var keyStart: UInt32
  var keyEnd: UInt32
  var kind: Kind
  var flags: Flags

  @inline(__always)
  var isContainer: Bool { kind == .object || kind == .array }
  var range: Range<Int> { Int(start)..<Int(end) }
  var keyRange: Range<Int> { Int(keyStart)..<Int(keyEnd) }
  /// The value as it is spelled, quotation marks and all.
  var spelledRange: Range<Int> {
    kind == .string ? Int(start) - 1..<Int(end) + 1 : range
  }
}

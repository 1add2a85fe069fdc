import MessageTemplates

/// A piece of work: a whole document, or a block of lines.
struct Chunk: Sendable {
  /// How the bytes are to be read.
  enum Kind { case document, lines }

  /// Its place among all pieces.
  var number = 0
  /// The input's place among all inputs.
  var input = 0
  /// The input's name.
  var name = ""
  /// The number of the first line.
  var firstLine = 1
  var kind = Kind.document
  var bytes: [UInt8] = []
  /// The templates of an export in XML; there are no bytes then.
  var export: ForeignDocument?
  /// Why there are no bytes.
  var problem: ReadError?
  /// Whether it stands for no template at all, not even one that failed.
  var isPlaceless = false
  /// How many templates of the input stood in earlier pieces.
  var firstIndex = 0
  /// How many bytes of the input it took.
  var size = 0
  /// Whether the input ends with it.
  var isLast = true

  /// How much work it makes, in pieces of 64 KiB; a very long line or document counts as a MiB.
  ///
  /// So many may be under way at once that lines of a MiB take no more memory than short ones.
  var cost: Int {
    let bytes = export.map { max($0.bytes.count, size) } ?? bytes.count
    return min(max(bytes >> 16, 1), 16)
  }

  /// From how many bytes a line is a piece of its own.
  static let longLine = 1 << 18
  /// How much work may be under way.
  static let budget = 96

  /// Forgets the bytes, once nobody needs them any more.
  mutating func drop() {
    size += bytes.count
    bytes = []
  }
}

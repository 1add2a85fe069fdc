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
}

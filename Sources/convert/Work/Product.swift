/// What became of a piece of work.
struct Product: Sendable {
  /// The piece's place among all pieces.
  let number: Int
  /// The input's place among all inputs.
  let input: Int
  /// Whether the input ends with it.
  let isLast: Bool
  /// How many bytes it had.
  let size: Int
  /// How many lines it had; none for a document.
  var lines = 0
  /// The outputs, put together as far as one piece of work can.
  var output = Numbered()
  /// How many outputs there are, failed ones included.
  var items = 0
  /// Whether the whole is one template that failed: nothing is written.
  var isNothing = false
  var account: Account

  init(_ chunk: Chunk, _ reporting: Reporting, _ pipeline: Pipeline) {
    number = chunk.number
    input = chunk.input
    isLast = chunk.isLast
    size = chunk.bytes.count + chunk.size
    account = Account(reporting, of: chunk, pipeline)
  }

  /// How many more templates than lines there were.
  var surplus: Int { lines > 0 ? account.tally.templates - lines : 0 }
}

/// Does pieces of work, and keeps its memory between them.
protocol Worker {
  /// Does a piece of work, and may take its bytes; long reports are handed on before it is done.
  mutating func work(on chunk: inout Chunk, reportingTo pipeline: Pipeline) -> Product
}

import LegacyXML
import MessageTemplates

/// Cuts the inputs into pieces of work, in order.
struct Feed {
  private let inputs: [Input]
  private let readsLines: Bool
  private let blockSize: Int
  private var current = 0
  private var number = 0
  private var line = 1
  private var reader: (blocks: BlockReader, descriptor: Int32)?
  private var export: ExportReader?
  private var index = 0
  private let mapping: Mapping?

  /// Starts on inputs.
  ///
  /// - Parameters:
  ///   - inputs: What to read, in order.
  ///   - readsLines: Whether every input holds a document a line, whatever its name.
  ///   - blockSize: How many bytes of lines make a piece.
  ///   - mapping: What the inputs mean, if all are exports in XML.
  init(_ inputs: [Input], readsLines: Bool, blockSize: Int, mapping: Mapping? = nil) {
    self.inputs = inputs
    self.mapping = mapping
    self.readsLines = readsLines
    self.blockSize = blockSize
  }

  /// Whether there may be more.
  var hasMore: Bool { current < inputs.count }

  /// Ends early.
  mutating func stop() { current = inputs.count }

  /// The next piece; nil at the end.
  mutating func next() -> Chunk? {
    guard hasMore else { return nil }
    let input = inputs[current]
    var chunk = Chunk(number: number, input: current, name: input.name, firstLine: line)
    number += 1
    do throws(Failure) {
      if let problem = input.problem {
        chunk.problem = problem
        chunk.isPlaceless = true
      } else if reader == nil {
        try begin(input, &chunk)
      } else if let export {
        try fill(&chunk, from: export)
      } else {
        try fill(&chunk)
      }
    } catch {
      chunk.problem = ReadError(error, input.name)
      chunk.isLast = true
    }
    if chunk.isLast { end() }
    return chunk
  }

  /// Opens an input, and finds out how it is to be read.
  private mutating func begin(_ input: Input, _ chunk: inout Chunk) throws(Failure) {
    let descriptor = input.isStandardInput ? STDIN_FILENO : try File.open(input.name)
    var blocks = BlockReader(descriptor, size: blockSize)
    reader = (blocks, descriptor)
    let first = try blocks.peek()
    if mapping != nil || ExportReader.reads(first) {
      reader = (blocks, descriptor)
      let export = ExportReader(mapping)
      self.export = export
      return try fill(&chunk, from: export)
    }
    chunk.bytes = try blocks.next()
    let isLines = readsLines || input.isNamedLines
    while !isLines, !blocks.isAtEnd, chunk.bytes.secondLine == nil {
      chunk.bytes += try blocks.next()
    }
    chunk.problem = ReadError(foreign: chunk.bytes.span)
    if chunk.problem != nil { return }
    if isLines || chunk.bytes.holdsLines {
      chunk.kind = .lines
      chunk.isLast = blocks.isAtEnd
      line += chunk.bytes.newlines
    } else {
      if !blocks.isAtEnd {
        chunk.bytes.reserveCapacity(input.path.size + 1)
        try blocks.rest(onto: &chunk.bytes)
      }
    }
    reader = (blocks, descriptor)
  }

  /// Reads the next lines of an input that was begun.
  private mutating func fill(_ chunk: inout Chunk) throws(Failure) {
    chunk.kind = .lines
    chunk.bytes = try reader?.blocks.next() ?? []
    chunk.isLast = reader?.blocks.isAtEnd ?? true
    line += chunk.bytes.newlines
  }

  /// Reads the next templates of an export that was begun.
  private mutating func fill(_ chunk: inout Chunk, from export: ExportReader) throws(Failure) {
    chunk.firstIndex = index
    while chunk.export == nil {
      let bytes = try reader?.blocks.bytes() ?? []
      chunk.size += bytes.count
      if bytes.isEmpty { export.finish() } else { export.feed(bytes[...]) }
      chunk.export = export.next()
      if chunk.export == nil, export.isAtEnd { break }
    }
    index += chunk.export?.templates.count ?? 0
    chunk.isLast = export.isAtEnd && !export.hasMore
  }

  private mutating func end() {
    export = nil
    index = 0
    if let reader, reader.descriptor != STDIN_FILENO { close(reader.descriptor) }
    reader = nil
    line = 1
    current += 1
  }
}

extension ReadError {
  /// A file that could not be opened or read.
  fileprivate init(_ failure: Failure, _ name: String) {
    let reason = failure.reason
    self = .unreadable(
      found: reason.prefix(1).lowercased() + reason.dropFirst(), expected: "a file that can be read"
    )
  }
}

/// Lines and columns of one place after another; those that come in order cost little.
struct LineCursor: Sendable {
  private var offset = 0
  private var line = 1
  private var start = 0

  /// Starts on another document.
  mutating func reset() { self = LineCursor() }

  /// Line and column of a value in the document, both from 1, the column in UTF-8 bytes.
  mutating func location(of place: Place, in tape: Tape) -> (line: Int, column: Int) {
    guard place.exists else { return (1, 1) }
    if let origin = tape.origin {
      // A text in JSON begins with its quotation mark.
      let isQuoted =
        Int(place.token) >= tape.documentTokens && tape.tokens[Int(place.token)].kind == .string
      return tape.location(of: place.token, offset: isQuoted ? -1 : 0, in: origin)
    }
    let offset = tape.tokens[Int(place.token)].spelledRange.lowerBound
    return location(ofByte: tape.sourceOffset(offset), in: tape)
  }

  /// The same, where the tape's memory is at hand.
  @inline(__always)
  mutating func location(of place: Place, in tape: Tape, _ view: TapeView)
    -> (line: Int, column: Int)
  {
    guard view.isPlain, place.exists, Int(place.token) < view.documentTokens else {
      return location(of: place, in: tape)
    }
    let token = view.tokens[Int(place.token)]
    let end = Int(token.start) - (token.kind == .string ? 1 : 0)
    if end < offset { reset() }
    goOn(to: end, in: UnsafeBufferPointer(start: view.bytes, count: end))
    return (line, max(end - start, 0) + 1)
  }

  /// Counts the lines up to a byte.
  @inline(__always)
  private mutating func goOn(to end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    while offset < end {
      offset = bytes.firstIndex(of: 0x0A, from: offset)
      if offset == end { break }
      offset += 1
      line += 1
      start = offset
    }
  }

  /// Line and column of a byte of the document itself.
  mutating func location(ofByte place: Int, in tape: Tape) -> (line: Int, column: Int) {
    let end = min(place, tape.documentEnd)
    if !tape.lineStarts.isEmpty { return tape.indexedLocation(end) }
    if end < offset { reset() }
    tape.withBytes(0..<end) { goOn(to: end, in: $0) }
    return (line, max(end - start, 0) + 1)
  }
}

extension Tape {
  /// Line and column of a value in the document, both from 1, the column in UTF-8 bytes.
  func location(of place: Place) -> (line: Int, column: Int) {
    var cursor = LineCursor()
    return cursor.location(of: place, in: self)
  }

  /// An error whose offset was into the bytes, with its line and column.
  func located(_ error: ReadError) -> ReadError {
    var error = error
    var cursor = LineCursor()
    (error.line, error.column) = cursor.location(ofByte: error.offset, in: self)
    return error
  }

  fileprivate func indexedLocation(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return (low, offset - lineStarts[low - 1] + 1)
  }

  /// Where a byte of an opened text stood in the document that held it.
  fileprivate func sourceOffset(_ offset: Int) -> Int {
    guard offset >= documentEnd,
      let opening = openings.last(where: { $0.base <= offset })
    else { return offset }
    let parent = tokens[Int(opening.parent)]
    guard opening.layers == 1 else { return sourceOffset(Int(parent.start)) }
    return sourceOffset(Int(parent.start) + encodedLength(parent, upTo: offset - opening.base))
  }

  /// How many bytes of a string's spelling make its first decoded bytes.
  func encodedLength(_ token: Token, upTo decodedCount: Int) -> Int {
    guard token.flags.contains(.escaped) else { return decodedCount }
    return withBytes(token.range) { source in
      var (index, count) = (0, 0)
      while index < source.count, count < decodedCount {
        guard source[index] == UInt8(ascii: "\\") else {
          index += 1
          count += 1
          continue
        }
        let escape = escapeLength(source, at: index)
        count += escape.decoded
        index += escape.encoded
      }
      return index
    }
  }
}

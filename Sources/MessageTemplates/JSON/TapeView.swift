/// The memory of a tape and of what was written, for as long as nobody changes them.
struct TapeView {
  let tokens: UnsafePointer<Token>
  let bytes: UnsafePointer<UInt8>
  let fates: UnsafePointer<Fate>
  /// How many tokens there are, those of texts that were opened with them.
  let count: Int
  /// How many of them are the document's own.
  let documentTokens: Int
  /// Whether the document is none in JSON: its texts have no escapes, and its places are its own.
  let isForeign: Bool
  /// Whether a byte of the document is where its line and column are counted.
  let isPlain: Bool
  /// The bytes of each output.
  let documents: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>

  /// The text of a scalar; none for a container, or a text that was opened.
  @inline(__always)
  func text(of place: Place) -> SpelledText? {
    guard place.exists else { return nil }
    let token = tokens[Int(place.token)]
    if token.isContainer || token.flags.contains(.opened) { return nil }
    return SpelledText(
      UnsafeBufferPointer(start: bytes + Int(token.start), count: Int(token.end - token.start)),
      isEscaped: token.flags.contains(.escaped))
  }
}

/// A text as it stands in a document: within quotation marks, perhaps with escapes.
struct SpelledText {
  let bytes: UnsafeBufferPointer<UInt8>
  let isEscaped: Bool

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    self.bytes = bytes
    self.isEscaped = isEscaped
  }
}

extension Tape {
  /// Calls with the tape's memory.
  @inline(__always)
  fileprivate func withView<Result>(
    _ documents: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>,
    _ body: (TapeView) -> Result
  ) -> Result {
    let (isForeign, isPlain) = (origin != nil, origin == nil && lineStarts.isEmpty)
    return tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        fates.withUnsafeBufferPointer { fates in
          guard let first = tokens.baseAddress, let start = bytes.baseAddress,
            let fate = fates.baseAddress
          else { preconditionFailure("a document has a token") }
          return body(
            TapeView(
              tokens: first, bytes: start, fates: fate, count: tokens.count,
              documentTokens: documentTokens, isForeign: isForeign, isPlain: isPlain,
              documents: documents))
        }
      }
    }
  }
}

extension Conversion {
  /// Calls with the memory of the source and of the outputs.
  func withView<Result>(_ body: (TapeView) -> Result) -> Result {
    withUnsafeTemporaryAllocation(
      of: UnsafeBufferPointer<UInt8>.self, capacity: documents.count
    ) { room in
      hold(0, room, body)
    }
  }

  /// Calls with the outputs from one on where they are, and with those before.
  private func hold<Result>(
    _ index: Int, _ held: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>,
    _ body: (TapeView) -> Result
  ) -> Result {
    if index == held.count { return source.tape.withView(held, body) }
    return buffers[index].withBytes { bytes in
      held.initializeElement(at: index, to: bytes)
      return hold(index + 1, held, body)
    }
  }
}

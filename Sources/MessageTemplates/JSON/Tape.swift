/// A document as tokens, with the bytes they point into and the fate of each.
///
/// One tape serves a worker for all its documents: ``load(_:)`` starts it anew and keeps the memory.
/// Text that holds JSON can be opened as a document of its own; its decoded bytes and its tokens
/// are appended, and ``openings`` remembers where they came from.
struct Tape: Sendable {
  /// A text that holds JSON, opened.
  struct Opening: Sendable {
    /// The string's token.
    var parent: Int32
    /// The first token of the document within.
    var root: Int32
    /// Behind its last token.
    var end: Int32
    /// Where its decoded bytes begin.
    var base: Int
    /// How often the text was encoded: one `#` each in a pointer.
    var layers: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var tokens: [Token] = []
  var fates: [Fate] = []
  private(set) var openings: [Opening] = []
  private(set) var documentEnd = 0
  /// How many bytes there are to a token, at least, in what was seen so far.
  private var density = 8
  private(set) var documentTokens = 0
  /// Whether a text holds half of a surrogate pair.
  private(set) var hasLoneSurrogates = false
  /// Where the lines begin, once somebody asked for many places.
  private(set) var lineStarts: [Int] = []
  /// A value whose pointer is known: pointers below it begin there.
  private(set) var base: (place: Place, pointer: String)?
  /// Where the values stood, if the document is none in JSON.
  private(set) var origin: (any Origin)?

  /// Whether there is something about the document beside its tokens, fates and bytes.
  private var hasMore = false
  /// Whether the document is none in JSON.
  var isForeign: Bool { hasMore && origin != nil }

  /// Zero bytes behind each document, so that the scanner can load whole words.
  static let padding = 16

  /// Reads one document; whatever the tape held is gone.
  mutating func load(_ document: Span<UInt8>) throws(ReadError) {
    bytes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    fates.removeAll(keepingCapacity: true)
    forgetDocument()
    guard document.count < UInt32.max else {
      throw ReadError(found: "\(document.count) bytes", expected: "less than 4 GiB a document")
    }
    document.withUnsafeBufferPointer { append($0) }
    documentEnd = document.count
    try refuseUTF16()
    do throws(ReadError) {
      try scan(from: hasByteOrderMark ? 3 : 0, to: documentEnd)
      documentTokens = tokens.count
    } catch {
      throw located(error)
    }
  }

  /// What belongs to the last document beside its tokens.
  private mutating func forgetDocument() {
    hasLoneSurrogates = false
    if !hasMore { return }
    hasMore = false
    openings.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
    base = nil
    origin = nil
  }

  /// Takes over a document of another notation; whatever the tape held is gone.
  mutating func load(_ document: ForeignDocument) {
    bytes = document.bytes
    tokens = document.tokens
    fates = document.fates
    forgetDocument()
    origin = document.origin
    hasMore = true
    documentEnd = bytes.count - Tape.padding
    documentTokens = tokens.count
  }

  /// Forgets the texts that were opened, before the next template of a list is read.
  mutating func closeTexts() {
    if openings.isEmpty { return }
    openings.removeAll(keepingCapacity: true)
    tokens.removeSubrange(documentTokens...)
    fates.removeSubrange(documentTokens...)
    bytes.removeSubrange((documentEnd + Tape.padding)...)
  }

  /// Looks the lines up once, for a document of which many places will be printed.
  mutating func indexLines() {
    hasMore = true
    lineStarts = [0]
    for index in 0..<documentEnd where bytes[index] == 0x0A { lineStarts.append(index + 1) }
  }

  /// Remembers the pointer of a value.
  mutating func setBase(_ place: Place, _ pointer: String) {
    hasMore = true
    base = (place, pointer)
  }

  /// UTF-16 shows by its byte order mark, or by a zero beside the first character.
  private func refuseUTF16() throws(ReadError) {
    guard documentEnd >= 2 else { return }
    let isMarked = (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)
    if isMarked || (bytes[0] == 0) != (bytes[1] == 0) {
      throw ReadError(found: "UTF-16", expected: "UTF-8")
    }
  }

  private var hasByteOrderMark: Bool {
    documentEnd >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  /// Adds bytes, and the zeros behind them.
  @inline(__always)
  private mutating func append(_ document: UnsafeBufferPointer<UInt8>) {
    bytes.append(addingCapacity: document.count + Tape.padding) { span in
      span.withUnsafeMutableBufferPointer { room, count in
        guard let start = room.baseAddress.map({ $0 + count }) else { return }
        if let source = document.baseAddress {
          start.initialize(from: source, count: document.count)
        }
        (start + document.count).initialize(repeating: 0, count: Tape.padding)
        count += document.count + Tape.padding
      }
    }
  }

  /// Scans a range of the bytes as one JSON text.
  private mutating func scan(from start: Int, to end: Int) throws(ReadError) {
    let first = tokens.count
    var stop = scan(start..<end)
    while let full = stop, full.reason == .full, density > 1 {
      density /= 2
      tokens.removeSubrange(first...)
      stop = scan(start..<end)
    }
    if let stop { throw ReadError(stop, in: bytes, end: end) }
    let count = tokens.count - fates.count
    fates.append(addingCapacity: count) { $0.append(repeating: .unread, count: count) }
  }

  /// Scans into room that is taken to be enough; says why it stopped before the end.
  private mutating func scan(_ range: Range<Int>) -> Scanner.Stop? {
    let (bytes, first) = (bytes, tokens.count)
    var result: Scanner.Stop?
    var hasLoneSurrogates = false
    tokens.append(addingCapacity: range.count / density + 8) { span in
      span.withUnsafeMutableBufferPointer { room, count in
        bytes.withUnsafeBufferPointer { source in
          guard let base = source.baseAddress, let tokens = room.baseAddress else { return }
          var scanner = Scanner(
            base, from: range.lowerBound, to: range.upperBound, into: tokens - first + count,
            behind: first, limit: first - count + room.count)
          do throws(Scanner.Stop) {
            try scanner.document()
          } catch {
            result = error
          }
          hasLoneSurrogates = scanner.hasLoneSurrogates
          count += scanner.count - first
        }
      }
    }
    if hasLoneSurrogates { self.hasLoneSurrogates = true }
    return result
  }

  /// Opens a string's text as JSON; nil where it holds none.
  ///
  /// A text encoded twice is opened through both layers, and one that lost its outer quotation
  /// marks on the way (`{\"a\":1}`) is read as what it was.
  mutating func open(_ place: Place) -> Place? {
    let parent = Int(place.token)
    guard tokens[parent].kind == .string else { return nil }
    if tokens[parent].flags.contains(.opened),
      let opening = openings.last(where: { $0.parent == parent })
    {
      return Place(token: opening.root)
    }
    var text = decoded(tokens[parent].range, escaped: tokens[parent].flags.contains(.escaped))
    for layers in 1...3 {
      let first = text.first { $0 > 0x20 }
      guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
      else { return nil }
      if first != UInt8(ascii: "\""), let root = append(text, under: parent, layers: layers) {
        return root
      }
      guard let inner = unwrapped(text) else { return nil }
      text = inner
    }
    return nil
  }

  /// Takes one layer of encoding off a text.
  private func unwrapped(_ text: [UInt8]) -> [UInt8]? {
    let trimmed = text.trimmedSpace
    if trimmed.first == UInt8(ascii: "\""), trimmed.last == UInt8(ascii: "\""), trimmed.count > 1 {
      return unescaped(Array(trimmed.dropFirst().dropLast()))
    }
    return trimmed.contains(UInt8(ascii: "\\")) ? unescaped(Array(trimmed)) : nil
  }

  private mutating func append(_ text: [UInt8], under parent: Int, layers: Int) -> Place? {
    let (base, root) = (bytes.count, tokens.count)
    text.withUnsafeBufferPointer { append($0) }
    do throws(ReadError) {
      try scan(from: base, to: base + text.count)
    } catch {
      bytes.removeSubrange(base...)
      tokens.removeSubrange(root...)
      return nil
    }
    hasMore = true
    tokens[parent].flags.insert(.opened)
    openings.append(
      Opening(
        parent: Int32(parent), root: Int32(root), end: Int32(tokens.count), base: base,
        layers: layers))
    return Place(token: Int32(root))
  }
}

extension Array where Element == UInt8 {
  /// Without the white space at both ends.
  var trimmedSpace: ArraySlice<UInt8> {
    let isText: (UInt8) -> Bool = { $0 > 0x20 }
    guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else {
      return []
    }
    return self[first...last]
  }
}

import CLibXML2
import MessageTemplates

/// Collects what libxml2 sees as nodes over the document's own bytes.
///
/// A text that stands in the document as it is read is a range of the source. One that was put
/// together, from references, sections and pieces, stands in ``composed``, and ``runs`` remember
/// where each piece came from.
struct Collector {
  /// A stretch of ``composed``, and where it stood in the source.
  struct Run: Sendable {
    var offset: Int
    var source: Int
    /// Whether it stood there byte for byte; else all of it is one reference.
    var isVerbatim: Bool
  }

  /// The longest text of one element, in bytes; libxml2's own limit for other texts.
  static let longestText = 10_000_000
  /// How deep elements may nest: libxml2's own limit, which it does not keep where it is fed.
  static let deepest = 256
  /// How many nodes may stand before the element that a mapping knows.
  static let mostNodesBeforeRoot = 100
  /// How many elements, attributes and texts may wait for the end of a template.
  static let mostNodes = 500_000
  /// How much of a document may wait for the end of a template, in bytes.
  static let longestTemplate = 64 << 20
  /// How long a tag, a comment or a document type may be, in bytes.
  static let longestMarkup = 1 << 19

  var mapping: Mapping?
  let candidates: [Mapping]
  var names = Names()
  var traits: [Mapping.Traits] = []

  var source: [UInt8] = []
  var composed: [UInt8] = []
  var runs: [Run] = []
  var nodes: [Node] = []
  /// The open elements.
  var stack: [Int] = []
  /// The text that is being read.
  var pending = PendingText()
  /// Where the next piece of text begins, unless markup stands before it.
  var pieceStart = 0
  /// How many elements of a name stand in each open element that is outside all templates.
  var siblings: [[Int32: Int32]] = [[:]]

  /// What stands around templates, by its name, in each element that is open outside of them.
  var around: [[String: [UInt8]]] = []

  var progress = Progress()
  var document = ForeignDocument()
  /// The node of each token; -1 for what was made.
  var tokenNodes: [Int32] = []
  /// Tokens whose texts stand in ``composed``.
  var composedTokens: [Int32] = []
  /// Leaves that no member of the template stands for.
  var strays: [Int] = []
  /// Leaves that stand again, and for which another counts.
  var repeated: [Int] = []
  /// Leaves that share the fate of what they say something of.
  var structural: [Int] = []
  /// Where each name stands in ``composed``, for keys.
  var keys: [Range<Int>?] = []

  /// Line and column, from 1, of the first byte of the source that is held.
  var line = 1
  var column = 1
  /// The same column in UTF-16 code units.
  var unitColumn = 1
  /// How many bytes of the document stood before it.
  var dropped = 0

  var failure: ReadError?

  /// The parser, and its view of the source while it runs.
  var parser: xmlParserCtxtPtr?
  var base: UnsafePointer<UInt8>?

  init(_ mapping: Mapping?, _ candidates: [Mapping]) {
    self.mapping = mapping
    self.candidates = candidates
  }

  /// Where libxml2 stands, in the source that is held.
  @inline(__always)
  var cursor: Int {
    guard let input = parser?.pointee.inputTab[0] else { return 0 }
    let offset = input.pointee.cur - input.pointee.base
    return Int(input.pointee.consumed) + offset - dropped
  }

  /// Where a byte of libxml2's buffer stands in the source; nil for one that is elsewhere.
  @inline(__always)
  func index(of byte: UnsafePointer<UInt8>) -> Int? {
    guard let input = parser?.pointee.inputTab[0], byte >= input.pointee.base,
      byte < input.pointee.end
    else { return nil }
    return Int(input.pointee.consumed) + (byte - input.pointee.base) - dropped
  }

  /// Whether some bytes stand in the source at an index.
  @inline(__always)
  func holds(_ bytes: UnsafePointer<UInt8>, _ count: Int, at index: Int) -> Bool {
    guard index >= 0, index + count <= source.count, let base else { return false }
    return memcmp(base + index, bytes, count) == 0
  }

  /// Notes why the document cannot be read on; the first reason counts.
  mutating func fail(found: String, expected: String, at index: Int) {
    if failure != nil { return }
    let (line, column) = location(at: index)
    failure = ReadError(found: found, expected: expected, line: line, column: column)
    if let parser { xmlStopParser(parser) }
  }

  /// Line and column of a byte of the source that is held.
  func location(at index: Int) -> (line: Int, column: Int) {
    let before = source[..<min(max(index, 0), source.count)]
    var breaks = 0
    for byte in before where byte == 0x0A { breaks &+= 1 }
    guard let last = before.lastIndex(of: 0x0A) else { return (line, before.count + column) }
    return (line + breaks, before.count - last)
  }

  /// The column of a byte of the source that is held, from 1, in UTF-16 code units.
  func unitColumn(at index: Int) -> Int {
    let before = source[..<index]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 }
    return before[(start ?? 0)...].reduce(start == nil ? unitColumn : 1) { $0 + $1.unitCount }
  }

  // MARK: Elements

  mutating func start(
    _ name: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, attributes: Attributes
  ) {
    if failure != nil { return }
    finishText(isLast: false)
    let parent = stack.last
    var isInText = false
    if let parent {
      nodes[parent].flags.insert(.hasElements)
      isInText = isText(parent)
    }
    let number = number(of: name)
    let end = cursor
    let length = names.lengths[Int(number)] + (prefix.map { strlen($0) + 1 } ?? 0)
    let index = nodes.count
    let isKeeping =
      isInText || traits[Int(number)].keepsSpace
      || (parent.map { nodes[$0].has(.preserves) } ?? false)
    nodes.append(
      Node(
        kind: .element, flags: isKeeping ? .keepsSpace : [], name: number, role: number,
        parent: Int32(parent ?? -1), start: UInt32(beginning(ofTag: length, before: end)),
        textStart: 0, textEnd: 0))
    if isInText { nodes[index].flags.insert(.isInText) }
    stack.append(index)
    if stack.count > Collector.deepest || nodes.count > Collector.mostNodes { return refuseSize() }
    if attributes.count > 0 { add(attributes, to: index, endingAt: end) }
    pieceStart = end < source.count && source[end] == UInt8(ascii: ">") ? end + 1 : end
    if progress.depth > 0 { progress.depth += 1 } else { startOutside(index) }
  }

  /// Whether an element holds a text, in which all space between elements counts.
  @inline(__always)
  func isText(_ element: Int) -> Bool {
    nodes[element].has(.isInText) || traits[Int(nodes[element].role)].holdsText
  }

  private mutating func refuseSize() {
    let isDeep = stack.count > Collector.deepest
    fail(
      found: isDeep
        ? "elements nested deeper than \(Collector.deepest)"
        : "more than \(Collector.mostNodes) elements and attributes in one template",
      expected: "fewer", at: min(cursor, source.count))
  }

  /// Ends the reading where too much waits to be read, or for its template's end.
  mutating func checkSizes() {
    if source.count - cursor > Collector.longestMarkup {
      fail(
        found: "markup of more than \(Collector.longestMarkup) bytes", expected: "shorter markup",
        at: cursor)
    } else if source.count > Collector.longestTemplate {
      fail(
        found: "a template of more than \(Collector.longestTemplate) bytes",
        expected: "a smaller one", at: cursor)
    }
  }

  /// Where a tag begins whose name has a length and which ends at an index.
  @inline(__always)
  private func beginning(ofTag length: Int, before end: Int) -> Int {
    let near = end - length - 1
    if near >= 0, near < source.count, source[near] == UInt8(ascii: "<") { return near }
    var index = min(end, source.count) - 1
    while index >= max(pieceStart, 0) {
      if source[index] == UInt8(ascii: "<") { return index }
      index -= 1
    }
    return max(min(end, source.count), 0)
  }

  mutating func end() {
    guard failure == nil, let index = stack.last else { return }
    finishText(isLast: true)
    stack.removeLast()
    nodes[index].next = Int32(nodes.count)
    pieceStart = cursor
    if progress.depth > 0 {
      progress.depth -= 1
      if progress.depth == 0 { endTemplate(index) }
    } else {
      siblings.removeLast()
      noteAround(endOf: index)
    }
  }

  // MARK: Names

  @inline(__always)
  mutating func number(of name: UnsafePointer<UInt8>) -> Int32 {
    let (number, isNew) = names.number(of: name)
    if isNew { addTraits() }
    return number
  }

  mutating func number(named name: String) -> Int32 {
    let (number, isNew) = names.number(named: name)
    if isNew { addTraits() }
    return number
  }

  private mutating func addTraits() {
    traits.append(mapping?.traits(of: names.strings[names.strings.count - 1]) ?? Mapping.Traits())
    keys.append(nil)
  }

  /// Takes a mapping for the document; what was seen so far is seen with it.
  mutating func take(_ mapping: Mapping) {
    self.mapping = mapping
    traits = names.strings.map { mapping.traits(of: $0) }
    document.name = mapping.format
    document.format = mapping.reading
  }
}

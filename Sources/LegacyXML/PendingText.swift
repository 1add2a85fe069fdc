/// The text of the open element, as far as it was read.
struct PendingText {
  var start = 0
  var end = 0
  /// Whether it stands in the composed texts, not in the source.
  var isComposed = false
  /// The stretch of the text, from its beginning, whose white space was written on purpose: by
  /// reference or in a CDATA section.
  var meant: Range<Int>?

  var count: Int { end - start }
}

extension Collector {
  /// Adds a piece of text.
  @inline(__always)
  mutating func text(_ piece: UnsafePointer<UInt8>, _ count: Int, isData: Bool) {
    if failure != nil || stack.isEmpty { return }
    let here = cursor
    let start = index(of: piece) ?? here - count - (isData ? 3 : 0)
    let isVerbatim = start >= pieceStart && holds(piece, count, at: start)
    if isData || !isVerbatim { addMeant(pending.count..<pending.count + count, isData: isData) }
    if isVerbatim, !pending.isComposed, pending.count == 0 || pending.end == start {
      if pending.count == 0 { pending.start = start }
      pending.end = start + count
    } else {
      compose(piece, count, from: isVerbatim ? start : reference(before: here), isVerbatim)
    }
    pieceStart = isVerbatim ? start + count : here
    if pending.count > Collector.longestText { refuseLength() }
  }

  /// White space by reference is meant; that of other pieces is what the source says.
  private mutating func addMeant(_ range: Range<Int>, isData: Bool) {
    let here = cursor
    guard isData || (here > 0 && here <= source.count && source[here - 1] == UInt8(ascii: ";"))
    else { return }
    pending.meant = pending.meant.map { $0.lowerBound..<range.upperBound } ?? range
  }

  /// Where the reference begins that ends before an index; the next piece's place if there is none.
  private func reference(before end: Int) -> Int {
    guard end > 0, end <= source.count, source[end - 1] == UInt8(ascii: ";") else {
      return pieceStart
    }
    var index = end - 1
    while index > pieceStart, source[index] != UInt8(ascii: "&") { index -= 1 }
    return index
  }

  /// Adds a piece to a text that is no stretch of the source.
  private mutating func compose(
    _ piece: UnsafePointer<UInt8>, _ count: Int, from start: Int, _ isVerbatim: Bool
  ) {
    if !pending.isComposed {
      let earlier = pending.start..<pending.end
      pending.start = composed.count
      pending.isComposed = true
      if !earlier.isEmpty {
        runs.append(Run(offset: composed.count, source: earlier.lowerBound, isVerbatim: true))
        composed.append(contentsOf: source[earlier])
      }
    }
    runs.append(Run(offset: composed.count, source: start, isVerbatim: isVerbatim))
    composed.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
    pending.end = composed.count
  }

  private mutating func refuseLength() {
    let name = stack.last.map { names.strings[Int(nodes[$0].name)] } ?? ""
    fail(
      found: "a text of more than \(Collector.longestText) bytes in `\(name)`",
      expected: "a shorter one", at: pieceStart)
  }

  /// Gives the text to its element, or makes it a node of its own where it stands beside elements.
  mutating func finishText(isLast: Bool) {
    guard let element = stack.last else { return }
    if isLast, !nodes[element].has(.hasElements) {
      let text = nodes[element].has(.keepsSpace) ? pending : trimmed(pending)
      if text.isComposed { nodes[element].flags.insert(.isComposed) }
      nodes[element].textStart = UInt32(text.start)
      nodes[element].textEnd = UInt32(text.end)
    } else if pending.count > 0 {
      let text = isText(element) ? pending : trimmed(pending)
      if text.count > 0 { addTextNode(text, in: element) }
    }
    pending = PendingText()
  }

  private mutating func addTextNode(_ text: PendingText, in element: Int) {
    let name = nodes[element].name
    var node = Node(
      kind: .text, flags: text.isComposed ? .isComposed : [], name: name, role: name,
      parent: Int32(element), start: UInt32(max(pieceStart, 0)), textStart: UInt32(text.start),
      textEnd: UInt32(text.end))
    node.next = Int32(nodes.count + 1)
    nodes.append(node)
  }

  /// Without the white space at the ends that is layout.
  private func trimmed(_ text: PendingText) -> PendingText {
    var text = text
    let meant = text.meant.map { $0.lowerBound + text.start..<$0.upperBound + text.start }
    let first = meant?.lowerBound ?? text.end
    let last = meant?.upperBound ?? text.start
    while text.start < first, text.start < text.end, byte(text.start, text) <= 0x20 {
      text.start += 1
    }
    while text.end > last, text.end > text.start, byte(text.end - 1, text) <= 0x20 {
      text.end -= 1
    }
    return text
  }

  @inline(__always)
  private func byte(_ index: Int, _ text: PendingText) -> UInt8 {
    text.isComposed ? composed[index] : source[index]
  }
}

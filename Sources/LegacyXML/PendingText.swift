/// The text of the open element, as far as it was read.
struct PendingText {
  var start = 0
  var end = 0
  /// Whether it stands in the composed texts, not in the source.
  var isComposed = false
  /// Whether white space in it was written on purpose: by reference or in a CDATA section.
  var hasMeant = false
  /// The stretch where that is so, from the text's beginning.
  var meantStart = 0
  var meantEnd = 0

  @inline(__always)
  var count: Int { end &- start }
}

extension Collector {
  /// Adds a piece of text.
  @inline(__always)
  mutating func text(_ piece: UnsafePointer<UInt8>, _ count: Int, isData: Bool) {
    if hasFailed || stack.isEmpty { return }
    let start = index(of: piece)
    guard start >= max(pieceStart, 0), !isData, !pending.isComposed,
      pending.count == 0 || pending.end == start
    else { return add(piece, count, isData: isData) }
    if pending.count == 0 { pending.start = start }
    pending.end = start &+ count
    pieceStart = pending.end
    if pending.count > Collector.longestText { refuseLength() }
  }

  /// Adds a piece that may not be the next stretch of the source.
  @inline(never)
  private mutating func add(_ piece: UnsafePointer<UInt8>, _ count: Int, isData: Bool) {
    let here = cursor
    let inside = index(of: piece)
    let start = inside >= 0 ? inside : here - count - (isData ? 3 : 0)
    let isVerbatim = start >= pieceStart && (inside >= 0 || holds(piece, count, at: start))
    if isData || !isVerbatim { addMeant(count, isData: isData) }
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
  private mutating func addMeant(_ count: Int, isData: Bool) {
    let here = cursor
    guard isData || (here > 0 && here <= source.count && source[here - 1] == UInt8(ascii: ";"))
    else { return }
    if !pending.hasMeant { pending.meantStart = pending.count }
    pending.hasMeant = true
    pending.meantEnd = pending.count + count
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
      let (first, length) = (pending.start, pending.count)
      pending.start = composed.count
      pending.isComposed = true
      if length > 0 {
        runs.append(Run(offset: composed.count, source: first, isVerbatim: true))
        composed.append(source.start + first, length)
      }
    }
    runs.append(Run(offset: composed.count, source: start, isVerbatim: isVerbatim))
    composed.append(piece, count)
    pending.end = composed.count
  }

  @inline(never)
  private mutating func refuseLength() {
    let name = stack.last.map { names.strings[Int(nodes[Int($0)].name)] } ?? ""
    fail(
      found: "a text of more than \(Collector.longestText) bytes in `\(name)`",
      expected: "a shorter one", at: pieceStart)
  }

  /// Gives the text to its element, or makes it a node of its own where it stands beside elements.
  @inline(__always)
  mutating func finishText(of element: Int, isLast: Bool) {
    let node = nodes.start + element
    if isLast, !node.pointee.has(.hasElements) {
      if !node.pointee.has(.keepsSpace) { trimText() }
      if pending.isComposed { node.pointee.flags.insert(.isComposed) }
      node.pointee.textStart = UInt32(truncatingIfNeeded: pending.start)
      node.pointee.textEnd = UInt32(truncatingIfNeeded: pending.end)
    } else if pending.count > 0 {
      if !isText(element) { trimText() }
      if pending.count > 0 { addTextNode(in: element) }
    }
    pending = PendingText()
  }

  @inline(never)
  private mutating func addTextNode(in element: Int) {
    let name = nodes[element].name
    var node = Node(
      kind: .text, flags: pending.isComposed ? .isComposed : [], name: name, role: name,
      parent: Int32(element), start: UInt32(max(pieceStart, 0)), textStart: UInt32(pending.start),
      textEnd: UInt32(pending.end))
    node.next = Int32(nodes.count + 1)
    nodes.append(node)
  }

  /// Takes the white space at the ends away that is layout.
  @inline(__always)
  private mutating func trimText() {
    let bytes = pending.isComposed ? composed.start : source.start
    let first = pending.hasMeant ? pending.start &+ pending.meantStart : pending.end
    let last = pending.hasMeant ? pending.start &+ pending.meantEnd : pending.start
    var (start, end) = (pending.start, pending.end)
    while start < first, bytes[start] <= 0x20 { start &+= 1 }
    while end > last, end > start, bytes[end &- 1] <= 0x20 { end &-= 1 }
    pending.start = start
    pending.end = end
  }
}

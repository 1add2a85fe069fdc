import CLibXML2
import MessageTemplates

/// Elements as they begin and end.
extension Collector {
  mutating func start(
    _ name: UnsafePointer<UInt8>, prefix: UnsafePointer<UInt8>?, attributes: Attributes
  ) {
    if hasFailed { return }
    let parent = stack.last ?? -1
    let number = number(of: name)
    var flags: Node.Flags = traits[Int(number)].keepsSpace ? .keepsSpace : []
    if parent >= 0 {
      if pending.count > 0 { finishText(of: Int(parent), isLast: false) }
      nodes[Int(parent)].flags.insert(.hasElements)
      if isText(Int(parent)) { flags = [.isInText, .keepsSpace] }
      if nodes[Int(parent)].has(.preserves) { flags.formUnion([.preserves, .keepsSpace]) }
    }
    let end = cursor
    var length = Int(names.lengths[Int(number)])
    if let prefix { length += strlen(prefix) + 1 }
    let index = nodes.count
    nodes.append(
      Node(
        kind: .element, flags: flags, name: number, role: number, parent: parent,
        start: UInt32(truncatingIfNeeded: beginning(ofTag: length, before: end)),
        textStart: 0, textEnd: 0))
    stack.append(Int32(truncatingIfNeeded: index))
    if stack.count > Collector.deepest || nodes.count > Collector.mostNodes { return refuseSize() }
    if attributes.count > 0 { add(attributes, to: index, endingAt: end) }
    let isClosed = end < source.count && source[end] == UInt8(ascii: ">")
    pieceStart = isClosed ? end &+ 1 : end
    if progress.depth > 0 { progress.depth &+= 1 } else { startOutside(index) }
  }

  /// Whether an element holds a text, in which all space between elements counts.
  @inline(__always)
  func isText(_ element: Int) -> Bool {
    nodes[element].has(.isInText) || traits[Int(nodes[element].role)].holdsText
  }

  /// Where a tag begins whose name has a length and which ends at an index.
  @inline(__always)
  private func beginning(ofTag length: Int, before end: Int) -> Int {
    let near = end &- length &- 1
    if near >= 0, near < source.count, source[near] == UInt8(ascii: "<") { return near }
    return farBeginning(before: end)
  }

  @inline(never)
  private func farBeginning(before end: Int) -> Int {
    var index = min(end, source.count) - 1
    while index >= max(pieceStart, 0) {
      if source[index] == UInt8(ascii: "<") { return index }
      index -= 1
    }
    return max(min(end, source.count), 0)
  }

  mutating func end() {
    guard !hasFailed, let index = stack.last else { return }
    finishText(of: Int(index), isLast: true)
    stack.removeLast()
    nodes[Int(index)].next = Int32(truncatingIfNeeded: nodes.count)
    pieceStart = cursor
    if progress.depth > 0 {
      progress.depth &-= 1
      if progress.depth == 0 { endTemplate(Int(index)) }
    } else {
      siblings.removeLast()
      noteAround(endOf: Int(index))
    }
  }

  // MARK: Sizes

  @inline(never)
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
}

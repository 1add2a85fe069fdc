import MessageTemplates

/// Documents out of what was collected, and room for the next.
extension Collector {
  /// Whether templates are ready.
  var hasTemplates: Bool { !document.templates.isEmpty }

  /// Takes the templates that are ready, with all they point into.
  mutating func takeDocument() -> ForeignDocument {
    let cut = min(progress.cut, source.count)
    document.bytes = bytes(upTo: cut)
    document.take(UnsafeBufferPointer(tokens.values), composedAt: cut + ForeignDocument.padding)
    document.origin = Places(
      nodes: Array(nodes.values), tokenNodes: Array(tokenNodes.values), names: names.strings,
      runs: Array(runs.values), bytes: document.bytes, sourceCount: cut, line: line,
      column: column)
    document.excerpt = ForeignDocument.Excerpt(
      count: cut, line: line, column: column, unitColumn: unitColumn)
    document.isList = progress.isList
    let taken = document
    document = ForeignDocument()
    document.name = taken.name
    document.format = taken.format
    forget(upTo: cut)
    return taken
  }

  /// The source, and the composed texts, each with zero bytes behind.
  private func bytes(upTo cut: Int) -> [UInt8] {
    let padding = ForeignDocument.padding
    let count = cut + composed.count + 2 * padding
    return Array(unsafeUninitializedCapacity: count) { room, initialized in
      guard let first = room.baseAddress else { return }
      first.initialize(from: source.start, count: cut)
      (first + cut).initialize(repeating: 0, count: padding)
      (first + cut + padding).initialize(from: composed.start, count: composed.count)
      (first + count - padding).initialize(repeating: 0, count: padding)
      initialized = count
    }
  }

  /// Drops what the documents that were taken needed.
  private mutating func forget(upTo cut: Int) {
    let first = progress.held?.first ?? progress.first
    let (line, column) = location(at: cut)
    unitColumn = unitColumn(at: cut)
    self.line = line
    self.column = column
    source.removeFirst(cut)
    dropped += cut
    keepAncestors(ofNodesFrom: first, dropping: cut)
    progress.cut = 0
    pieceStart -= cut
    if !pending.isComposed, pending.count > 0 {
      pending.start -= cut
      pending.end -= cut
    }
    tokens.removeAll()
    tokenNodes.removeAll()
    for index in nodes.indices where !nodes[index].has(.isEarlier) {
      nodes[index].start -= min(UInt32(cut), nodes[index].start)
      if nodes[index].has(.isComposed) || nodes[index].textEnd < UInt32(cut) { continue }
      nodes[index].textStart -= UInt32(cut)
      nodes[index].textEnd -= UInt32(cut)
    }
    for name in traits.indices { traits[name].keyStart = ForeignToken.noKey }
    forgetComposed(cut)
  }

  /// Drops the composed texts that no node has any more.
  private mutating func forgetComposed(_ cut: Int) {
    var first = pending.isComposed ? pending.start : composed.count
    for node in nodes.values where node.has(.isComposed) { first = min(first, Int(node.textStart)) }
    composed.removeFirst(first)
    for index in nodes.indices where nodes[index].has(.isComposed) {
      nodes[index].textStart -= UInt32(first)
      nodes[index].textEnd -= UInt32(first)
    }
    if pending.isComposed {
      pending.start -= first
      pending.end -= first
    }
    let dead = runs.values.firstIndex { $0.offset >= first } ?? runs.count
    runs.removeFirst(dead)
    for index in runs.indices {
      runs[index].offset -= first
      runs[index].source -= cut
    }
  }

  /// The elements before a node in which it, or a later one, stands.
  private func ancestors(ofNodesFrom first: Int) -> [Int] {
    var found: Set<Int> = []
    for element in stack.values where element < first { found.insert(Int(element)) }
    for index in first..<nodes.count {
      var parent = Int(nodes[index].parent)
      while parent >= 0, parent < first, found.insert(parent).inserted {
        parent = Int(nodes[parent].parent)
      }
    }
    return found.sorted()
  }

  /// Keeps the nodes from one on, behind the elements around them.
  private mutating func keepAncestors(ofNodesFrom first: Int, dropping: Int) {
    var kept: [Node] = []
    var moved: [Int: Int] = [:]
    for ancestor in ancestors(ofNodesFrom: first) {
      var node = nodes[ancestor]
      node.flags.insert(.isEarlier)
      node.parent = moved[Int(node.parent)].map(Int32.init) ?? -1
      moved[ancestor] = kept.count
      kept.append(node)
    }
    let shift = first - kept.count
    for index in first..<nodes.count {
      var node = nodes[index]
      let parent = Int(node.parent)
      node.parent = Int32(parent >= first ? parent - shift : moved[parent] ?? -1)
      if node.next > 0 { node.next -= Int32(shift) }
      kept.append(node)
    }
    nodes.removeAll()
    nodes.append(kept)
    for index in stack.indices {
      let element = Int(stack[index])
      stack[index] = Int32(moved[element] ?? element - shift)
    }
    progress.template -= shift
    progress.first -= shift
    if let held = progress.held {
      progress.held = Held(
        first: held.first - shift, template: held.template - shift, end: held.end - shift,
        sourceEnd: held.sourceEnd - dropping)
    }
  }
}

import MessageTemplates

/// Documents out of what was collected, and room for the next.
extension Collector {
  /// Whether templates are ready.
  var hasTemplates: Bool { !document.templates.isEmpty }

  /// Takes the templates that are ready, with all they point into.
  mutating func takeDocument() -> ForeignDocument {
    let cut = min(progress.cut, source.count)
    let padding = repeatElement(UInt8(0), count: ForeignDocument.padding)
    let shift = cut + padding.count
    for token in composedTokens { document.move(token, by: shift) }
    document.moveKeys(by: shift)
    document.bytes = Array(source[..<cut])
    document.bytes.append(contentsOf: padding)
    document.bytes.append(contentsOf: composed)
    document.bytes.append(contentsOf: padding)
    document.origin = Places(
      nodes: nodes, tokenNodes: tokenNodes, names: names.strings, runs: runs,
      bytes: document.bytes, sourceCount: cut, line: line, column: column)
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

  /// Drops what the documents that were taken needed.
  private mutating func forget(upTo cut: Int) {
    let first = progress.held?.first ?? progress.first
    let (line, column) = location(at: cut)
    unitColumn = unitColumn(at: cut)
    self.line = line
    self.column = column
    source.removeSubrange(..<cut)
    dropped += cut
    keepAncestors(ofNodesFrom: first, dropping: cut)
    progress.cut = 0
    pieceStart -= cut
    if !pending.isComposed, pending.count > 0 {
      pending.start -= cut
      pending.end -= cut
    }
    tokenNodes.removeAll(keepingCapacity: true)
    composedTokens.removeAll(keepingCapacity: true)
    for index in nodes.indices where !nodes[index].has(.isEarlier) {
      nodes[index].start -= min(UInt32(cut), nodes[index].start)
      if nodes[index].has(.isComposed) || nodes[index].textEnd < UInt32(cut) { continue }
      nodes[index].textStart -= UInt32(cut)
      nodes[index].textEnd -= UInt32(cut)
    }
    for index in keys.indices { keys[index] = nil }
    forgetComposed(cut)
  }

  /// Drops the composed texts that no node has any more.
  private mutating func forgetComposed(_ cut: Int) {
    let kept = nodes.lazy.filter { $0.has(.isComposed) }.map { Int($0.textStart) }.min()
    let first = min(kept ?? composed.count, pending.isComposed ? pending.start : composed.count)
    composed.removeSubrange(..<first)
    for index in nodes.indices where nodes[index].has(.isComposed) {
      nodes[index].textStart -= UInt32(first)
      nodes[index].textEnd -= UInt32(first)
    }
    if pending.isComposed {
      pending.start -= first
      pending.end -= first
    }
    runs.removeAll { $0.offset < first }
    for index in runs.indices {
      runs[index].offset -= first
      runs[index].source -= cut
    }
  }

  /// The elements before a node in which it, or a later one, stands.
  private func ancestors(ofNodesFrom first: Int) -> [Int] {
    var found = Set(stack.filter { $0 < first })
    for node in nodes[first...] {
      var parent = Int(node.parent)
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
    for var node in nodes[first...] {
      let parent = Int(node.parent)
      node.parent = Int32(parent >= first ? parent - shift : moved[parent] ?? -1)
      if node.next > 0 { node.next -= Int32(shift) }
      kept.append(node)
    }
    nodes = kept
    stack = stack.map { moved[$0] ?? $0 - shift }
    progress.template -= shift
    progress.first -= shift
    if let held = progress.held {
      progress.held = Held(
        first: held.first - shift, template: held.template - shift, end: held.end - shift,
        sourceEnd: held.sourceEnd - dropping)
    }
  }
}

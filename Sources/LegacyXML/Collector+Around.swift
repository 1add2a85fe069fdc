import MessageTemplates

/// Values that stand around templates: the key of a bundle that holds a template a language.
///
/// Each template gets those that its mapping names as attributes of its own, called by their paths.
extension Collector {
  /// Notes what an element outside all templates says in attributes.
  mutating func noteAround(_ element: Int) {
    guard hasAround, let names = mapping?.aroundNames else { return }
    around.removeLast(max(0, around.count - stack.count + 1))
    var values: [String: [UInt8]] = [:]
    for index in element + 1..<nodes.count where nodes[index].kind == .attribute {
      let name = "@" + self.names.strings[Int(nodes[index].name)]
      if names.contains(name) { values[name] = kept(index) }
    }
    while around.count < stack.count - 1 { around.append([:]) }
    around.append(values)
  }

  /// Notes the text of an element that ended outside all templates.
  mutating func noteAround(endOf element: Int) {
    guard hasAround, let names = mapping?.aroundNames, isLeafElement(element), !stack.isEmpty,
      stack.count <= around.count
    else { return }
    let name = self.names.strings[Int(nodes[element].role)]
    if names.contains(name) { around[stack.count - 1][name] = kept(element) }
  }

  private mutating func kept(_ node: Int) -> [UInt8] {
    nodes[node].flags.insert(.isAround)
    return Array(bytes(of: node))
  }

  /// Gives a template that begins what stands around it.
  mutating func addAround(to template: Int) {
    guard hasAround, let paths = mapping?.content.around else { return }
    for path in paths {
      var (name, depth) = (path[...], stack.count - 1)
      while name.hasPrefix("../") {
        name = name.dropFirst(3)
        depth -= 1
      }
      guard around.indices.contains(depth), let value = around[depth][String(name)] else {
        continue
      }
      let (number, start) = (number(named: path), nodes[template].start)
      runs.append(Run(offset: composed.count, source: Int(start), isVerbatim: false))
      var node = Node(
        kind: .attribute, flags: .isComposed, name: number, role: number, parent: Int32(template),
        start: start, textStart: UInt32(composed.count),
        textEnd: UInt32(composed.count + value.count))
      node.next = Int32(nodes.count + 1)
      composed.append(value)
      nodes.append(node)
    }
  }
}

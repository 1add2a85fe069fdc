import CLibXML2

/// The attributes of a tag, as libxml2 hands them over: five addresses each.
struct Attributes {
  let first: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let count: Int

  struct Attribute {
    let name: UnsafePointer<xmlChar>
    let namespace: UnsafePointer<xmlChar>?
    let value: UnsafePointer<xmlChar>
    let length: Int
  }

  subscript(index: Int) -> Attribute? {
    guard let first, let name = first[index * 5], let value = first[index * 5 + 3],
      let end = first[index * 5 + 4]
    else { return nil }
    return Attribute(
      name: name, namespace: first[index * 5 + 2], value: value, length: end - value)
  }
}

extension Collector {
  mutating func add(_ attributes: Attributes, to element: Int, endingAt end: Int) {
    let nameGiver = traits[Int(nodes[element].name)].namedBy
    for position in 0..<attributes.count {
      guard let attribute = attributes[position] else { continue }
      let name = number(of: attribute.name)
      var node = Node(
        kind: .attribute, flags: .keepsSpace, name: name, role: name, parent: Int32(element),
        start: nodes[element].start, textStart: 0, textEnd: 0)
      place(attribute, in: &node, endingAt: end)
      node.next = Int32(nodes.count + 1)
      if let space = attribute.namespace.map({ String(cString: $0) }),
        Collector.ownNamespaces.contains(space)
      {
        node.flags.insert(.isOfXML)
        if names.strings[Int(name)] == "space", string(of: node) == "preserve" {
          nodes[element].flags.formUnion([.preserves, .keepsSpace])
        }
      } else if let nameGiver, names.strings[Int(name)] == nameGiver {
        node.flags.insert(.isName)
        nodes[element].role = number(named: string(of: node))
      }
      nodes.append(node)
    }
    if let parent = stack.dropLast().last, nodes[parent].has(.preserves) {
      nodes[element].flags.insert(.preserves)
    }
  }

  private static let ownNamespaces: Set<String> = [
    "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2001/XMLSchema-instance",
  ]

  /// Finds an attribute's value in the source; a value with references is put together.
  private mutating func place(
    _ attribute: Attributes.Attribute, in node: inout Node, endingAt end: Int
  ) {
    if let start = index(of: attribute.value), start > Int(node.start), start < end,
      holds(attribute.value, attribute.length, at: start)
    {
      node.textStart = UInt32(start)
      node.textEnd = UInt32(start + attribute.length)
      return
    }
    node.flags.insert(.isComposed)
    node.textStart = UInt32(composed.count)
    runs.append(Run(offset: composed.count, source: Int(node.start), isVerbatim: false))
    composed.append(
      contentsOf: UnsafeBufferPointer(start: attribute.value, count: attribute.length))
    node.textEnd = UInt32(composed.count)
  }

  /// The text of a node.
  func string(of node: Node) -> String {
    let bytes = node.has(.isComposed) ? composed[node.text] : source[node.text]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a node, in UTF-8.
  func bytes(of index: Int) -> ArraySlice<UInt8> {
    let node = nodes[index]
    return node.has(.isComposed) ? composed[node.text] : source[node.text]
  }
}

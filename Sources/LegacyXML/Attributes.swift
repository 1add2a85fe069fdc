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
      let space = attribute.namespace.map { number(of: $0) }
      if let space, space == ownNames.xml || space == ownNames.instance {
        node.flags.insert(.isOfXML)
        if name == ownNames.space, string(of: node) == "preserve" {
          nodes[element].flags.formUnion([.preserves, .keepsSpace])
        }
      } else if name == nameGiver {
        node.flags.insert(.isName)
        nodes[element].role = number(named: string(of: node))
      }
      nodes.append(node)
    }
  }

  /// Finds an attribute's value in the source; a value with references is put together.
  private mutating func place(
    _ attribute: Attributes.Attribute, in node: inout Node, endingAt end: Int
  ) {
    let start = index(of: attribute.value)
    if start > Int(node.start), start < end, holds(attribute.value, attribute.length, at: start) {
      node.textStart = UInt32(start)
      node.textEnd = UInt32(start + attribute.length)
      return
    }
    node.flags.insert(.isComposed)
    node.textStart = UInt32(composed.count)
    runs.append(Run(offset: composed.count, source: Int(node.start), isVerbatim: false))
    composed.append(attribute.value, attribute.length)
    node.textEnd = UInt32(composed.count)
  }

  /// Where the text of a node stands in memory, until the next one is composed.
  @inline(__always)
  func text(of node: Node) -> UnsafeBufferPointer<UInt8> {
    let start = node.has(.isComposed) ? composed.start : source.start
    return UnsafeBufferPointer(
      start: start + Int(node.textStart), count: Int(node.textEnd) - Int(node.textStart))
  }

  func string(of node: Node) -> String { String(decoding: text(of: node), as: UTF8.self) }

  /// The text of a node, in UTF-8.
  func bytes(of index: Int) -> ArraySlice<UInt8> { Array(text(of: nodes[index]))[...] }
}

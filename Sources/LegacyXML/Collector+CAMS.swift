import MessageTemplates

/// Elements that mean what the members of a CAMS answer mean.
///
/// XML does not show what is a list: the mapping names the elements that are, and the members of
/// their items, by which an element around the items is known for a wrapper.
extension Collector {
  /// An element with its members.
  mutating func buildObject(_ element: Int, key: Int32?) {
    guard nodes[element].has(.hasElements) else { return buildLeaf(element, key: key) }
    let token = open(node: element, key: key)
    var seen: UInt64 = 0
    var child = element + 1
    let end = Int(nodes[element].next)
    while child < end {
      let next = Int(nodes[child].next)
      if nodes[child].kind != .element {
        strays.append(child)
      } else if let list = traits[Int(nodes[child].role)].list, isList(child, list, before: end) {
        if seen & 1 << UInt64(list) == 0 { buildList(child, list, before: end) }
        seen |= 1 << UInt64(list)
      } else {
        buildObject(child, key: nodes[child].role)
      }
      child = next
    }
    document.close(token)
  }

  /// An element without elements: a text; its attributes are nothing's.
  private mutating func buildLeaf(_ element: Int, key: Int32?) {
    addText(element, key: key)
    strays.append(contentsOf: element + 1..<Int(nodes[element].next))
  }

  /// Whether an element is an item of a list; a lone text holds the whole list as JSON.
  private func isList(_ element: Int, _ list: Int, before end: Int) -> Bool {
    nodes[element].has(.hasElements) || next(sibling: element, before: end) != nil
  }

  /// The next element with the same name.
  private func next(sibling element: Int, before end: Int) -> Int? {
    var index = Int(nodes[element].next)
    while index < end {
      if nodes[index].kind == .element, nodes[index].role == nodes[element].role { return index }
      index = Int(nodes[index].next)
    }
    return nil
  }

  /// All elements of a name, wherever among their siblings they stand, as one array.
  private mutating func buildList(_ first: Int, _ list: Int, before end: Int) {
    let token = open(asArray: true, node: first, key: nodes[first].role)
    var element: Int? = first
    while let item = element {
      if isWrapper(item, list) { buildItems(of: item) } else { buildObject(item, key: nil) }
      element = next(sibling: item, before: end)
    }
    document.close(token)
  }

  private mutating func buildItems(of wrapper: Int) {
    var child = wrapper + 1
    while child < Int(nodes[wrapper].next) {
      if nodes[child].kind == .element {
        buildObject(child, key: nil)
      } else {
        strays.append(child)
      }
      child = Int(nodes[child].next)
    }
  }

  /// Whether an element stands around items: it has elements, and none is a member of an item.
  private func isWrapper(_ element: Int, _ list: Int) -> Bool {
    guard nodes[element].has(.hasElements) else { return false }
    var child = element + 1
    while child < Int(nodes[element].next) {
      let isMember = traits[Int(nodes[child].role)].memberOf & 1 << UInt64(list) != 0
      let isText = isLeafElement(child) && !nodes[child].text.isEmpty
      if nodes[child].kind == .element, isMember || isText { return false }
      child = Int(nodes[child].next)
    }
    return true
  }
}

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
      let role = nodes[child].role
      let list = Int(traits[Int(role)].list)
      if nodes[child].kind != .element {
        strays.append(Int32(truncatingIfNeeded: child))
      } else if list >= 0, isList(child, before: end) {
        if seen & 1 << UInt64(list) == 0 { buildList(child, list, before: end) }
        seen |= 1 << UInt64(list)
      } else {
        buildObject(child, key: role)
      }
      child = next
    }
    close(token)
  }

  /// An element without elements: a text; its attributes are nothing's.
  @inline(__always)
  private mutating func buildLeaf(_ element: Int, key: Int32?) {
    addText(element, key: key)
    let next = Int(nodes[element].next)
    for attribute in element + 1..<max(next, element + 1) {
      strays.append(Int32(truncatingIfNeeded: attribute))
    }
  }

  /// Whether an element is an item of a list; a lone text holds the whole list as JSON.
  private func isList(_ element: Int, before end: Int) -> Bool {
    nodes[element].has(.hasElements) || next(sibling: element, before: end) >= 0
  }

  /// The next element with the same name; -1 where there is none.
  private func next(sibling element: Int, before end: Int) -> Int {
    let role = nodes[element].role
    var index = Int(nodes[element].next)
    while index < end {
      if nodes[index].role == role, nodes[index].kind == .element { return index }
      index = Int(nodes[index].next)
    }
    return -1
  }

  /// All elements of a name, wherever among their siblings they stand, as one array.
  private mutating func buildList(_ first: Int, _ list: Int, before end: Int) {
    let token = open(asArray: true, node: first, key: nodes[first].role)
    var item = first
    while item >= 0 {
      if isWrapper(item, list) { buildItems(of: item) } else { buildObject(item, key: nil) }
      item = next(sibling: item, before: end)
    }
    close(token)
  }

  private mutating func buildItems(of wrapper: Int) {
    var child = wrapper + 1
    while child < Int(nodes[wrapper].next) {
      if nodes[child].kind == .element {
        buildObject(child, key: nil)
      } else {
        strays.append(Int32(child))
      }
      child = Int(nodes[child].next)
    }
  }

  /// Whether an element stands around items: it has elements, and none is a member of an item.
  private func isWrapper(_ element: Int, _ list: Int) -> Bool {
    guard nodes[element].has(.hasElements) else { return false }
    var child = element + 1
    while child < Int(nodes[element].next) {
      if nodes[child].kind == .element {
        let isMember = traits[Int(nodes[child].role)].memberOf & 1 << UInt64(list) != 0
        if isMember || isLeafElement(child) && !nodes[child].isEmpty { return false }
      }
      child = Int(nodes[child].next)
    }
    return true
  }
}

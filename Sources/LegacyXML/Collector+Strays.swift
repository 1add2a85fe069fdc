import MessageTemplates

/// Leaves that are no part of a template: reported, or known to be of no use to one.
extension Collector {
  /// The leaves among some nodes outside all templates.
  mutating func addOutside(_ range: Range<Int>) {
    for index in range where !nodes[index].has(.isEarlier) {
      let isLeaf = nodes[index].kind != .element || isLeafElement(index)
      if nodes[index].has(.isAround) {
        structural.append(Int32(index))
      } else if isLeaf {
        strays.append(Int32(index))
      }
    }
  }

  /// Whether an element is closed and holds no elements.
  func isLeafElement(_ index: Int) -> Bool {
    nodes[index].next > 0 && !nodes[index].has(.hasElements)
  }

  /// The leaves that no member of the template stands for.
  mutating func addStrays() {
    for index in strays.indices { addStray(Int(strays[index])) }
    for index in structural.indices {
      let node = Int(structural[index])
      addText(node, key: nodes[node].role, fate: .structure)
    }
    for index in repeated.indices {
      let node = Int(repeated[index])
      let isKnown = isEnvelope(node)
      if !isKnown { remark(.duplicateKey, at: tokenCount) }
      addText(node, key: nodes[node].role, fate: isKnown ? .envelope : .unread)
    }
    strays.removeAll()
    structural.removeAll()
    repeated.removeAll()
  }

  private mutating func addStray(_ index: Int) {
    let isNamed = nodes[index].has(.isOfXML) || isEnvelope(index)
    let isEmpty = nodes[index].isEmpty || isLayout(index)
    let fate: Fate =
      isNamed ? .envelope : nodes[index].has(.isName) || isEmpty ? .structure : .unread
    if fate == .unread { remark(.unmappedDropped, at: tokenCount, mappedPath(of: index)) }
    addText(index, key: nodes[index].role, fate: fate)
  }

  /// Whether a text between elements that is white space.
  func isLayout(_ index: Int) -> Bool {
    nodes[index].kind == .text && text(of: nodes[index]).allSatisfy { $0 <= 0x20 }
  }

  /// Whether a leaf is known to be of no use to a template.
  func isEnvelope(_ index: Int) -> Bool {
    guard let mapping, mapping.hasEnvelope else { return false }
    return mapping.isEnvelope(path(to: index, from: -1))
  }

  /// The names of the elements on the way to a leaf, behind one that they stand in, and its own.
  private func path(to index: Int, from ancestor: Int) -> [String] {
    var path: [String] = []
    var current = index
    while current >= 0, current != ancestor {
      let name = names.strings[Int(nodes[current].role)]
      switch nodes[current].kind {
      case .element: path.append(name)
      case .attribute: path.append("@" + name)
      case .text: path.append("text()")
      }
      current = Int(nodes[current].parent)
    }
    return path.reversed()
  }

  /// A leaf as a mapping would name it: from its template's element inwards.
  private func mappedPath(of index: Int) -> String {
    var template = Int(nodes[index].parent)
    while template >= 0, !nodes[template].has(.isTemplate) {
      template = Int(nodes[template].parent)
    }
    let path = path(to: index, from: template)
    return path.isEmpty ? "." : path.joined(separator: "/")
  }
}

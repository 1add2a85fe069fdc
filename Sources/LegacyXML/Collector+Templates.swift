import MessageTemplates

/// How far the templates of a document were read.
struct Progress {
  /// How many elements are open in the template that is being read, itself included.
  var depth = 0
  /// The element of that template.
  var template = 0
  /// Where the nodes begin that belong to the next template.
  var first = 0
  /// A template that is whole, but may still be followed by what belongs to it.
  var held: Held?
  /// Where in the source the last template ended that has its tokens.
  var cut = 0
  /// Whether the templates stand in an element that is none itself.
  var isList = false
  /// How many templates the document had so far.
  var count = 0
  /// How many templates have their tokens.
  var finished = 0
}

/// A template that is whole: its nodes, with those before it that belong to it.
struct Held {
  var first: Int
  var template: Int
  var end: Int
  /// Where it ends in the source.
  var sourceEnd: Int
}

/// Where templates begin and end.
extension Collector {
  /// An element begins outside all templates.
  mutating func startOutside(_ index: Int) {
    nodes[index].position = siblings[siblings.count - 1][nodes[index].name, default: 0] + 1
    siblings[siblings.count - 1][nodes[index].name] = nodes[index].position
    if mapping == nil { recognise(at: index) }
    noteAround(index)
    guard let mapping, mapping.isTemplate(stack.map { roleName($0) }) else {
      siblings.append([:])
      return
    }
    if let held = progress.held { build(held, upTo: held.end) }
    progress.held = nil
    progress.template = index
    nodes[index].flags.insert(.isTemplate)
    addAround(to: index)
    progress.isList = stack.count > 1
    progress.depth = 1
  }

  private func roleName(_ node: Int) -> String { names.strings[Int(nodes[node].role)] }

  /// Takes the mapping one of whose roots the element is.
  private mutating func recognise(at index: Int) {
    let name = names.strings[Int(nodes[index].name)]
    if let found = candidates.first(where: { $0.roots.contains(name) }) { return take(found) }
    if nodes.count > Collector.mostNodesBeforeRoot || candidates.isEmpty { refuseRoot() }
  }

  /// Ends the reading of a document that fits no mapping.
  mutating func refuseRoot() {
    let root = nodes.first { $0.kind == .element }.map { names.strings[Int($0.name)] } ?? ""
    fail(
      found: "an XML document whose root is `\(root)`",
      expected: "an export that a mapping describes, or --mapping FILE", at: 0)
  }

  /// A template's element ends.
  mutating func endTemplate(_ index: Int) {
    progress.held = Held(
      first: progress.first, template: index, end: nodes.count, sourceEnd: pieceStart)
    progress.first = nodes.count
    progress.count += 1
  }

  /// The document ends: what stands behind the last template belongs to it.
  mutating func finish() {
    if let held = progress.held {
      progress.held = nil
      build(held, upTo: nodes.count)
      progress.first = nodes.count
      progress.cut = source.count
    } else if failure == nil, progress.count == 0 {
      buildRemainder()
      progress.cut = source.count
    }
  }

  /// Makes the tokens of a template and of what stands around it.
  private mutating func build(_ held: Held, upTo end: Int) {
    guard let mapping else { return }
    let scope = open(node: held.template, isMade: true)
    document.templates.append(ForeignDocument.Template(scope: scope))
    let token = document.count
    if let reason = mapping.content.refusals[roleName(held.template)] {
      remark(.noTemplateContent, at: scope, reason)
    } else if buildTemplate(held.template) {
      document.templates[document.templates.count - 1].token = token
    } else {
      remark(
        .exportWithoutTemplate, at: scope, "There is no text in `\(mapping.content.contentPath)`")
    }
    addOutside(held.first..<held.template)
    addOutside(held.end..<end)
    addStrays()
    document.close(scope)
    progress.finished += 1
    progress.cut = held.sourceEnd
  }

  /// The tokens of a template; false where it holds no content.
  private mutating func buildTemplate(_ template: Int) -> Bool {
    guard mapping?.isCAMS == true else { return buildFields(of: template) }
    buildObject(template, key: nil)
    return true
  }

  mutating func remark(_ code: Code, at token: Int32, _ detail: String = "") {
    document.templates[document.templates.count - 1].remarks.append(
      ForeignDocument.Remark(code, at: token, detail))
  }

  /// A document without a template: all of it, for the finding that says so.
  private mutating func buildRemainder() {
    guard let mapping, let root = nodes.indices.first(where: { nodes[$0].kind == .element })
    else { return }
    let scope = open(node: root, isMade: true)
    document.templates.append(ForeignDocument.Template(scope: scope))
    remark(.exportWithoutTemplate, at: scope, "There is no element `\(mapping.templates[0])`")
    addOutside(progress.first..<nodes.count)
    addStrays()
    document.close(scope)
  }

  /// The leaves among some nodes outside all templates.
  private mutating func addOutside(_ range: Range<Int>) {
    for index in range where !nodes[index].has(.isEarlier) {
      let isLeaf = nodes[index].kind != .element || isLeafElement(index)
      if nodes[index].has(.isAround) {
        structural.append(index)
      } else if isLeaf {
        strays.append(index)
      }
    }
  }

  /// Whether an element is closed and holds no elements.
  func isLeafElement(_ index: Int) -> Bool {
    nodes[index].next > 0 && !nodes[index].has(.hasElements)
  }

  /// The leaves that no member of the template stands for.
  private mutating func addStrays() {
    for stray in strays { addStray(stray) }
    for node in structural { addText(node, key: nodes[node].role, fate: .structure) }
    for node in repeated {
      let isKnown = isEnvelope(node)
      if !isKnown { remark(.duplicateKey, at: document.count) }
      addText(node, key: nodes[node].role, fate: isKnown ? .envelope : .unread)
    }
    strays.removeAll(keepingCapacity: true)
    structural.removeAll(keepingCapacity: true)
    repeated.removeAll(keepingCapacity: true)
  }

  private mutating func addStray(_ index: Int) {
    let isNamed = nodes[index].has(.isOfXML) || isEnvelope(index)
    let isEmpty = nodes[index].text.isEmpty || isLayout(index)
    let fate: Fate =
      isNamed ? .envelope : nodes[index].has(.isName) || isEmpty ? .structure : .unread
    if fate == .unread { remark(.unmappedDropped, at: document.count, mappedPath(of: index)) }
    addText(index, key: nodes[index].role, fate: fate)
  }
}

extension Collector {
  /// Whether a text between elements that is white space.
  func isLayout(_ index: Int) -> Bool {
    nodes[index].kind == .text && bytes(of: index).allSatisfy { $0 <= 0x20 }
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
  fileprivate func mappedPath(of index: Int) -> String {
    var template = Int(nodes[index].parent)
    while template >= 0, !nodes[template].has(.isTemplate) {
      template = Int(nodes[template].parent)
    }
    let path = path(to: index, from: template)
    return path.isEmpty ? "." : path.joined(separator: "/")
  }
}

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
    guard let mapping, mapping.isTemplate(stack.map { roleName($0) }) else {
      siblings.append([:])
      return
    }
    if let held = progress.held { build(held, upTo: held.end) }
    progress.held = nil
    progress.template = index
    progress.isList = stack.count > 1
    progress.depth = 1
  }

  private func roleName(_ node: Int) -> String { names.strings[Int(nodes[node].role)] }

  /// Takes the mapping one of whose roots the element is.
  private mutating func recognise(at index: Int) {
    let name = names.strings[Int(nodes[index].name)]
    if let found = candidates.first(where: { $0.roots.contains(name) }) { return take(found) }
    if stack.count > 1 || candidates.isEmpty { refuseRoot() }
  }

  /// Ends the reading of a document that fits no mapping.
  mutating func refuseRoot() {
    let root = stack.first.map { names.strings[Int(nodes[$0].name)] } ?? ""
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
    strays.removeAll(keepingCapacity: true)
    let token = document.count
    mapping.isCAMS ? buildObject(held.template, key: nil) : buildCanonical(held.template)
    document.templates[document.templates.count - 1].token = token
    addOutside(held.first..<held.template)
    addOutside(held.end..<end)
    for stray in strays { addStray(stray) }
    document.close(scope)
    progress.finished += 1
    progress.cut = held.sourceEnd
  }

  /// A document without a template: all of it, for the finding that says so.
  private mutating func buildRemainder() {
    guard let mapping, let root = nodes.indices.first(where: { nodes[$0].kind == .element })
    else { return }
    let scope = open(node: root, isMade: true)
    var template = ForeignDocument.Template(scope: scope)
    template.remarks = [
      ForeignDocument.Remark(.exportWithoutTemplate, at: scope, mapping.templates[0])
    ]
    document.templates.append(template)
    addOutside(progress.first..<nodes.count)
    for stray in strays { addStray(stray) }
    document.close(scope)
  }

  /// The leaves among some nodes outside all templates.
  private mutating func addOutside(_ range: Range<Int>) {
    for index in range where !nodes[index].has(.isEarlier) {
      let isLeaf = nodes[index].kind != .element || isLeafElement(index)
      if isLeaf { strays.append(index) }
    }
  }

  /// Whether an element is closed and holds no elements.
  func isLeafElement(_ index: Int) -> Bool {
    nodes[index].next > 0 && !nodes[index].has(.hasElements)
  }

  /// A leaf that no member of the template stands for.
  private mutating func addStray(_ index: Int) {
    let isNamed = nodes[index].has(.isOfXML) || isEnvelope(index)
    let fate: Fate = nodes[index].has(.isName) ? .structure : isNamed ? .envelope : .unread
    if fate == .unread {
      let remark = ForeignDocument.Remark(.unmappedDropped, at: document.count)
      document.templates[document.templates.count - 1].remarks.append(remark)
    }
    addText(index, key: nodes[index].role, fate: fate)
  }
}

extension Collector {
  /// Whether a leaf is known to be of no use to a template.
  func isEnvelope(_ index: Int) -> Bool {
    guard let mapping else { return false }
    var path: [String] = []
    var current = index
    while current >= 0 {
      let name = names.strings[Int(nodes[current].role)]
      if nodes[current].kind != .text {
        path.insert(nodes[current].kind == .attribute ? "@" + name : name, at: 0)
      }
      current = Int(nodes[current].parent)
    }
    return mapping.isEnvelope(path)
  }

  mutating func buildCanonical(_ template: Int) {}
}

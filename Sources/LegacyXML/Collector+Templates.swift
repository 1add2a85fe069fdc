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
    nodes[index].position = Collector.increment(
      &siblings[siblings.count - 1][nodes[index].name, default: 0])
    if mapping == nil { recognise(at: index) }
    noteAround(index)
    guard isTemplate() else {
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

  private static func increment(_ number: inout Int32) -> Int32 {
    number += 1
    return number
  }

  /// Takes the mapping one of whose roots the element is.
  private mutating func recognise(at index: Int) {
    let name = names.strings[Int(nodes[index].name)]
    if let found = candidates.first(where: { $0.roots.contains(name) }) { return take(found) }
    if nodes.count > Collector.mostNodesBeforeRoot || candidates.isEmpty { refuseRoot() }
  }

  /// Ends the reading of a document that fits no mapping.
  mutating func refuseRoot() {
    let root = rootElement.map { names.strings[Int(nodes[$0].name)] } ?? ""
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
    let token = tokenCount
    let isRefused = traits[Int(nodes[held.template].role)].isRefused
    if isRefused, let reason = mapping.content.refusals[roleName(held.template)] {
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
    close(scope)
    // Nothing that converts texts checks again that they are UTF-8.
    if hasBadText { document.templates.removeLast() }
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

  /// The first element of what is held.
  private var rootElement: Int? {
    for index in nodes.indices where nodes[index].kind == .element { return index }
    return nil
  }

  /// A document without a template: all of it, for the finding that says so.
  private mutating func buildRemainder() {
    guard let mapping, let root = rootElement else { return }
    let scope = open(node: root, isMade: true)
    document.templates.append(ForeignDocument.Template(scope: scope))
    remark(.exportWithoutTemplate, at: scope, "There is no element `\(mapping.templates[0])`")
    addOutside(progress.first..<nodes.count)
    addStrays()
    close(scope)
    if hasBadText { document.templates.removeLast() }
  }
}

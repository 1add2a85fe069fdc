import MessageTemplates

/// The values of one template, by what they are to it: nodes, or -1.
struct FieldValues {
  struct Value {
    var node = -1
    var rank = 0
  }

  var fields = [Value](repeating: Value(), count: Field.allCases.count)
  var buttons: [[Int]] = []
  var samples: [[Int]] = []

  subscript(_ field: Field) -> Int? {
    let node = fields[field.rawValue].node
    return node < 0 ? nil : node
  }

  static let noButton = [Int](repeating: -1, count: ButtonField.allCases.count)
  static let noSample = [Int](repeating: -1, count: SampleField.allCases.count)
}

/// Values that a mapping names one by one, as the canonical form's members.
extension Collector {
  /// A template in the canonical form; false where nothing in it is content.
  mutating func buildFields(of template: Int) -> Bool {
    guard let mapping else { return false }
    var values = FieldValues()
    collect(template, 0, mapping.content.tree, &values)
    let hasContent =
      !values.buttons.isEmpty
      || [Field.header, .body, .footer, .image, .video, .document, .media].contains {
        values[$0] != nil
      }
    guard hasContent else { return false }
    let token = open(node: template)
    for (field, key) in [(Field.name, "name"), (.language, "language")] {
      if let node = values[field] { add(field, node, key) }
    }
    addCategory(values)
    if let node = values[.code] { add(.code, node, "code") }
    addSamples(values)
    addState(values)
    let messages = open(asArray: true, node: template, key: number(named: "messages"), isMade: true)
    addMessage(template, values)
    document.close(messages)
    document.close(token)
    return true
  }

  // MARK: Collecting

  /// Goes through an element's attributes and elements, each with its step in the tree of paths.
  private mutating func collect(
    _ element: Int, _ step: Int?, _ tree: PathTree, _ values: inout FieldValues
  ) {
    if let step { begin(tree.steps[step], &values) }
    if isLeafElement(element) { take(element, step, tree, &values) }
    var child = element + 1
    while child < Int(nodes[element].next) {
      let node = nodes[child]
      switch node.kind {
      case .text: strays.append(child)
      case .attribute:
        let name = "@" + names.strings[Int(node.name)]
        let next = node.has(.isName) ? nil : step.flatMap { tree.steps[$0].next[name] }
        take(child, next, tree, &values)
      case .element:
        let name = names.strings[Int(node.role)]
        collect(child, step.flatMap { tree.steps[$0].next[name] }, tree, &values)
      }
      child = Int(node.next)
    }
  }

  private func begin(_ step: PathTree.Step, _ values: inout FieldValues) {
    if step.isButton { values.buttons.append(FieldValues.noButton) }
    if step.isSample { values.samples.append(FieldValues.noSample) }
  }

  /// Gives a leaf its meaning; one without a meaning, or without a text, is nothing's.
  private mutating func take(
    _ node: Int, _ step: Int?, _ tree: PathTree, _ values: inout FieldValues
  ) {
    guard let meaning = step.flatMap({ tree.steps[$0].meaning }), !nodes[node].text.isEmpty else {
      return strays.append(node)
    }
    switch meaning {
    case .field(let field, let rank):
      let earlier = values.fields[field.rawValue]
      if earlier.node >= 0, earlier.rank < rank { return repeated.append(node) }
      if earlier.node >= 0 { repeated.append(earlier.node) }
      values.fields[field.rawValue] = FieldValues.Value(node: node, rank: rank)
    case .button(let field):
      take(node, field.rawValue, &values.buttons)
    case .sample(let field):
      take(node, field.rawValue, &values.samples)
    }
  }

  /// A value of the button or sample that was begun last.
  private mutating func take(_ node: Int, _ field: Int, _ items: inout [[Int]]) {
    guard let last = items.indices.last else { return strays.append(node) }
    if items[last][field] >= 0 { repeated.append(items[last][field]) }
    items[last][field] = node
  }

  // MARK: Adding

  private mutating func addCategory(_ values: FieldValues) {
    guard let node = values[.category] else { return }
    let token = open(node: node, key: number(named: "category"), isMade: true)
    if let purpose = translated(node, .category) {
      addMade("purpose", purpose, node)
      add(purpose.uppercased(), node, "spelling", isMade: false)
    } else {
      addText(node, key: number(named: "spelling"))
    }
    document.close(token)
  }

  private mutating func addState(_ values: FieldValues) {
    guard let node = values[.state] ?? values[.reason] else { return }
    let token = open(node: node, key: number(named: "state"), isMade: true)
    if let state = values[.state] {
      let word = translated(state, .state)
      if word == "fail" { remark(.sourceNotApproved, at: document.count, refusal(values)) }
      add(.state, state, "audit")
    }
    if let reason = values[.reason] { add(.reason, reason, "reason") }
    document.close(token)
  }

  /// What the platform says of a template that it refused.
  private func refusal(_ values: FieldValues) -> String {
    guard let reason = values[.reason] else { return "fail" }
    return "fail, " + string(of: nodes[reason])
  }

  private mutating func addSamples(_ values: FieldValues) {
    let samples = values.samples.filter { $0[0] >= 0 && $0[1] >= 0 }
    for sample in values.samples where sample[0] < 0 || sample[1] < 0 {
      strays.append(contentsOf: sample.filter { $0 >= 0 })
    }
    guard let first = samples.first else { return }
    let token = open(node: first[0], key: number(named: "samples"), isMade: true)
    for sample in samples {
      structural.append(sample[0])
      addText(sample[1], key: number(named: string(of: nodes[sample[0]])))
    }
    document.close(token)
  }

  private mutating func addMessage(_ template: Int, _ values: FieldValues) {
    let message = open(node: template, isMade: true)
    let hasMedium = addHeader(values)
    addBody(values, title: hasMedium ? values[.header] : nil)
    if let node = values[.footer] {
      let token = open(node: node, key: number(named: "footer"), isMade: true)
      addSpelled(node, "text", hasMarkup: false)
      document.close(token)
    }
    addButtons(values)
    document.close(message)
  }

  /// The body, with the title that stands above it where the header is a medium.
  private mutating func addBody(_ values: FieldValues, title: Int?) {
    guard let node = values[.body] ?? title else { return }
    let token = open(node: node, key: number(named: "body"), isMade: true)
    if let title { addSpelled(title, "title", hasMarkup: false) }
    if let body = values[.body] { addSpelled(body, "text", hasMarkup: true) }
    document.close(token)
  }

  /// A medium or a title; whether it is a medium.
  private mutating func addHeader(_ values: FieldValues) -> Bool {
    let media: [(Field, String)] = [
      (.image, "image"), (.video, "video"), (.document, "document"), (.media, ""),
    ]
    guard let (field, kind) = media.first(where: { values[$0.0] != nil }), let node = values[field]
    else {
      addTitle(values)
      let details = [
        Field.mediaKind, .caption, .fileName, .fileType, .thumbnail, .duration,
      ]
      strays.append(contentsOf: details.compactMap { values[$0] })
      return false
    }
    let token = open(node: node, key: number(named: "header"), isMade: true)
    let given = values[.mediaKind].flatMap { translated($0, .mediaKind) }
    addMade("kind", kind.isEmpty ? given ?? "image" : kind, node)
    if let node = values[.mediaKind] { structural.append(node) }
    addSpelled(node, "url", hasMarkup: false)
    let details: [(Field, String)] = [
      (.caption, "caption"), (.fileName, "fileName"), (.fileType, "fileType"),
      (.thumbnail, "thumbnail"), (.duration, "duration"),
    ]
    for (field, key) in details {
      guard let node = values[field] else { continue }
      if field == .caption { addSpelled(node, key, hasMarkup: true) } else { add(field, node, key) }
    }
    document.close(token)
    for (other, _) in media where other != field {
      if let node = values[other] { strays.append(node) }
    }
    return true
  }

  private mutating func addTitle(_ values: FieldValues) {
    guard let node = values[.header] else { return }
    let token = open(node: node, key: number(named: "header"), isMade: true)
    addMade("kind", "text", node)
    addSpelled(node, "text", hasMarkup: false)
    document.close(token)
  }

  private mutating func addButtons(_ values: FieldValues) {
    guard let first = values.buttons.joined().first(where: { $0 >= 0 }) else { return }
    let token = open(node: first, key: number(named: "buttons"), isMade: true)
    let items = open(asArray: true, node: first, key: number(named: "items"), isMade: true)
    for button in values.buttons { addButton(button) }
    document.close(items)
    document.close(token)
  }

  /// A button: of the kind that is given, or that what it holds shows.
  private mutating func addButton(_ button: [Int]) {
    guard let first = button.first(where: { $0 >= 0 }) else { return }
    let targets: [(field: ButtonField, kind: String)] = [
      (.url, "url"), (.phone, "phone"), (.code, "coupon"),
    ]
    let shown = targets.first { button[$0.field.rawValue] >= 0 }?.kind ?? "reply"
    let kindNode = button[ButtonField.kind.rawValue]
    let kind = kindNode < 0 ? shown : translated(kindNode, button: .kind) ?? shown
    let token = open(node: Int(nodes[first].parent), isMade: true)
    addMade("kind", kind, first)
    if kindNode >= 0 { structural.append(kindNode) }
    for (field, wanted) in targets where button[field.rawValue] >= 0 {
      let node = button[field.rawValue]
      if wanted == kind {
        addSpelled(node, "\(field)", hasMarkup: false)
      } else {
        strays.append(node)
      }
    }
    let label = button[ButtonField.label.rawValue]
    if label >= 0 { addSpelled(label, "label", hasMarkup: false) }
    document.close(token)
  }

  // MARK: Texts

  /// A value as it stands, or as a table of the mapping translates it.
  private mutating func add(_ field: Field, _ node: Int, _ key: String) {
    guard let word = translated(node, field) else { return addText(node, key: number(named: key)) }
    add(word, node, key, isMade: false)
  }

  /// A word that the document does not hold.
  private mutating func addMade(_ key: String, _ word: String, _ node: Int) {
    add(word, node, key, isMade: true)
  }

  private mutating func add(_ word: String, _ node: Int, _ key: String, isMade: Bool) {
    let text = composed.count..<composed.count + word.utf8.count
    composed.append(contentsOf: word.utf8)
    add(text, isComposed: true, node, number(named: key), .unread, isMade: isMade)
  }

  private func translated(_ node: Int, _ field: Field) -> String? {
    mapping?.content.values[Field.keys[field.rawValue]]?[string(of: nodes[node])]
  }

  private func translated(_ node: Int, button field: ButtonField) -> String? {
    mapping?.content.values["button-\(field)"]?[string(of: nodes[node])]
  }

  /// A text with its variables as the canonical form spells them.
  private mutating func addSpelled(_ node: Int, _ key: String, hasMarkup: Bool) {
    let isComposed = nodes[node].has(.isComposed)
    let bytes = isComposed ? composed[nodes[node].text] : source[nodes[node].text]
    let key = number(named: key)
    guard let (text, renamings) = mapping?.respelled(bytes, hasMarkup: hasMarkup) else {
      return addText(node, key: key)
    }
    let range = composed.count..<composed.count + text.count
    composed.append(contentsOf: text)
    var told: Set<String> = []
    for renaming in renamings where told.insert(renaming.spelling).inserted {
      remark(
        .placeholderNamed, at: document.count,
        "`\(renaming.spelling)` became the variable `\(renaming.name)`")
    }
    add(range, isComposed: true, node, key, .unread)
  }
}

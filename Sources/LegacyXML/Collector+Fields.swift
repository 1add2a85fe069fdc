import MessageTemplates

/// The values of one template, by what they are to it: nodes, or -1.
struct FieldValues {
  struct Value {
    var node = -1
    var rank = 0
  }

  var fields = [Value](repeating: Value(), count: Field.allCases.count)
  var buttons: [[Int]] = []
  /// The element of each button.
  var buttonElements: [Int] = []
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
    close(messages)
    close(token)
    return true
  }

  // MARK: Collecting

  /// Goes through an element's attributes and elements, each with its step in the tree of paths.
  private mutating func collect(
    _ element: Int, _ step: Int?, _ tree: PathTree, _ values: inout FieldValues
  ) {
    if let step { begin(tree.steps[step], element, &values) }
    let isFlattened = holdsInline(element, step, tree)
    if isFlattened || isLeafElement(element) { take(element, step, tree, &values) }
    var child = element + 1
    while child < Int(nodes[element].next) {
      let node = nodes[child]
      switch node.kind {
      case .text: if !isFlattened { strays.append(Int32(child)) }
      case .attribute:
        let name = "@" + names.strings[Int(node.name)]
        let next = node.has(.isName) ? nil : step.flatMap { tree.steps[$0].next[name] }
        take(child, next, tree, &values)
      case .element:
        let next = step.flatMap { tree.steps[$0].next[names.strings[Int(node.role)]] }
        if isFlattened, next == nil {
          addInlineAttributes(child)
        } else {
          collect(child, next, tree, &values)
        }
      }
      child = Int(node.next)
    }
  }

  private func begin(_ step: PathTree.Step, _ element: Int, _ values: inout FieldValues) {
    if step.isButton {
      values.buttons.append(FieldValues.noButton)
      values.buttonElements.append(element)
    }
    if step.isSample { values.samples.append(FieldValues.noSample) }
  }

  /// Gives a leaf its meaning; one without a meaning, or without a text, is nothing's.
  private mutating func take(
    _ node: Int, _ step: Int?, _ tree: PathTree, _ values: inout FieldValues
  ) {
    guard let meaning = step.flatMap({ tree.steps[$0].meaning }),
      !nodes[node].isEmpty || nodes[node].has(.hasElements)
    else {
      return strays.append(Int32(node))
    }
    switch meaning {
    case .field(let field, let rank):
      let earlier = values.fields[field.rawValue]
      if earlier.node >= 0, earlier.rank < rank { return repeated.append(Int32(node)) }
      if earlier.node >= 0 { repeated.append(Int32(earlier.node)) }
      values.fields[field.rawValue] = FieldValues.Value(node: node, rank: rank)
    case .button(let field):
      take(node, field.rawValue, &values.buttons)
    case .sample(let field):
      take(node, field.rawValue, &values.samples)
    }
  }

  /// A value of the button or sample that was begun last.
  private mutating func take(_ node: Int, _ field: Int, _ items: inout [[Int]]) {
    guard let last = items.indices.last else { return strays.append(Int32(node)) }
    if items[last][field] >= 0 { repeated.append(Int32(items[last][field])) }
    items[last][field] = node
  }
}

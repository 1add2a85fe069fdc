import MessageTemplates

/// The message of a template that a mapping by fields describes.
extension Collector {
  mutating func addMessage(_ template: Int, _ values: FieldValues) {
    let message = open(node: template, isMade: true)
    let hasMedium = addHeader(values)
    addBody(values, title: hasMedium ? values[.header] : nil)
    if let node = values[.footer] {
      let token = open(node: node, key: number(named: "footer"), isMade: true)
      addSpelled(node, "text", hasMarkup: false)
      close(token)
    }
    addButtons(values)
    close(message)
  }

  /// The body, with the title that stands above it where the header is a medium.
  private mutating func addBody(_ values: FieldValues, title: Int?) {
    guard let node = values[.body] ?? title else { return }
    let token = open(node: node, key: number(named: "body"), isMade: true)
    if let title { addSpelled(title, "title", hasMarkup: false) }
    if let body = values[.body] { addSpelled(body, "text", hasMarkup: true) }
    close(token)
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
      for detail in details.compactMap({ values[$0] }) { strays.append(Int32(detail)) }
      return false
    }
    let token = open(node: node, key: number(named: "header"), isMade: true)
    let given = values[.mediaKind].flatMap { translated($0, .mediaKind) }
    addMade("kind", kind.isEmpty ? given ?? "image" : kind, node)
    if let node = values[.mediaKind] { structural.append(Int32(node)) }
    addSpelled(node, "url", hasMarkup: false)
    let details: [(Field, String)] = [
      (.caption, "caption"), (.fileName, "fileName"), (.fileType, "fileType"),
      (.thumbnail, "thumbnail"), (.duration, "duration"),
    ]
    for (field, key) in details {
      guard let node = values[field] else { continue }
      if field == .caption { addSpelled(node, key, hasMarkup: true) } else { add(field, node, key) }
    }
    close(token)
    for (other, _) in media where other != field {
      if let node = values[other] { strays.append(Int32(node)) }
    }
    return true
  }

  private mutating func addTitle(_ values: FieldValues) {
    guard let node = values[.header] else { return }
    let token = open(node: node, key: number(named: "header"), isMade: true)
    addMade("kind", "text", node)
    addSpelled(node, "text", hasMarkup: false)
    close(token)
  }

  private mutating func addButtons(_ values: FieldValues) {
    guard let first = values.buttons.joined().first(where: { $0 >= 0 }) else { return }
    let token = open(node: first, key: number(named: "buttons"), isMade: true)
    let items = open(asArray: true, node: first, key: number(named: "items"), isMade: true)
    for (button, element) in zip(values.buttons, values.buttonElements) {
      addButton(button, element)
    }
    close(items)
    close(token)
  }

  /// A button: of the kind that is given, or that what it holds shows.
  private mutating func addButton(_ button: [Int], _ element: Int) {
    guard let first = button.first(where: { $0 >= 0 }) else { return }
    let targets: [(field: ButtonField, kind: String)] = [
      (.url, "url"), (.phone, "phone"), (.code, "coupon"),
    ]
    let hasTarget = button[ButtonField.target.rawValue] >= 0
    let shown =
      targets.first { button[$0.field.rawValue] >= 0 }?.kind ?? (hasTarget ? "url" : "reply")
    let kindNode = button[ButtonField.kind.rawValue]
    let kind = kindNode < 0 ? shown : translated(kindNode, button: .kind) ?? shown
    var button = button
    resolveTarget(of: &button, targets.first { $0.kind == kind }?.field)
    let token = open(node: element, isMade: true)
    addMade("kind", kind, first)
    if kindNode >= 0 { structural.append(Int32(kindNode)) }
    for (field, wanted) in targets where button[field.rawValue] >= 0 {
      let node = button[field.rawValue]
      if wanted == kind {
        addSpelled(node, "\(field)", hasMarkup: false)
      } else {
        strays.append(Int32(node))
      }
    }
    let label = button[ButtonField.label.rawValue]
    if label >= 0 { addSpelled(label, "label", hasMarkup: false) }
    close(token)
  }

  /// Where a button leads, as the field that its kind wants.
  private mutating func resolveTarget(of button: inout [Int], _ field: ButtonField?) {
    let target = button[ButtonField.target.rawValue]
    if target < 0 { return }
    if let field, button[field.rawValue] < 0 {
      button[field.rawValue] = target
    } else {
      strays.append(Int32(target))
    }
  }
}

/// What a document of Meta's is that holds no template, and which call gets one.
struct CloudAbsence {
  let source: Source
  let root: Place

  /// Why there is no template; nil where there is one.
  func reason(_ fields: inout Fields) -> String? {
    guard source.kind(root) == .object else { return "This is no message template." }
    if let error = source.tape.member(of: root, "error") { return answer(error) }
    if isSending(&fields) {
      return "This is the object that sends a template: its name and the values of its variables."
        + " GET message_templates?name=\(name(&fields)) gives the template itself."
    }
    if fields.peek(CloudKey.components.rawValue) != nil { return nil }
    if fields.peek(CloudKey.libraryTemplateName.rawValue) != nil {
      return "This creates a template from Meta's library, which holds the texts."
        + " GET message_templates?name=\(name(&fields)) gives the template once it is created."
    }
    if fields.peek(CloudKey.body.rawValue) != nil { return nil }
    if fields.peek(CloudKey.id.rawValue) != nil {
      return "This is the answer to creating or editing a template, which does not repeat it."
        + " GET message_templates/ID gives the template."
    }
    return "There are no components."
  }

  /// The name of the template, which a request to send it holds one level down.
  private func name(_ fields: inout Fields) -> String {
    var found = fields.peek(CloudKey.name.rawValue)
    if let inner = fields.peek(CloudKey.template.rawValue), source.kind(inner) == .object {
      found = source.tape.member(of: inner, "name")
    }
    guard let place = found, source.kind(place) == .string else { return "NAME" }
    return source.tape.string(place)
  }

  private func answer(_ error: Place) -> String {
    let message = source.kind(error) == .object ? source.tape.member(of: error, "message") : nil
    guard let message, source.kind(message) == .string else {
      return "This is an error answer without a template."
    }
    let text = source.tape.string(message)
    return "This is an error answer without a template: "
      + (text.hasSuffix(".") ? text : text + ".")
  }

  /// Whether the document sends a template: a language with a code, or components with values.
  private func isSending(_ fields: inout Fields) -> Bool {
    if fields.peek(CloudKey.messagingProduct.rawValue) != nil { return true }
    if let language = fields.peek(CloudKey.language.rawValue), source.kind(language) == .object {
      return true
    }
    guard let components = fields.peek(CloudKey.components.rawValue) else {
      return fields.peek(CloudKey.template.rawValue) != nil
    }
    // Templates alone have a category.
    return fields.peek(CloudKey.category.rawValue) == nil && holdsValues(components)
  }

  private func holdsValues(_ components: Place) -> Bool {
    guard source.kind(components) == .array else { return false }
    var elements = source.elements(components)
    while let element = source.next(&elements) {
      guard source.kind(element) == .object else { continue }
      for key in ["parameters", "sub_type", "subType", "card_index", "cardIndex"] as [StaticString]
      where source.tape.member(of: element, key) != nil {
        return true
      }
      for key in ["cards", "components"] as [StaticString] {
        if let inner = source.tape.member(of: element, key), holdsValues(inner) { return true }
      }
    }
    return false
  }
}

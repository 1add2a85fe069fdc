/// Reads the envelope that Alibaba's Chat App Message Service puts around a template.
///
/// One reader for all channels; it takes answers with and without their wrapper, and requests.
struct CAMSReader {
  let channel: CAMSChannel
  let format: Format
  // Looked up once for a template, not for each object.
  let keys = CAMSKey.table
  let componentTypes = CAMSComponent.table
  let buttonTypes = CAMSButton.table

  var capabilities: Capabilities { _read { yield format.capabilities } }

  func read(_ source: inout Source, at root: Place, into template: inout Template) -> Bool {
    let root = source.opened(root)
    guard source.kind(root) == .object else {
      source.log.add(.noTemplateContent, at: root, detail: "This is no CAMS object.")
      return false
    }
    let found = source.log.entries.count
    var fields = source.fields(of: root, keys)
    if fields.has(CAMSKey.components.rawValue), !fields.hasUnknown {
      return readTemplate(&source, &fields, at: root, into: &template)
    }
    let holdsComponents = fields.has(CAMSKey.components.rawValue)
    guard let object = unwrapped(&source, root, found, holdsComponents: holdsComponents) else {
      return false
    }
    if object.token != root.token { fields = source.fields(of: object, keys) }
    return readTemplate(&source, &fields, at: object, into: &template)
  }

  /// The template within an answer; what is around it is transport.
  ///
  /// What was found of an answer as if it were a template is forgotten, from an entry on.
  private func unwrapped(
    _ source: inout Source, _ root: Place, _ found: Int, holdsComponents: Bool
  ) -> Place? {
    let table = CAMSWrapperKey.table
    var wrapper = source.fields(of: root, table, ignoresUnknown: true)
    let isList = wrapper.has(CAMSWrapperKey.listTemplate.rawValue)
    let isError =
      !holdsComponents && wrapper.has(CAMSWrapperKey.code.rawValue)
      && wrapper.has(CAMSWrapperKey.message.rawValue)
    let data = wrapper.peek(CAMSWrapperKey.data.rawValue)
    let isAnswer = wrapper.has(CAMSWrapperKey.requestId.rawValue) || isError
    if data == nil, !isList, !isAnswer { return root }
    source.log.forget(from: found)
    wrapper = source.fields(of: root, table)
    guard let data else {
      refuse(&source, root, &wrapper, isList: isList)
      return nil
    }
    let object = source.opened(data)
    guard source.kind(object) == .object, !source.isEmpty(object) else {
      source.mistake = source.kind(data) == .string ? source.tape.mistake(inTextAt: data) : nil
      refuse(&source, root, &wrapper, isList: isList)
      return nil
    }
    for member in wrapper.leftovers where member.token != data.token {
      if source.tape.find(keyOf: source.tape.tokens[Int(member.token)], in: table) != nil {
        source.mark(member, .envelope)
      } else if source.tape.fates[Int(member.token)] == .unread {
        source.log.add(.unknownDropped, at: member)
      }
    }
    return object
  }

  private func refuse(
    _ source: inout Source, _ root: Place, _ wrapper: inout Fields, isList: Bool
  ) {
    let code = source.string(&wrapper, CAMSWrapperKey.code)?.0 ?? ""
    let message = source.string(&wrapper, CAMSWrapperKey.message)?.0 ?? ""
    source.log.add(
      .noTemplateContent, at: root,
      detail: isList
        ? "This is the answer of ListChatappTemplate, which names templates without their content."
        : capabilities.answer(code: code, message: message))
  }

  /// Reads the object that holds the components; false where it holds none.
  private func readTemplate(
    _ source: inout Source, _ fields: inout Fields, at object: Place,
    into template: inout Template
  ) -> Bool {
    guard fields.peek(CAMSKey.components.rawValue) != nil else {
      source.log.add(.noTemplateContent, at: object, detail: absence(source, &fields))
      return false
    }
    if let components = fields.peek(CAMSKey.components.rawValue),
      source.kind(components) == .string, source.opened(components).token == components.token
    {
      source.mistake = source.tape.mistake(inTextAt: components)
      if source.mistake != nil { return false }
    }
    markEnvelope(&source, &fields)
    readName(&source, &fields, into: &template.name)
    source.plain(&fields, CAMSKey.language, into: &template.language)
    template.category.fill(category(&source, &fields))
    source.plain(&fields, CAMSKey.templateCode, into: &template.code)
    template.samples = samples(&source, &fields)
    template.messages = messages(&source, &fields)
    readSettings(&source, &fields, into: &template.settings)
    readState(&source, &fields, into: &template.state)
    template.kept = source.kept(fields)
    template.place = object
    settleCodeButtons(&template)
    return true
  }

  /// What an object without components is, and which call gets the template.
  private func absence(_ source: Source, _ fields: inout Fields) -> String {
    let isSending = fields.leftovers.contains {
      ["ChannelType", "TemplateParams"].contains(
        source.tape.key(of: source.tape.tokens[Int($0.token)]))
    }
    if isSending {
      return "This is the request of SendChatappMessage, which names the template only."
    }
    if fields.peek(CAMSKey.templateCode.rawValue) != nil,
      fields.peek(CAMSKey.language.rawValue) != nil
    {
      return "This is the request of GetChatappTemplateDetail."
    }
    if fields.peek(CAMSKey.templateCode.rawValue) != nil
      || fields.peek(CAMSKey.templateName.rawValue) != nil
    {
      return "This is the answer of CreateChatappTemplate or ModifyChatappTemplate, which names the"
        + " template only."
    }
    return "There are no Components."
  }
}

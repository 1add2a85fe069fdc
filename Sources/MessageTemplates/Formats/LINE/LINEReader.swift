/// Reads LINE messages: one, several, a request, or a bubble as the Flex simulator exports it.
struct LINEReader {
  private var rules: ObjectRules { Format.line.capabilities.objects }

  func read(_ source: inout Source, at root: Place, into template: inout Template) -> Bool {
    let root = source.opened(root)
    guard let places = messages(&source, root) else { return false }
    template.place = root
    for place in places {
      var message = Message()
      message.place = place
      readMessage(&source, at: place, into: &message)
      template.messages.append(message)
    }
    LINERules.check(template, &source)
    return true
  }

  /// One message within another document; nil where nothing is left of it.
  func message(_ source: inout Source, at place: Place) -> Message? {
    guard check(place, "message", &source) else { return nil }
    var message = Message()
    message.place = place
    readMessage(&source, at: place, into: &message)
    var template = Template()
    template.messages = [message]
    LINERules.check(template, &source)
    return message
  }

  /// Where the messages stand; nil where there are none, and the log says why.
  private func messages(_ source: inout Source, _ root: Place) -> [Place]? {
    var places: [Place] = []
    switch source.kind(root) {
    case .array:
      var elements = source.elements(root)
      while let element = source.next(&elements) { places.append(element) }
      limitCount(places.count, at: root, &source)
      places.removeAll { !check($0, "message", &source) }
    case .object where source.tape.member(of: root, named: "messages") != nil:
      checkRequest(&source, root)
      places = source.list(root, "messages")
    case .object where source.tape.member(of: root, named: "templateKey") == nil:
      let type = source.word(root, "type")
      let isLayout = type == "bubble" || type == "carousel"
      if check(root, isLayout ? "flex" : "message", &source) { places = [root] }
    default: break
    }
    if places.isEmpty {
      source.log.add(.noTemplateContent, at: root, detail: absence(source, root))
      return nil
    }
    return places
  }

  private func absence(_ source: Source, _ root: Place) -> String {
    if source.kind(root) == .object, source.member(root, "templateKey") != nil {
      return "This is a LINE notification message, whose text only LINE has."
    }
    return "There is no LINE message here."
  }

  private func limitCount(_ count: Int, at place: Place, _ source: inout Source) {
    let limit = Format.line.capabilities[.messages].maximum
    if count > limit { source.log.add(.tooManyItems, at: place, limit: limit, found: count) }
  }

  private func checkRequest(_ source: inout Source, _ root: Place) {
    _ = check(root, "request", &source)
    var index = root.token + 1
    while index < source.tape.tokens[Int(root.token)].next {
      let token = source.tape.tokens[Int(index)]
      let isMessages = source.tape.key(of: token) == "messages"
      if !isMessages, !source.isLeftOut(Place(token: index)) {
        source.mark(Place(token: index), .envelope)
      }
      index = token.next
    }
  }

  private func check(_ place: Place, _ name: String, _ source: inout Source) -> Bool {
    guard let index = rules.index(of: name) else { return true }
    if ObjectCheck(Format.line.capabilities).check(place, as: index, &source) { return true }
    source.log.add(.brokenDropped, at: place)
    source.omitted.insert(place.token)
    return false
  }

  /// Reads a layout that stands alone, as it was kept.
  func readLayout(
    _ source: inout Source, at place: Place, key: String?, into message: inout Message
  ) {
    switch key {
    case "contents":
      guard check(place, "flex", &source) else { return }
      FlexReader().read(&source, at: place, into: &message)
    case "template":
      guard check(place, "template", &source) else { return }
      readTemplate(&source, at: place, into: &message)
    default:
      message = Message()
      guard check(place, "message", &source) else { return }
      readMessage(&source, at: place, into: &message)
      message.native = nil
    }
    LINERules.checkLayout(at: place, key, &source)
  }
}

/// Reads Viber messages: one, several, or a keyboard or carousel that stands alone.
struct ViberBotReader {
  var capabilities: Capabilities { _read { yield Format.viberBot.capabilities } }
  var rules: ObjectRules { capabilities.objects }

  /// What a document is made of.
  private enum Part {
    case message(Place, type: String)
    case keyboard(Place)
    case carousel(Place)
  }

  func read(_ source: inout Source, at root: Place, into template: inout Template) -> Bool {
    let root = source.opened(root)
    var parts: [Part] = []
    if source.kind(root) == .array {
      var elements = source.elements(root)
      while let element = source.next(&elements) {
        if let part = part(&source, element) { parts.append(part) }
      }
    } else if let part = part(&source, root) {
      parts = [part]
    }
    if parts.isEmpty {
      source.log.add(.noTemplateContent, at: root, detail: absence(source, root))
      return false
    }
    template.place = root
    for part in parts { template.messages.append(message(&source, part)) }
    ViberBotRules().check(template, at: root, &source)
    return true
  }

  /// What stands at a place, if its platform would take it; else it is named.
  private func part(_ source: inout Source, _ place: Place) -> Part? {
    let check = ObjectCheck(capabilities)
    guard source.kind(place) == .object else {
      _ = check.check(place, as: index("message"), &source)
      source.leaveOut(place, .brokenDropped)
      return nil
    }
    if source.tape.member(of: place, named: "Buttons") != nil, source.word(place, "type").isEmpty {
      let isCarousel = source.word(place, "Type") == "rich_media"
      let isGood = check.check(place, as: index(isCarousel ? "rich-media" : "keyboard"), &source)
      if isGood { return isCarousel ? .carousel(place) : .keyboard(place) }
      source.leaveOut(place, .brokenDropped)
      return nil
    }
    let type = type(source, place)
    let isGood = check.check(place, as: index("message"), kind: type, &source)
    // What lacks a member still says something: adaptation makes of it what can be sent.
    let isKnown = rules.objects[index("message")].kinds.contains { $0.word == type }
    if isGood || isKnown { return .message(place, type: type) }
    source.leaveOut(place, .brokenDropped)
    return nil
  }

  func index(_ name: String) -> Int { rules.index(of: name) ?? 0 }

  /// The type as it is given, or as the members show it; empty for a keyboard alone.
  private func type(_ source: Source, _ place: Place) -> String {
    if source.tape.member(of: place, named: "type") != nil { return source.word(place, "type") }
    for (key, type) in [
      ("rich_media", "rich_media"), ("sticker_id", "sticker"), ("contact", "contact"),
      ("location", "location"), ("file_name", "file"), ("size", "video"), ("media", "picture"),
      ("text", "text"),
    ] where source.member(place, key) != nil { return type }
    return ""
  }

  private func absence(_ source: Source, _ root: Place) -> String {
    if source.kind(root) == .object, source.word(root, "type") == "payment" {
      return "This is a request for a payment, which is no message of a template."
    }
    if source.kind(root) == .object, source.member(root, "status_message") != nil {
      return "This is an answer of the Bot API, which holds no message."
    }
    return "There is no Viber message here."
  }

  private func message(_ source: inout Source, _ part: Part) -> Message {
    var message = Message()
    switch part {
    case .keyboard(let place):
      message.place = place
      message.quickReplies = keyboard(&source, place)
      keep(&source, place, "keyboard", in: &message)
    case .carousel(let place):
      message.place = place
      readCarousel(&source, place, into: &message)
      keep(&source, place, "rich_media", in: &message)
    case .message(let place, let type):
      message.place = place
      readEnvelope(&source, place, type, into: &message)
      readContent(&source, place, type, into: &message)
      if let object = source.object(place, "keyboard") {
        message.quickReplies = keyboard(&source, object)
      }
      keepLayout(&source, place, type, in: &message)
      forgetSummary(&source, in: &message)
    }
    return message
  }

  /// A text for old clients that says what the cards of our own layout say.
  private func forgetSummary(_ source: inout Source, in message: inout Message) {
    guard let alternative = message.alternative, message.native == nil,
      alternative.reads(message.plainSummary(within: capabilities[.alternative]))
    else { return }
    source.tape.fates[Int(alternative.place.token)] = .structure
    message.alternative = nil
  }
}

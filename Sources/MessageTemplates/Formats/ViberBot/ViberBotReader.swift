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

  private func index(_ name: String) -> Int { rules.index(of: name) ?? 0 }

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

  /// Who sends it to whom, and from which version of Viber on it can be read: transport.
  private func readEnvelope(
    _ source: inout Source, _ place: Place, _ type: String, into message: inout Message
  ) {
    for key in ["receiver", "broadcast_list", "auth_token", "tracking_data"] {
      guard let member = source.member(place, key) else { continue }
      keepEnvelope(&source, member, in: &message)
    }
    readVersion(&source, place, type, into: &message)
    guard let object = source.object(place, "sender") else { return }
    var sender = Sender()
    sender.place = object
    sender.name = source.text(object, "name")
    sender.icon = source.text(object, "avatar")
    if sender != Sender() { message.sender = sender }
  }

  private func keepEnvelope(
    _ source: inout Source, _ member: Place, in message: inout Message
  ) {
    var kept = source.kept(member)
    let isText = kept.key == "receiver" || kept.key == "tracking_data"
    let text = source.plain(at: member)
    let isTooLong = kept.key == "tracking_data" && !capabilities[.tracking].allows(text)
    let count = kept.key == "broadcast_list" ? source.count(of: member) : 0
    let isTooMany = count > capabilities[.receivers].maximum
    if isTooMany {
      source.log.add(
        .tooManyReceivers, at: member, limit: capabilities[.receivers].maximum, found: count)
    }
    if isTooLong || isTooMany || (isText && source.tape.tokens[Int(member.token)].isContainer) {
      return source.leaveOut(member, .brokenDropped)
    }
    if isText, source.kind(member) != .string {
      var output = Output()
      output.string(text.string)
      kept.json = String(decoding: output.bytes, as: UTF8.self)
    }
    message.kept.append(kept)
    source.mark(member, .envelope)
  }

  /// A version above what the message needs is kept; one below it is named.
  private func readVersion(
    _ source: inout Source, _ place: Place, _ type: String, into message: inout Message
  ) {
    let needed = rules.version(of: place, as: index("message"), kind: type, in: source)
    let member = source.member(place, "min_api_version")
    let given = member.flatMap { Int(source.tape.string($0)) } ?? 1
    if let member {
      source.mark(member, .envelope)
      if given > needed {
        var kept = source.kept(member)
        kept.json = String(given)
        message.kept.append(kept)
      }
    }
    if given >= needed { return }
    source.log.add(
      needed > 2 ? .versionTooLow : .versionDisputed, at: member ?? place, limit: needed,
      found: given)
  }

  /// The layouts of a message, where they are others than ours.
  private func keepLayout(
    _ source: inout Source, _ place: Place, _ type: String, in message: inout Message
  ) {
    let keyboard = source.object(place, "keyboard")
    let carousel = source.object(place, "rich_media")
    switch (keyboard, carousel) {
    case (let keyboard?, nil) where type != "url" || message.header != nil:
      keep(&source, keyboard, "keyboard", in: &message)
    case (nil, let carousel?): keep(&source, carousel, "rich_media", in: &message)
    case (nil, nil) where type != "url" || message.header != nil: break
    default: keepWhole(&source, place, type, in: &message)
    }
  }

  private func keep(
    _ source: inout Source, _ place: Place, _ key: String, in message: inout Message
  ) {
    var layout = source.layout(place, key: key, origin: Format.viberBot.id)
    if source.member(place, "Type") == nil {
      source.log.add(.memberMissing, at: place, detail: "Type")
      layout.json = "{\"Type\":\"\(key)\"," + layout.json.dropFirst()
    }
    if ViberBotWriter().layout(key, of: message).elementsEqual(layout.json.utf8) {
      source.forgetPresentation(place)
    } else {
      message.native = layout
    }
  }

  /// The whole message, with the version that it needs.
  private func keepWhole(
    _ source: inout Source, _ place: Place, _ type: String, in message: inout Message
  ) {
    let needed = rules.version(of: place, as: index("message"), kind: type, in: source)
    let member = source.member(place, "min_api_version")
    let given = member.flatMap { Int(source.tape.string($0)) } ?? 0
    if given < needed, let member { source.omitted.insert(member.token) }
    var layout = source.layout(place, key: nil, origin: Format.viberBot.id)
    if given < needed {
      layout.json = "{\"min_api_version\":\(needed)," + layout.json.dropFirst()
    }
    var own = Output()
    ViberBotWriter().write(message, to: &own)
    if type != "url", own.bytes.elementsEqual(layout.json.utf8) {
      source.forgetPresentation(place)
    } else {
      message.native = layout
    }
  }
}

/// What stands around a message.
extension ViberBotReader {
  /// Who sends it to whom, and from which version of Viber on it can be read: transport.
  func readEnvelope(
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
  func keepLayout(
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

  func keep(
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

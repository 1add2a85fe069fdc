/// Which format a template is in, from the members it has.
struct Recognition {
  let tape: Tape

  func format(at place: Place) throws(ReadError) -> Format {
    if isMessages(place) { return try messageFormat(of: messages(place)) }
    guard tape.tokens[Int(place.token)].kind == .object else {
      throw ReadError(found: "no object", expected: "a template, or --from with its format")
    }
    if string(place, "format") == "canonical" { return .canonical }
    let object = content(of: place)
    if let channel = channel(of: object) { return channel }
    guard isCAMS(object) || isCAMS(place) else {
      if isCloud(place) { return .whatsAppCloud }
      let inner = messages(place)
      if !inner.isEmpty {
        return inner[0].token == place.token ? try messageFormat(of: inner) : .line
      }
      throw ReadError(
        found: "a document that fits no format", expected: "a template, or --from with its format")
    }
    return channel(ofCategoryIn: object)
  }

  /// The format of a document that is known to be CAMS's, whatever it holds.
  func camsFormat(at place: Place) -> Format {
    guard tape.tokens[Int(place.token)].kind == .object else { return .camsWhatsApp }
    let object = content(of: place)
    return channel(of: object) ?? channel(ofCategoryIn: object)
  }

  /// The object within an answer, which may be text that was opened.
  private func content(of answer: Place) -> Place {
    guard let data = tape.member(of: answer, "Data") ?? tape.member(of: answer, "data") else {
      return answer
    }
    let inner =
      tape.openings.first { $0.parent == data.token }.map { Place(token: $0.root) } ?? data
    return tape.tokens[Int(inner.token)].kind == .object ? inner : answer
  }

  private func channel(of object: Place) -> Format? {
    switch (string(object, "TemplateType") ?? string(object, "templateType"))?.uppercased() {
    case "VIBER": .camsViber
    case "WHATSAPP": .camsWhatsApp
    case "LINE": .camsLine
    default: nil
    }
  }

  private func channel(ofCategoryIn object: Place) -> Format {
    let category = string(object, "Category") ?? string(object, "category") ?? ""
    let layouts = Format.camsViber.capabilities.layouts
    return layouts.contains { $0.name == category } ? .camsViber : .camsWhatsApp
  }

  /// Whether a list is one sequence of messages, each with its type, and no list of templates.
  func isMessages(_ list: Place) -> Bool {
    guard tape.tokens[Int(list.token)].kind == .array else { return false }
    return messages(list).first.map(isMessage) ?? false
  }

  /// The messages of a request, a list, or the one that stands alone.
  private func messages(_ place: Place) -> [Place] {
    var list = place
    if tape.tokens[Int(place.token)].kind == .object {
      if tape.member(of: place, "templateKey") != nil { return [place] }
      guard let member = tape.member(of: place, "messages") else {
        return isMessage(place) ? [place] : []
      }
      list = member
    }
    guard tape.tokens[Int(list.token)].kind == .array else { return [] }
    var places: [Place] = []
    var index = list.token + 1
    while index < tape.tokens[Int(list.token)].next {
      places.append(Place(token: index))
      index = tape.tokens[Int(index)].next
    }
    return places
  }

  private func isMessage(_ place: Place) -> Bool {
    let others: [StaticString] = ["Components", "components", "TemplateType", "format", "messages"]
    return (string(place, "type") != nil || isViberBot(place))
      && !others.contains { tape.member(of: place, $0) != nil }
  }

  /// What only messages of the Bot API have, or a keyboard that stands alone.
  private func isViberBot(_ object: Place) -> Bool {
    guard tape.tokens[Int(object.token)].kind == .object else { return false }
    let keys: [StaticString] = [
      "receiver", "broadcast_list", "min_api_version", "tracking_data", "keyboard", "rich_media",
      "media", "sticker_id", "Buttons",
    ]
    if keys.contains(where: { tape.member(of: object, $0) != nil }) { return true }
    if let location = tape.member(of: object, "location"),
      tape.tokens[Int(location.token)].kind == .object
    {
      return true
    }
    let types = ["picture", "file", "contact", "url", "rich_media"]
    return string(object, "type").map(types.contains) ?? false
  }

  /// LINE, unless nothing tells it from another message format.
  private func messageFormat(of messages: [Place]) throws(ReadError) -> Format {
    let isBare = messages.allSatisfy { place in
      let token = tape.tokens[Int(place.token)]
      guard token.kind == .object, string(place, "type") == "text" else { return false }
      let second = tape.tokens[Int(place.token) + 1].next
      return tape.member(of: place, "text") != nil && second < token.next
        && tape.tokens[Int(second)].next == token.next
    }
    if messages.contains(where: isViberBot) { return .viberBot }
    if isBare {
      throw ReadError(
        found: "a text that line-messaging and viber-bot spell alike",
        expected: "--from line-messaging or --from viber-bot")
    }
    return .line
  }

  private func isCAMS(_ object: Place) -> Bool {
    let pascal: [StaticString] = [
      "Components", "TemplateCode", "TemplateName", "Data", "RequestId", "ListTemplate", "Language",
      "ChannelType", "TemplateParams",
    ]
    let camel: [StaticString] = ["templateCode", "templateType", "auditStatus", "phoneNumber"]
    if (pascal + camel).contains(where: { tape.member(of: object, $0) != nil }) { return true }
    if string(object, "Code") != nil, string(object, "Message") != nil { return true }
    guard let components = tape.member(of: object, "components") else { return false }
    if tape.tokens[Int(components.token)].kind == .string { return true }
    return false
  }

  /// Meta's templates, its answers without one, and what sends one.
  private func isCloud(_ object: Place) -> Bool {
    let keys: [StaticString] = [
      "components", "library_template_name", "messaging_product", "body_params", "rejected_reason",
    ]
    if keys.contains(where: { tape.member(of: object, $0) != nil }) { return true }
    if let error = tape.member(of: object, "error"), tape.tokens[Int(error.token)].kind == .object {
      return tape.member(of: error, "fbtrace_id") != nil
    }
    if let inner = tape.member(of: object, "template") {
      return tape.tokens[Int(inner.token)].kind == .object && tape.member(of: inner, "type") == nil
    }
    if let language = tape.member(of: object, "language") {
      return tape.member(of: object, "name") != nil
        && tape.tokens[Int(language.token)].kind == .object
    }
    return string(object, "status") != nil && tape.member(of: object, "id") != nil
      && string(object, "category") != nil
  }

  private func string(_ object: Place, _ key: StaticString) -> String? {
    guard let place = tape.member(of: object, key), tape.tokens[Int(place.token)].kind == .string
    else {
      return nil
    }
    return tape.string(place)
  }
}

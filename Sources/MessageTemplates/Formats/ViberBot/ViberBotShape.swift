/// What Viber asks of messages whose content it can hold: a keyboard, captions, places, cards.
struct ViberBotShape {
  var capabilities: Capabilities { _read { yield Format.viberBot.capabilities } }

  func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    var result: [Message] = []
    for message in messages {
      if message.native != nil {
        result.append(message)
        continue
      }
      for part in parts(of: message, &adaptation) { add(part, to: &result, &adaptation) }
    }
    if result.isEmpty, let message = messages.first {
      adaptation.isRefused = true
      adaptation.log.add(
        .bodyMissing, at: message.place, detail: capabilities.channel,
        pointer: "/messages/0/body/text")
    }
    if adaptation.source != adaptation.target { keepKeyboardLast(&result) }
    messages = result
  }

  /// The keyboard that is shown is the last message's.
  private func keepKeyboardLast(_ messages: inout [Message]) {
    guard let last = messages.indices.last, messages[last].quickReplies == nil,
      let index = messages.lastIndex(where: { $0.quickReplies != nil })
    else { return }
    messages[last].quickReplies = messages[index].quickReplies
    messages[index].quickReplies = nil
  }

  /// A keyboard without a message goes with the message before it.
  private func add(
    _ part: Message, to messages: inout [Message], _ adaptation: inout Adaptation
  ) {
    if let last = messages.indices.last, part.isKeyboardAlone,
      messages[last].quickReplies == nil, messages[last].native == nil,
      messages[last].sender == part.sender, messages[last].kept == part.kept
    {
      messages[last].quickReplies = part.quickReplies
      if let sender = part.sender { adaptation.settled.append((sender.place, .carried)) }
    } else if part.header != nil || part.body?.text != nil || part.carousel != nil
      || part.quickReplies != nil
    {
      messages.append(part)
    }
  }

  /// The messages that one becomes, in the order they are sent.
  private func parts(of original: Message, _ adaptation: inout Adaptation) -> [Message] {
    var message = original
    takeOnlyCard(&message)
    settleHeader(&message, &adaptation)
    mergeTitle(&message, &adaptation)
    gatherButtons(&message, &adaptation)
    dropAlternative(&message, &adaptation)
    forgetVersion(&message)
    var parts = [message]
    if let carousel = message.carousel {
      parts = divided(message, carousel, &adaptation)
    } else if let second = overlong(&parts[0], &adaptation) {
      parts.append(second)
    }
    for index in parts.indices.dropFirst() {
      parts[index].sender = message.sender
      parts[index].kept = message.kept
    }
    for index in parts.indices { shrink(&parts[index], &adaptation) }
    return parts
  }

  /// Gives up what is last until the message has few enough bytes.
  private func shrink(_ message: inout Message, _ adaptation: inout Adaptation) {
    let limit = capabilities[.layoutBytes].maximum
    while bytes(of: message) > limit {
      if var quick = message.quickReplies, let last = quick.items.popLast() {
        adaptation.log.add(.chipDropped, at: last.place, limit: quick.items.count)
        message.quickReplies = quick.items.isEmpty ? nil : quick
      } else if let card = message.carousel?.cards.popLast() {
        adaptation.log.add(.cardDropped, at: card.place)
      } else {
        return
      }
    }
  }

  private func bytes(of message: Message) -> Int {
    var output = Output()
    ViberBotWriter().write(message, to: &output)
    return output.bytes.count
  }

  /// A single card is a message like any other.
  private func takeOnlyCard(_ message: inout Message) {
    guard let carousel = message.carousel, carousel.cards.count == 1 else { return }
    let card = carousel.cards[0]
    message.carousel = nil
    message.header = card.header
    message.body = card.body
    message.buttons.items += card.buttons.items
  }

  /// The version is kept where it is above what the message needs now.
  private func forgetVersion(_ message: inout Message) {
    let needed = ViberBotWriter().version(of: message)
    message.kept.removeAll { $0.key == "min_api_version" && (Int($0.json) ?? 0) <= needed }
  }

  /// A caption that is too long for a picture is a message of its own.
  private func overlong(_ message: inout Message, _ adaptation: inout Adaptation) -> Message? {
    guard let header = message.header, let body = message.body, let text = body.text else {
      return nil
    }
    let isPicture: Bool
    if case .media(let media) = header.content {
      isPicture = media.kind == .image
    } else {
      isPicture = false
    }
    if isPicture, capabilities[.captionedBody].allows(text) { return nil }
    let isNamed = adaptation.log.entries.contains {
      $0.code == .messageSplit && $0.source.token == header.place.token
    }
    if !isNamed { adaptation.log.add(.messageSplit, at: header.place, target: header.place) }
    var second = Message()
    second.body = body
    second.quickReplies = message.quickReplies
    message.body = nil
    message.quickReplies = nil
    return second
  }

  /// At most so many cards a message.
  private func divided(
    _ message: Message, _ carousel: Carousel, _ adaptation: inout Adaptation
  ) -> [Message] {
    var carousel = carousel
    for index in carousel.cards.indices { settle(&carousel.cards[index], &adaptation) }
    let most = capabilities[.cards].maximum
    var parts: [Message] = []
    var message = message
    if message.body?.text != nil || message.header != nil {
      var words = message
      words.carousel = nil
      words.quickReplies = nil
      dropAlternative(&words, &adaptation)
      parts.append(words)
      message.body = nil
      message.header = nil
    }
    for start in stride(from: 0, to: carousel.cards.count, by: most) {
      var part = start == 0 ? message : Message()
      part.carousel = Carousel(Array(carousel.cards[start...].prefix(most)))
      if start == 0 { part.carousel?.place = carousel.place }
      part.alternative = message.alternative
      part.quickReplies = nil
      takeOnlyCard(&part)
      if part.carousel == nil {
        part.alternative = nil
        mergeTitle(&part, &adaptation)
        gatherButtons(&part, &adaptation)
      }
      parts.append(part)
    }
    parts[parts.count - 1].addChips(message.quickReplies)
    if carousel.cards.count > most {
      adaptation.log.add(
        .cardsDivided, at: carousel.anyPlace, limit: most, found: carousel.cards.count)
    }
    return parts
  }

  /// A heading stands in bold above the text.
  private func mergeTitle(_ message: inout Message, _ adaptation: inout Adaptation) {
    guard message.carousel == nil, let title = message.body?.title else { return }
    message.body?.title = nil
    var text = title.bold(in: adaptation.features, adaptation.arena)
    adaptation.log.add(
      .headerMerged, at: title.place, target: message.body?.text?.place ?? title.place)
    if let body = message.body?.text, !body.isBlank {
      text.append(literal: "\n\n")
      text.append(body)
      text.place = body.place
    }
    message.body?.text = text
  }

  /// Buttons stand in the keyboard.
  private func gatherButtons(_ message: inout Message, _ adaptation: inout Adaptation) {
    let buttons = message.buttons
    message.buttons = Buttons()
    if !buttons.items.isEmpty {
      let place = buttons.place.exists ? buttons.place : buttons.items[0].place
      adaptation.log.add(.buttonsBelowChat, at: place, target: buttons.items[0].place)
      let quick = message.quickReplies
      message.quickReplies = buttons
      message.addChips(quick)
    }
    guard var quick = message.quickReplies else { return }
    quick.kept = []
    settle(&quick.items, &adaptation)
    message.quickReplies = quick.items.isEmpty ? nil : quick
  }

  private func dropAlternative(_ message: inout Message, _ adaptation: inout Adaptation) {
    guard message.carousel == nil, let text = message.alternative else { return }
    adaptation.log.add(.alternativeDropped, at: text.place)
    message.alternative = nil
  }
}

extension Message {
  /// Whether there is nothing but buttons.
  fileprivate var isKeyboardAlone: Bool {
    header == nil && body?.text == nil && carousel == nil && quickReplies != nil
  }

  fileprivate mutating func addChips(_ chips: Buttons?) {
    guard let chips else { return }
    var all = quickReplies ?? Buttons()
    if all.items.isEmpty { all.place = chips.place }
    all.items += chips.items
    quickReplies = all
  }
}

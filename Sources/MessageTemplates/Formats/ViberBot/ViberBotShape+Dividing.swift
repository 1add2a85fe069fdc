/// Messages that are too long, too large, or have too many cards.
extension ViberBotShape {
  /// A caption that is too long for a picture is a message of its own.
  func overlong(_ message: inout Message, _ adaptation: inout Adaptation) -> Message? {
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
    second.body?.text = shortened(text, to: .body, .textShortened, &adaptation)
    second.quickReplies = message.quickReplies
    message.body = nil
    message.quickReplies = nil
    return second
  }

  /// A text that may be longer than its place takes: a card's, or a contact's name.
  func shortened(
    _ text: Text, to measure: Measure, _ code: Code, _ adaptation: inout Adaptation
  ) -> Text {
    let limit = capabilities[measure]
    if limit.allows(text) { return text }
    adaptation.log.add(
      code, at: text.place, target: text.place, limit: limit.maximum, found: limit.count(text))
    return text.shortened(to: limit.maximum, limit)
  }

  /// At most so many cards a message.
  func divided(
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
    let limit = capabilities[.layoutBytes].maximum
    var start = 0
    while start < carousel.cards.count {
      var part = start == 0 ? message : Message()
      part.carousel = Carousel(Array(carousel.cards[start...].prefix(most)))
      if start == 0 { part.carousel?.place = carousel.place }
      part.alternative = message.alternative
      part.quickReplies = nil
      while part.carousel?.cards.count ?? 0 > 1, bytes(of: part) > limit {
        part.carousel?.cards.removeLast()
      }
      start += part.carousel?.cards.count ?? most
      takeOnlyCard(&part)
      if part.carousel == nil {
        part.alternative = nil
        mergeTitle(&part, &adaptation)
        gatherButtons(&part, &adaptation)
      }
      let second = part.carousel == nil ? overlong(&part, &adaptation) : nil
      parts.append(part)
      if let second { parts.append(second) }
    }
    parts[parts.count - 1].addChips(message.quickReplies)
    let first = parts.first { $0.carousel != nil }?.carousel?.cards.count ?? most
    if carousel.cards.count > first, carousel.cards.count > 1 {
      adaptation.log.add(
        .cardsDivided, at: carousel.anyPlace, limit: first, found: carousel.cards.count)
    }
    return parts
  }

  /// Gives up what is last until the message has few enough bytes.
  func shrink(_ message: inout Message, _ adaptation: inout Adaptation) {
    let limit = capabilities[.layoutBytes].maximum
    while bytes(of: message) > limit {
      if var quick = message.quickReplies, let last = quick.items.popLast() {
        adaptation.log.add(.chipDropped, at: last.place, limit: quick.items.count)
        message.quickReplies = quick.items.isEmpty ? nil : quick
      } else if let card = message.carousel?.cards.popLast() {
        adaptation.log.add(
          .cardDropped, at: card.place, limit: message.carousel?.cards.count ?? 0)
      } else {
        return
      }
    }
  }

  private func bytes(of message: Message) -> Int {
    var output = Output()
    ViberBotWriter().write(message, to: &output)
    return output.count
  }
}

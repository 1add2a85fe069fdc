/// Carousels: kept where the target has them, else told as the policy says.
extension Adaptation {
  mutating func adaptCarousel(_ message: inout Message) {
    guard var carousel = message.carousel else { return }
    adaptKept(&carousel.kept)
    message.carousel = nil
    if carousel.cards.isEmpty { return log.add(.componentEmpty, at: carousel.anyPlace) }
    if features.contains(.carousel), holds(carousel), areCards(carousel) {
      if target != .canonical { repairCards(&carousel, in: &message) }
      if carousel.cards.isEmpty { return }
      if holds(carousel) {
        message.carousel = carousel
        return
      }
    }
    dropProductCards(&carousel)
    if carousel.cards.isEmpty { return }
    switch policy.carousel {
    case .refuse:
      log.add(.carouselRefused, at: carousel.anyPlace)
      isRefused = true
    case .firstCard: keepFirstCard(carousel, in: &message)
    case .lead: tellCards(carousel, in: &message, withLead: true)
    case .text: tellCards(carousel, in: &message, withLead: false)
    case .messages: break
    }
  }

  private func holds(_ carousel: Carousel) -> Bool {
    target == .canonical || carousel.cards.isEmpty
      || carousel.cards.count >= limits[.cards].minimum
  }

  /// Cards that show an article say nothing of it themselves.
  private mutating func dropProductCards(_ carousel: inout Carousel) {
    carousel.cards.removeAll { card in
      guard card.header?.content == .product, card.body?.text == nil else { return false }
      log.add(.cardDropped, at: card.place)
      return true
    }
  }

  /// Whether cards can be told as cards: where they must be alike, one of them has a medium.
  private func areCards(_ carousel: Carousel) -> Bool {
    if target == .canonical || !limits.traits.contains(.cardsAlike) { return true }
    return source == target
      || carousel.cards.contains { $0.lead(among: limits.cardHeaders) != nil }
  }

  /// The first card becomes the message's own medium, text and button.
  private mutating func keepFirstCard(_ carousel: Carousel, in message: inout Message) {
    for card in carousel.cards.dropFirst() { log.add(.cardDropped, at: card.place) }
    let card = carousel.cards[0]
    adoptMedium(of: card, in: &message)
    if let text = card.body?.text, !text.isBlank {
      parts.append(
        Part(role: .card, text: text, entry: Entry(code: .cardToText, source: text.place), card: 0))
    }
    message.buttons.items += card.buttons.items
  }

  /// Every card becomes a numbered line with its link.
  private mutating func tellCards(
    _ carousel: Carousel, in message: inout Message, withLead: Bool
  ) {
    for index in carousel.cards.indices {
      let isLead = withLead && index == 0
      if isLead { adoptMedium(of: carousel.cards[index], in: &message) }
      tell(carousel.cards.span[index], index, in: &message, isLead: isLead)
    }
  }

  /// The first card's medium stands above the message where there is none.
  private mutating func adoptMedium(of card: Card, in message: inout Message) {
    guard var header = card.header else { return }
    guard message.header == nil, case .media = header.content else {
      return log.add(.cardMediaDropped, at: header.place)
    }
    adaptKept(&header.kept)
    settle(&header, scope: "card_1", at: "\(pointer)/carousel/cards/0/header")
    guard case .media(var media) = header.content, adaptMedia(&media) else {
      return log.add(
        .cardMediaIncomplete, at: header.place, pointer: pointer + "/carousel/cards/0/header")
    }
    header.content = .media(media)
    message.header = header
    log.add(.cardMediaLeads, at: header.place, target: header.place)
  }

  private mutating func tell(
    _ card: Card, _ index: Int, in message: inout Message, isLead: Bool
  ) {
    let buttons = card.buttons.items.span
    var part = Part(
      role: .card, text: .empty,
      entry: Entry(code: .cardToText, source: card.body?.text?.place ?? card.place), card: index)
    part.node = card.place
    if !isLead, let header = card.header {
      part.others.append(Entry(code: .cardMediaDropped, source: header.place))
    }
    if let title = card.body?.title {
      part.others.append(Entry(code: .headerMerged, source: title.place))
    }
    let link = buttons.indices.first { buttons[$0].opensAddress }
    let named = buttons.indices.first.flatMap { buttons[$0].label?.trimmedEnd }
    let text = card.titledText(in: arena) ?? named
    var number = TextBuilder(bytes: 20, marks: 0, in: arena)
    number.append(decimal: index + 1)
    var values = Phrases.Values(
      (.number, number.finished(at: .nowhere)), (.text, text ?? .empty))
    if let link {
      let button = buttons[link]
      if case .url(let url?) = button.action { values.third = (.url, url) }
      if isLead, !message.buttons.items.contains(where: \.opensAddress) {
        message.buttons.items.append(button)
      } else {
        part.others.append(Entry(code: .cardLinkToText, source: button.place))
      }
    }
    part.text = Phrases.shared.line(values.third == nil ? .card : .cardLink, values, in: arena)
    if text == nil, values.third == nil {
      part.others.append(Entry(code: .cardDropped, source: card.place))
      for entry in part.others { log.add(entry) }
    } else {
      parts.append(part)
    }
    for other in buttons.indices where other != link {
      var button = buttons[other]
      spellOut(&button, role: .card, card: index)
    }
  }
}

extension Button {
  /// Whether a tap opens an address.
  @inline(__always)
  var opensAddress: Bool { if case .url(.some) = action { true } else { false } }
}

extension Card {
  /// The text behind its heading, on one line.
  fileprivate func titledText(in arena: Arena?) -> Text? {
    let text = body?.text?.trimmedEnd
    guard var line = body?.title?.trimmedEnd, !line.isEmpty else { return text }
    guard let text, !text.isEmpty else { return line }
    line.append(text, behind: ": ", in: arena)
    return line
  }
}

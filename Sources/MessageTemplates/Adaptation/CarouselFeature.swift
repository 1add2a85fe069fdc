/// Carousels: kept where the target has them, else told as the policy says.
extension Adaptation {
  mutating func adaptCarousel(_ message: inout Message) {
    guard var carousel = message.carousel else { return }
    adaptKept(&carousel.kept)
    if features.contains(.carousel) {
      if target != .canonical { repairCards(&carousel, in: &message) }
      message.carousel = carousel.cards.isEmpty ? nil : carousel
      if carousel.cards.isEmpty { log.add(.componentEmpty, at: carousel.anyPlace) }
      return
    }
    message.carousel = nil
    if carousel.cards.isEmpty { return log.add(.componentEmpty, at: carousel.anyPlace) }
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
    for (index, card) in carousel.cards.enumerated() {
      let isLead = withLead && index == 0
      if isLead {
        adoptMedium(of: card, in: &message)
      } else if let header = card.header {
        log.add(.cardMediaDropped, at: header.place)
      }
      tell(card, index, in: &message, isLead: isLead)
    }
  }

  /// The first card's medium stands above the message where there is none.
  private mutating func adoptMedium(of card: Card, in message: inout Message) {
    guard var header = card.header else { return }
    guard message.header == nil, case .media(var media) = header.content else {
      return log.add(.cardMediaDropped, at: header.place)
    }
    adaptKept(&header.kept)
    guard adaptMedia(&media) else { return log.add(.cardMediaDropped, at: header.place) }
    header.content = .media(media)
    message.header = header
    log.add(.cardMediaLeads, at: header.place, target: header.place)
  }

  private mutating func tell(
    _ card: Card, _ index: Int, in message: inout Message, isLead: Bool
  ) {
    let number = Text.plain("\(index + 1)")
    let text = card.body?.text
    var buttons = card.buttons.items
    var values: [(name: String, text: Text)] = [("number", number)]
    values.append(("text", text ?? buttons.first?.label ?? .plain("")))
    let linkIndex = buttons.firstIndex {
      if case .url(.some) = $0.action { true } else { false }
    }
    var pattern = Phrases.Pattern.card
    if let linkIndex, case .url(let url?) = buttons[linkIndex].action {
      let button = buttons.remove(at: linkIndex)
      pattern = .cardLink
      values.append(("url", url))
      let hasOwnButton = message.buttons.items.contains { if case .url = $0.action { true } else { false } }
      if isLead, !hasOwnButton {
        message.buttons.items.append(button)
      } else {
        log.add(.cardLinkToText, at: button.place)
      }
    }
    parts.append(
      Part(
        role: .card, text: Phrases.shared.line(pattern, values),
        entry: Entry(code: .cardToText, source: text?.place ?? card.place), card: index))
    for button in buttons { spellOut(button, role: .card, card: index) }
  }
}

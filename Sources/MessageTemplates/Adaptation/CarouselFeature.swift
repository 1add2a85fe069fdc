/// Carousels: kept where the target has them, else told as the policy says.
extension Adaptation {
  mutating func adaptCarousel(_ message: inout Message) {
    guard var carousel = message.carousel.take() else { return }
    adaptKept(&carousel.kept)
    if carousel.cards.isEmpty { return log.add(.componentEmpty, at: carousel.anyPlace) }
    if keepsCards(carousel) {
      if !isCanonical { repairCards(&carousel, in: &message) }
      if !carousel.cards.isEmpty { message.carousel = carousel }
      return
    }
    dropProductCards(&carousel)
    if carousel.cards.isEmpty { return }
    encodeAddresses(of: &carousel.cards)
    switch policy.carousel {
    case .refuse:
      log.add(.carouselRefused, at: carousel.anyPlace)
      isRefused = true
    case .firstCard: keepFirstCard(of: &carousel.cards, in: &message)
    case .lead: tell(&carousel.cards, in: &message, withLead: true)
    case .text, .messages: tell(&carousel.cards, in: &message, withLead: false)
    }
  }

  /// Cards that show an article say nothing of it themselves.
  mutating func dropProductCards(_ carousel: inout Carousel) {
    carousel.cards.removeAll { card in
      guard card.header?.content.isProduct ?? false, card.body?.text == nil else { return false }
      log.add(.productDropped, at: card.place)
      return true
    }
  }

  /// Whether cards stay cards: where they must be alike, enough of them are.
  func keepsCards(_ carousel: Carousel) -> Bool {
    guard features.contains(.carousel) else { return false }
    if isCanonical { return true }
    let least = limits[.cards].minimum
    if !limits.traits.contains(.cardsAlike) { return carousel.cards.count >= least }
    guard let lead = lead(of: carousel.cards) else { return false }
    var count = 0
    for index in carousel.cards.indices
    where self.lead(of: carousel.cards.span[index]) == lead {
      count += 1
    }
    return count >= least
  }

  /// What stands above the first card that has something there; where cards must be alike, the
  /// others follow it.
  func lead(of cards: [Card]) -> Feature? {
    for index in cards.indices { if let lead = lead(of: cards.span[index]) { return lead } }
    return nil
  }

  /// What stands above a card; a medium that nobody can fetch does not.
  func lead(of card: Card) -> Feature? {
    guard let lead = card.lead(among: limits.cardHeaders) else { return nil }
    if card.header?.isOutOfReach ?? false { return nil }
    return lead
  }

  /// Whether all cards stay, and stay cards.
  func keepsAllCards(_ carousel: Carousel) -> Bool {
    guard keepsCards(carousel) else { return false }
    if isCanonical || !limits.traits.contains(.cardsAlike) { return true }
    let lead = lead(of: carousel.cards)
    return carousel.cards.count <= limits[.cards].maximum
      && carousel.cards.allSatisfy { self.lead(of: $0) == lead }
  }

  /// The first card becomes the message's own medium, text and button.
  private mutating func keepFirstCard(of cards: inout [Card], in message: inout Message) {
    for card in cards.dropFirst() { log.add(.cardDropped, at: card.place, limit: 1) }
    adoptMedium(of: &cards[0], in: &message)
    let card = cards[0]
    if let text = card.body?.text, !text.isBlank {
      parts.append(
        Part(role: .card, text: text, entry: Entry(code: .cardToText, source: text.place), card: 0))
    }
    message.buttons.items += card.buttons.items
  }

  /// Every card becomes a numbered line with its link.
  private mutating func tell(_ cards: inout [Card], in message: inout Message, withLead: Bool) {
    for index in cards.indices {
      let isLead = withLead && index == 0
      if isLead { adoptMedium(of: &cards[index], in: &message) }
      tell(&cards[index], index, in: &message, isLead: isLead)
    }
  }

  /// The first card's medium stands above the message where there is none.
  private mutating func adoptMedium(of card: inout Card, in message: inout Message) {
    guard var header = card.header else { return }
    guard message.header == nil, header.mediaKind != nil, !header.isOutOfReach else {
      return log.add(.cardMediaDropped, at: header.place)
    }
    adaptKept(&header.kept)
    if keepsPicture(header) {
      message.header = header
      return log.add(.cardMediaLeads, at: header.place, target: header.place)
    }
    settle(&header, scope: "card_1", at: "\(pointer)/carousel/cards/0/header")
    guard case .media(var media) = header.content else { return }
    guard adaptMedia(&media) else {
      let wanted = supplies(for: media, at: "\(pointer)/carousel/cards/0/header")
      if wanted.isEmpty { return log.add(.cardMediaDropped, at: header.place) }
      return log.add(
        .cardMediaIncomplete, at: header.place, detail: limits.needs[media.kind].words,
        pointer: wanted)
    }
    header.content = .media(media)
    message.header = header
    log.add(.cardMediaLeads, at: header.place, target: header.place)
  }

  /// A card that differs from those that stay becomes a line of the body, without a number.
  mutating func tellUnlike(_ card: Card, _ index: Int, in message: inout Message) {
    if card.header?.content.isProduct ?? false, card.body?.text == nil {
      return log.add(.productDropped, at: card.place)
    }
    var card = card
    tell(&card, index, in: &message, isLead: false, isNumbered: false)
  }

  /// Tells what a card says, which is only looked at.
  private mutating func tell(
    _ card: inout Card, _ index: Int, in message: inout Message, isLead: Bool,
    isNumbered: Bool = true
  ) {
    var part = Part(
      role: .card, text: .empty,
      entry: Entry(code: .cardToText, source: card.body?.text?.place ?? card.place), card: index)
    part.node = card.place
    let firstRemark = remarks.count
    if !isLead, let place = card.header?.place {
      let isProduct = card.header?.content.isProduct ?? false
      remarks.append(Entry(code: isProduct ? .productDropped : .cardMediaDropped, source: place))
    }
    if let title = card.body?.title {
      remarks.append(Entry(code: .headerMerged, source: title.place))
    }
    let link = card.indexOfLink
    let text = card.titledText(in: arena) ?? card.buttons.items.first?.label?.trimmedEnd
    var address: Text?
    if let link {
      if case .url(let url?) = card.buttons.items.span[link].action { address = url }
      if isLead, !message.buttons.items.contains(where: \.opensAddress) {
        message.buttons.items.append(card.buttons.items[link])
      } else {
        let place = card.buttons.items.span[link].place
        remarks.append(Entry(code: .cardLinkToText, source: place))
      }
    }
    part.text = Adaptation.line(text, address, number: isNumbered ? index + 1 : nil, in: arena)
    part.remarks = firstRemark..<remarks.count
    if text == nil, address == nil {
      for index in part.remarks { log.add(remarks[index]) }
      log.add(.cardSaysNothing, at: card.place)
    } else {
      parts.append(part)
    }
    for other in card.buttons.items.indices where other != link {
      var button = card.buttons.items[other]
      spellOut(&button, role: .card, card: index)
    }
  }

  /// What a card says in a line, and where it leads.
  private static func line(
    _ text: Text?, _ address: Text?, number: Int?, in arena: Arena?
  ) -> Text {
    let (text, address) = text == nil ? (address, nil) : (text, address)
    guard let number else {
      guard let text, let address else { return text ?? address ?? .empty }
      var line = text
      line.append(address, behind: " — ", in: arena)
      return line
    }
    var digits = TextBuilder(bytes: 20, marks: 0, in: arena)
    digits.append(decimal: number)
    var values = Phrases.Values(
      (.number, digits.finished(at: .nowhere)), (.text, text ?? .empty))
    if let address { values.third = (.url, address) }
    return Phrases.shared.line(address == nil ? .card : .cardLink, values, in: arena)
  }
}

extension Button {
  /// Whether a tap opens an address.
  @inline(__always)
  var opensAddress: Bool { if case .url(.some) = action { true } else { false } }
}

extension Card {
  /// Which of its buttons opens an address first.
  fileprivate var indexOfLink: Int? {
    for index in buttons.items.indices where buttons.items.span[index].opensAddress {
      return index
    }
    return nil
  }

  /// The text behind its heading, on one line.
  fileprivate func titledText(in arena: Arena?) -> Text? {
    let text = body?.text?.trimmedEnd
    guard var line = body?.title?.trimmedEnd, !line.isEmpty else { return text }
    guard let text, !text.isEmpty else { return line }
    line.append(text, behind: ": ", in: arena)
    return line
  }
}

extension Header {
  /// Whether it is a medium with an address that nobody can fetch.
  fileprivate var isOutOfReach: Bool {
    guard case .media(let media) = content, let url = media.url, !url.isEmpty else { return false }
    return !url.isAddress && !url.hasVariables && !url.isMasked
  }
}

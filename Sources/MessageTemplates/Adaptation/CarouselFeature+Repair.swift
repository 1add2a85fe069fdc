/// Cards of a channel that has cards: at most so many, alike, and with few buttons.
extension Adaptation {
  mutating func repairCards(_ carousel: inout Carousel, in message: inout Message) {
    let limit = limits[.cards].maximum
    if limits.traits.contains(.cardsAlike) { tellUnlikeCards(&carousel, in: &message) }
    if !limits.traits.contains(.bodyOptional), carousel.cards.count > limit {
      for card in carousel.cards.dropFirst(limit) {
        log.add(.cardDropped, at: card.place, limit: limit)
      }
      carousel.cards = Array(carousel.cards.prefix(limit))
    }
    for index in carousel.cards.indices { repair(&carousel.cards[index], index) }
    if !limits.traits.contains(.cardsAlike) {
      carousel.cards.removeAll { card in
        if card.says { return false }
        if card.place.exists { log.add(.cardSaysNothing, at: card.place) }
        return true
      }
      return
    }
    if limits.hasEvenCards { evenOut(&carousel.cards) }
  }

  /// Cards whose medium is of another kind than the first one's cannot stand beside it.
  private mutating func tellUnlikeCards(_ carousel: inout Carousel, in message: inout Message) {
    let lead = lead(of: carousel.cards)
    if carousel.cards.allSatisfy({ self.lead(of: $0) == lead }) { return }
    encodeAddresses(of: &carousel.cards)
    for index in carousel.cards.indices
    where self.lead(of: carousel.cards.span[index]) != lead {
      tellUnlike(carousel.cards[index], index, in: &message)
    }
    carousel.cards.removeAll { self.lead(of: $0) != lead }
  }

  private mutating func repair(_ card: inout Card, _ index: Int) {
    adaptKept(&card.kept)
    if var header = card.header {
      adaptKept(&header.kept)
      if case .media(var media) = header.content {
        if let caption = media.caption {
          log.add(.mediaDetailDropped, at: caption.place)
          media.caption = nil
        }
        encodeSpaces(in: &media.url)
        let isHeld = adaptCardMedia(&media, of: &card, index, at: header.place)
        header.content = .media(media)
        card.header = isHeld ? header : nil
      } else if limits.traits.contains(.cardsAlike) || limits.cardHeaders.contains(header.feature) {
        card.header = header
      } else {
        log.add(
          header.content.isProduct ? .productDropped : .cardMediaDropped, at: header.place)
        card.header = nil
      }
    }
    if var kept = card.body?.kept, !kept.isEmpty {
      adaptKept(&kept)
      card.body?.kept = kept
    }
    if let title = card.body?.title, !features.contains(.bodyTitle) {
      card.body?.title = nil
      mergeCardTitle(title, into: &card)
    }
    adaptKept(&card.buttons.kept)
    repairButtons(&card)
  }

  /// A card's medium: one that cards cannot have becomes its picture, and a button.
  private mutating func adaptCardMedia(
    _ media: inout Media, of card: inout Card, _ index: Int, at place: Place
  ) -> Bool {
    guard limits.traits.contains(.linksAreButtons) || writesMessages else {
      _ = adaptMedia(&media)
      return true
    }
    let isKind = limits.cardHeaders.contains(media.kind.feature)
    if isKind, adaptMedia(&media) { return true }
    if let thumbnail = media.thumbnail, thumbnail.isSecure, media.kind == .video,
      let url = media.url, url.opens(limits.linkSchemes)
    {
      log.add(.cardVideoToPicture, at: place, target: place)
      if let duration = media.duration { log.add(.mediaDetailDropped, at: duration.place) }
      var button = Button(phrase(.play), .url(url))
      button.place = url.place
      card.buttons.items.insert(button, at: 0)
      media = Media(.image, url: thumbnail)
      return true
    }
    linkMedia(media, at: place, role: .card, pointer: "\(pointer)/carousel/cards/\(index)/header")
    card.buttons.items += links
    links = []
    return false
  }

  /// A card's buttons call, open or answer; others and those beyond the limit become lines.
  private mutating func repairButtons(_ card: inout Card) {
    let outer = parts
    parts = []
    var count = 0
    for index in card.buttons.items.indices {
      if !limits.allows(card.buttons.items.span[index], on: card) {
        log.add(.buttonDropped, at: card.buttons.items.span[index].place)
        continue
      }
      encodeAddress(of: &card.buttons.items[index])
      adaptRequest(&card.buttons.items[index])
      adaptChipRequest(&card.buttons.items[index])
      if count < limits[.cardButtons].maximum, stays(&card.buttons.items[index]) {
        adaptNative(&card.buttons.items[index])
        if count < index { card.buttons.items.swapAt(count, index) }
        count += 1
      } else {
        spellOut(&card.buttons.items[index], role: .card)
      }
    }
    card.buttons.items.removeLast(card.buttons.items.count - count)
    addLines(to: &card)
    respellMarkup(&card.body)
    parts = outer
  }

  /// Whether a button can stay one on a card; nothing changes it.
  private func stays(_ button: inout Button) -> Bool {
    standsOnCards(&button) && holdsAddress(of: button) && hasWords(button)
      && button.urlVariableCount <= limits[.urlVariables].maximum
      && !(limits.endsWithVariable && button.goesOnBehindVariable)
  }

  /// The heading of a card becomes the bold first line of its text.
  private mutating func mergeCardTitle(_ title: Text, into card: inout Card) {
    if title.isBlank { return absent(title.place) }
    var text = title.bold(in: features, arena)
    if let body = card.body?.text, !body.isBlank {
      text.append(literal: "\n")
      text.append(body)
      text.place = body.place
    }
    log.add(.headerMerged, at: title.place, target: text.place)
    card.body?.text = text
  }

  private func standsOnCards(_ button: inout Button) -> Bool {
    limits.traits.contains(.cardsAlike)
      ? button.standsOnCards(of: features) : holdsAlone(&button)
  }

  private func holdsAddress(of button: Button) -> Bool {
    guard case .url(let url?) = button.action, limits[.url].isEnforced else { return true }
    return limits[.url].allows(url)
  }
}

extension Capabilities {
  /// Whether a card that shows an article of the catalog takes the button; others do.
  func allows(_ button: Button, on card: Card) -> Bool {
    guard let productCardButtons, card.header?.content.isProduct ?? false else { return true }
    return productCardButtons.contains(button.feature)
  }
}

extension Button {
  /// Whether cards of a channel can have the button.
  func standsOnCards(of features: Features) -> Bool {
    switch action {
    case .phone(let number): number?.isPhoneNumber ?? false
    case .url(let url): url?.isAddress ?? false
    case .reply(let reply): reply.optsOut == nil
    case .service(.product): features.contains(.product)
    default: false
    }
  }
}

extension Card {
  /// Whether there is anything on it.
  fileprivate var says: Bool {
    header != nil || body?.text != nil || body?.title != nil || !buttons.items.isEmpty
  }
}

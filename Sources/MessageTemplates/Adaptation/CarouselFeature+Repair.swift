/// Cards of a channel that has cards: at most so many, alike, and with few buttons.
extension Adaptation {
  mutating func repairCards(_ carousel: inout Carousel, in message: inout Message) {
    let limit = limits[.cards].maximum
    for card in carousel.cards.dropFirst(limit) { log.add(.cardDropped, at: card.place) }
    carousel.cards = Array(carousel.cards.prefix(limit))
    for index in carousel.cards.indices { repair(&carousel.cards[index]) }
    let kind = carousel.cards.lazy.compactMap(\.mediaKind).first
    carousel.cards.removeAll { card in
      if card.mediaKind == kind, kind != nil { return false }
      log.add(.cardDropped, at: card.place)
      return true
    }
  }

  private mutating func repair(_ card: inout Card) {
    adaptKept(&card.kept)
    if var header = card.header {
      adaptKept(&header.kept)
      if case .media(var media) = header.content {
        if let caption = media.caption {
          log.add(.mediaDetailDropped, at: caption.place)
          media.caption = nil
        }
        _ = adaptMedia(&media)
        header.content = .media(media)
      }
      card.header = header
    }
    if var body = card.body {
      adaptKept(&body.kept)
      card.body = body
    }
    if let title = card.body?.title, !features.contains(.bodyTitle) {
      card.body?.title = nil
      mergeCardTitle(title, into: &card)
    }
    adaptKept(&card.buttons.kept)
    repairButtons(&card)
  }

  /// A card's buttons call, open or answer; others and those beyond the limit become lines.
  private mutating func repairButtons(_ card: inout Card) {
    let outer = parts
    parts = []
    var kept: [Button] = []
    for var button in card.buttons.items {
      if button.standsOnCards, button.urlVariableCount <= limits[.urlVariables].maximum,
        kept.count < limits[.cardButtons].maximum
      {
        adaptNative(&button, Message())
        kept.append(button)
      } else {
        spellOut(button, role: .card)
      }
    }
    card.buttons.items = kept
    addLines(to: &card)
    parts = outer
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

  private mutating func addLines(to card: inout Card) {
    if parts.isEmpty { return }
    var text = card.body?.text ?? .plain("", at: parts[0].entry?.source ?? .nowhere)
    for part in parts {
      if !text.isEmpty { text.append(literal: "\n") }
      text.append(part.text)
      if var entry = part.entry {
        entry.target = text.place
        log.add(entry)
      }
    }
    if card.body == nil { card.body = Body(nil) }
    card.body?.text = text
  }
}

extension Card {
  /// The kind of medium above.
  var mediaKind: Media.Kind? {
    guard case .media(let media) = header?.content else { return nil }
    return media.kind
  }
}

extension Button {
  /// Whether cards can have the button.
  var standsOnCards: Bool {
    switch action {
    case .phone(let number): number?.isPhoneNumber ?? false
    case .url(let url): url?.isAddress ?? false
    case .reply(let reply): reply.optsOut == nil
    default: false
    }
  }
}

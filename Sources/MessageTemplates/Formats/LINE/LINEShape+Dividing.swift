/// Layouts that have too many bytes, and cards that are too many: divided, so that none is given up.
extension LINEShape {
  /// The messages that one becomes, in the order they are sent.
  func divided(_ message: Message, _ adaptation: inout Adaptation) -> [Message] {
    if message.isBareText || message.isLoneHeader { return [message] }
    var parts: [Message]
    if let carousel = message.carousel {
      parts = divided(message, carousel, &adaptation)
    } else {
      parts = dividedBubble(message, &adaptation)
    }
    if parts.count == 1 { return parts }
    for index in parts.indices {
      parts[index].sender = message.sender
      parts[index].quickReplies = index == parts.count - 1 ? message.quickReplies : nil
    }
    return parts
  }

  // MARK: One bubble

  private func dividedBubble(_ message: Message, _ adaptation: inout Adaptation) -> [Message] {
    let room = adaptation.limits[.layoutBytes].advised
    let size = message.mostBytes > room ? message.layoutBytes : 0
    if size <= room { return [message] }
    var rest = message
    var before: [Message] = []
    dropMarkup(&rest, over: room, &adaptation)
    if rest.withButtons(0..<1).layoutBytes > room, let text = rest.body?.text {
      adaptation.log.add(
        .layoutDivided, at: text.place, target: text.place, limit: room, found: size)
      var words = Message()
      words.body = Body(text)
      before = [words]
      rest.body?.text = nil
      if rest.body?.title == nil { rest.body = nil }
      takeHeadingAsText(&rest)
    }
    if rest.isLoneHeader { return before + [rest] }
    return before + divided(rest, over: room, &adaptation)
  }

  /// Marked-up words take many bytes: they are plain where that is what it takes.
  private func dropMarkup(
    _ bubble: inout some Bubble, over room: Int, _ adaptation: inout Adaptation
  ) {
    guard let text = bubble.body?.text, text.hasMarkup,
      bubble.withButtons(0..<1).layoutBytes > room
    else { return }
    adaptation.log.add(.markupNotHeld, at: text.place, target: text.place)
    bubble.body?.text = text.withoutMarkup
  }

  /// A bubble with as many buttons as it has room for, and bubbles with the others.
  private func divided<Part: Bubble>(
    _ bubble: Part, over room: Int, _ adaptation: inout Adaptation
  ) -> [Part] {
    let buttons = bubble.buttons.items
    var parts: [Part] = []
    var start = 0
    repeat {
      var end = buttons.count
      let whole = start == 0 ? bubble : Part(buttons: bubble.buttons)
      var part = whole.withButtons(start..<end)
      while end > start + 1, part.layoutBytes > room {
        end -= 1
        part = whole.withButtons(start..<end)
      }
      if part.layoutBytes > room { refuse(part.layoutBytes, room, bubble.place, &adaptation) }
      parts.append(part)
      start = end
    } while start < buttons.count
    if parts.count > 1 {
      let moved = buttons[parts[0].buttons.items.count...].map(\.place)
      adaptation.log.add(
        .layoutDivided, at: moved[0], also: Array(moved.dropFirst()), target: moved[0],
        limit: room, found: bubble.layoutBytes)
    }
    return parts
  }

  private func refuse(
    _ size: Int, _ room: Int, _ place: Place, _ adaptation: inout Adaptation
  ) {
    if adaptation.isRefused { return }
    adaptation.isRefused = true
    adaptation.log.add(.layoutIndivisible, at: place, limit: room, found: size)
  }

  // MARK: Cards

  /// The cards of one message, divided among several where they are too many or too large.
  private func divided(
    _ message: Message, _ carousel: Carousel, _ adaptation: inout Adaptation
  ) -> [Message] {
    let most = adaptation.limits[.cards].maximum
    let room = adaptation.limits[.cardsBytes].advised
    let size = message.mostBytes > room ? message.layoutBytes : 0
    let isLarge = size > room || carousel.cards.contains { isTooLarge($0, adaptation) }
    if carousel.cards.count <= most, !isLarge { return [message] }
    let cards =
      isLarge ? carousel.cards.flatMap { settled($0, &adaptation) } : carousel.cards
    let groups = grouped(cards, most, isLarge ? room : .max)
    if groups.count > 1 {
      let isCount = carousel.cards.count > most
      adaptation.log.add(
        isCount ? .cardsDivided : .layoutDivided, at: carousel.anyPlace, target: carousel.place,
        limit: isCount ? most : room, found: isCount ? carousel.cards.count : size)
    }
    return groups.enumerated().map { index, cards in
      var part = index == 0 ? message : Message()
      part.alternative = message.alternative
      part.carousel = Carousel(cards)
      if index == 0 { part.carousel?.place = carousel.place }
      return part
    }
  }

  /// A card that is small enough, and cards with the buttons that it has no room for.
  private func settled(_ card: Card, _ adaptation: inout Adaptation) -> [Card] {
    if !isTooLarge(card, adaptation) { return [card] }
    let room = adaptation.limits[.layoutBytes].advised
    var card = card
    dropMarkup(&card, over: room, &adaptation)
    return divided(card, over: room, &adaptation)
  }

  private func isTooLarge(_ card: Card, _ adaptation: Adaptation) -> Bool {
    let room = adaptation.limits[.layoutBytes].advised
    return card.mostBytes > room && card.layoutBytes > room
  }

  private func grouped(_ cards: [Card], _ most: Int, _ room: Int) -> [[Card]] {
    var groups: [[Card]] = [[]]
    var size = 0
    for card in cards {
      let length = room == .max ? 0 : card.layoutBytes
      let last = groups[groups.count - 1]
      if !last.isEmpty, last.count == most || size + length > room {
        groups.append([])
        size = 0
      }
      groups[groups.count - 1].append(card)
      size += length
    }
    return groups
  }
}

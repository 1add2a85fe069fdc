/// Lines behind the text of a card, for buttons that it cannot have.
extension Adaptation {
  /// Buttons that not all cards have become lines, and cards have a text or none.
  mutating func evenOut(_ cards: inout [Card]) {
    guard let first = cards.first else { return }
    var shared = first.buttons.items.map(\.feature)
    for card in cards {
      let own = card.buttons.items.map(\.feature)
      shared = Array(zip(shared, own).prefix { $0 == $1 }.map(\.0))
    }
    let outer = parts
    for index in cards.indices {
      parts = []
      for var button in cards[index].buttons.items.dropFirst(shared.count) {
        spellOut(&button, role: .card)
      }
      cards[index].buttons.items = Array(cards[index].buttons.items.prefix(shared.count))
      addLines(to: &cards[index])
    }
    parts = outer
    if cards.contains(where: { $0.body?.text != nil }) {
      for index in cards.indices { fill(&cards[index], index) }
    }
  }

  /// A text for a card that has none where the others have one.
  private mutating func fill(_ card: inout Card, _ index: Int) {
    guard card.body?.text == nil else { return }
    let text = card.buttons.items.first?.label?.string ?? "…"
    if card.body == nil { card.body = Body(nil) }
    card.body?.text = .plain(text)
    log.add(
      .cardTextAssumed, at: card.place, detail: text,
      pointer: "\(pointer)/carousel/cards/\(index)/body/text")
  }

  /// The lines stand behind the card's text, which is shortened for them.
  mutating func addLines(to card: inout Card) {
    fitLines(behind: &card.body)
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

  /// Gives up the last lines while they leave the text less than a quarter, then shortens the text.
  private mutating func fitLines(behind body: inout Body?) {
    let limit = limits[.cardBody]
    guard limit.isEnforced, limit.maximum != .max else { return }
    let own = body?.text.map { limit.count($0) } ?? 0
    var lines = parts.reduce(0) { $0 + limit.count($1.text) + 1 }
    while lines + min(own, limit.maximum / 4) > limit.maximum, let last = parts.popLast() {
      let length = limit.count(last.text)
      log.add(
        length > limit.maximum ? .lineTooLong : .textCutForLength, at: last.place,
        limit: limit.maximum, found: length > limit.maximum ? length : own + lines)
      lines -= length + 1
    }
    guard let text = body?.text, own + lines > limit.maximum else { return }
    let shorter = text.abbreviated(to: limit.maximum - lines, limit)
    let loss = text.loss(in: shorter)
    log.add(
      loss.isEmpty ? .textShortened : .textCutOff, at: text.place, target: text.place,
      limit: limit.maximum, found: own + lines, detail: loss)
    body?.text = shorter
  }
}

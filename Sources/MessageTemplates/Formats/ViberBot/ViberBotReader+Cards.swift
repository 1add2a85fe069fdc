/// Carousels: cells in rows, of which so many make a card.
extension ViberBotReader {
  /// Cards side by side; a single one is the message itself.
  func readCarousel(_ source: inout Source, _ place: Place, into message: inout Message) {
    let cards = cards(&source, place)
    if cards.count == 1 {
      message.header = cards[0].header
      message.body = cards[0].body
      message.buttons = cards[0].buttons
      if message.header == nil, let title = message.body?.title {
        message.header = header(.text(title), at: title.place)
        message.body?.title = nil
      }
      return
    }
    var carousel = Carousel(cards)
    carousel.place = place
    message.carousel = carousel
  }

  /// A new card begins where the rows of the one before are full.
  private func cards(_ source: inout Source, _ place: Place) -> [Card] {
    let columns = source.integer(place, "ButtonsGroupColumns") ?? 6
    let room = columns * (source.integer(place, "ButtonsGroupRows") ?? 7)
    var cards: [Card] = []
    var cells: [Place] = []
    var filled = 0
    for cell in source.list(place, "Buttons") {
      let size =
        (source.integer(cell, "Columns") ?? columns) * (source.integer(cell, "Rows") ?? 1)
      if !cells.isEmpty, filled + size > room {
        cards.append(card(&source, cells))
        (cells, filled) = ([], 0)
      }
      cells.append(cell)
      filled += size
    }
    if !cells.isEmpty { cards.append(card(&source, cells)) }
    return cards
  }

  private func card(_ source: inout Source, _ cells: [Place]) -> Card {
    var card = Card()
    card.place = cells[0]
    var tap: Button?
    for cell in cells { read(&source, cell, into: &card, tap: &tap) }
    card.buttons.place = card.buttons.items.first?.place ?? .nowhere
    guard var tap else { return card }
    if card.buttons.items.contains(where: { $0.action.does(tap.action) }) {
      look(&source, tap.place, "ActionBody")
    } else {
      tap.nameItself(after: card.body?.title ?? card.body?.text)
      card.buttons.items.append(tap)
    }
    return card
  }

  /// One cell: the picture, a text, a button, or room between them.
  private func read(
    _ source: inout Source, _ cell: Place, into card: inout Card, tap: inout Button?
  ) {
    let hasText = source.member(cell, "Text") != nil
    let type = source.word(cell, "ActionType")
    let picture = source.text(cell, "Image") ?? source.text(cell, "BgMedia")
    if !hasText, let picture, card.header == nil {
      card.header = header(.media(Media(.image, url: picture)), at: picture.place)
      if source.member(cell, "Image") != nil { look(&source, cell, "BgMedia") }
      let action = action(&source, cell, nil)
      if action != .nothing {
        tap = Button(nil, action)
        tap?.place = cell
      }
      return
    }
    if !hasText, picture == nil {
      for key in ["ActionType", "ActionBody", "Silent"] { look(&source, cell, key) }
      return
    }
    let isText = hasText && picture == nil && (type == "none" || isSame(source, cell, tap, card))
    guard isText, add(&source, cell, to: &card) else {
      card.buttons.items.append(button(&source, cell))
      return
    }
    for key in ["ActionType", "ActionBody", "Silent"] { look(&source, cell, key) }
  }

  /// Whether a tap on a cell right below the picture does what a tap on that does.
  private func isSame(_ source: Source, _ cell: Place, _ tap: Button?, _ card: Card) -> Bool {
    guard let tap, card.body == nil, card.buttons.items.isEmpty else { return false }
    return source.word(cell, "ActionType") == source.word(tap.place, "ActionType")
      && source.word(cell, "ActionBody") == source.word(tap.place, "ActionBody")
  }

  /// The first text of a card is its text; with a second one it is the title.
  private func add(_ source: inout Source, _ cell: Place, to card: inout Card) -> Bool {
    guard card.body?.title == nil, let text = source.text(cell, "Text") else { return false }
    var marked = text
    if text.mayBeHTML {
      let html = HTMLText(text.string)
      if html.hasLooks { source.tape.fates[Int(text.place.token)] = .styled }
      marked = html.text(at: text.place)
    }
    if marked.isBlank { return false }
    var body = Body(marked)
    body.place = text.place
    if let first = card.body?.text { body.title = title(&source, of: first) }
    card.body = body
    return true
  }

  /// The words of a title: what is bold in it is so because it is one.
  private func title(_ source: inout Source, of text: Text) -> Text {
    let spelled = source.text(at: text.place)
    guard spelled.mayBeHTML else { return spelled }
    let html = HTMLText(spelled.string)
    if html.hasLooks || !html.isBold { source.tape.fates[Int(text.place.token)] = .styled }
    return Text(html.line, at: text.place, markup: false)
  }
}

extension Source {
  /// A whole number; a text that spells one, too.
  func integer(_ object: Place, _ key: String) -> Int? {
    member(object, key).flatMap { Int(tape.string($0)) }
  }
}

/// Keyboards and carousels of our own: members in the order of the mapping.
extension ViberBotWriter {
  func writeKeyboard(_ buttons: Buttons, _ key: StaticString?, to output: inout Output) {
    output.beginObject(key, at: buttons.place)
    output.word("Type", "keyboard")
    output.beginArray("Buttons")
    let columns = ViberBotWriter.columns(of: buttons.items)
    for (index, button) in buttons.items.enumerated() {
      let isLastAlone = index + 1 == buttons.items.count && index % 2 == 0
      write(button, columns: isLastAlone ? 6 : columns, rows: 1, to: &output)
    }
    output.endArray()
    output.endObject()
  }

  /// Two beside each other where there are many short ones; else each has a row.
  private static func columns(of buttons: [Button]) -> Int {
    let areShort = buttons.allSatisfy { ($0.label?.string.count ?? 0) <= 14 }
    return buttons.count > 3 && areShort ? 3 : 6
  }

  func writeCarousel(_ carousel: Carousel, _ key: StaticString?, to output: inout Output) {
    let rows = carousel.cards.map { ViberBotRows($0) }
    let height = rows.map(\.total).max() ?? 1
    output.beginObject(key, at: carousel.place)
    output.word("Type", "rich_media")
    output.integer("ButtonsGroupColumns", 6)
    output.integer("ButtonsGroupRows", height)
    output.word("BgColor", "#FFFFFF")
    output.beginArray("Buttons")
    for (card, rows) in zip(carousel.cards, rows) { write(card, rows, height, to: &output) }
    output.endArray()
    output.endObject()
  }

  private func write(_ card: Card, _ rows: ViberBotRows, _ height: Int, to output: inout Output) {
    if let header = card.header, case .media(let media) = header.content {
      beginCell(rows.picture, at: header.place, to: &output)
      output.string("ActionBody", "none")
      output.text("Image", media.url)
      output.endObject()
    }
    if let title = card.body?.title {
      writeCell("<b>" + title.htmlLabel + "</b>", title.place, rows.title, to: &output)
    }
    if let text = card.body?.text { writeCell(text.html, text.place, rows.text, to: &output) }
    for button in card.buttons.items { write(button, columns: 6, rows: 1, to: &output) }
    var missing = height - rows.total
    while missing > 0 {
      output.beginObject()
      output.integer("Columns", 6)
      output.integer("Rows", min(missing, 7))
      output.word("BgColor", "#FFFFFF")
      output.word("ActionType", "none")
      output.string("ActionBody", "none")
      output.endObject()
      missing -= 7
    }
  }

  private func writeCell(_ html: String, _ place: Place, _ rows: Int, to output: inout Output) {
    beginCell(rows, to: &output)
    output.string("ActionBody", "none")
    output.string("Text", html, at: place)
    output.word("TextVAlign", "middle")
    output.word("TextHAlign", "left")
    output.endObject()
  }

  private func beginCell(_ rows: Int, at place: Place = .nowhere, to output: inout Output) {
    output.beginObject(at: place)
    output.integer("Columns", 6)
    output.integer("Rows", rows)
    output.word("ActionType", "none")
  }

  private func write(_ button: Button, columns: Int, rows: Int, to output: inout Output) {
    output.beginObject(at: button.place)
    output.integer("Columns", columns)
    output.integer("Rows", rows)
    if case .reply(let reply) = button.action, reply.isSilent { output.boolean("Silent", true) }
    writeAction(of: button, to: &output)
    output.text("Image", button.icon)
    if let label = button.label { output.string("Text", label.htmlLabel, at: label.place) }
    if case .phone = button.action { output.word("OpenURLType", "external") }
    output.endObject()
  }

  private func writeAction(of button: Button, to output: inout Output) {
    switch button.action {
    case .reply(let reply):
      output.word("ActionType", "reply")
      output.text("ActionBody", reply.data ?? button.label)
    case .url(let url):
      output.word("ActionType", "open-url")
      output.text("ActionBody", url)
    case .phone(let number):
      output.word("ActionType", "open-url")
      if let number { output.string("ActionBody", "tel:" + number.string, at: number.place) }
    case .requestLocation:
      output.word("ActionType", "location-picker")
      output.string("ActionBody", "location")
    case .requestPhone:
      output.word("ActionType", "share-phone")
      output.string("ActionBody", "phone")
    case .unknown(let type):
      output.string("ActionType", type.string)
      output.string("ActionBody", type.string)
    case .nothing, .coupon, .oneTimePassword, .flow, .catalog, .products, .dateTime, .camera,
      .cameraRoll, .service:
      output.word("ActionType", "none")
      output.string("ActionBody", "none")
    }
  }
}

/// How many of a card's rows each of its cells takes: seven at most.
struct ViberBotRows {
  var picture = 0
  var title = 0
  var text = 0
  var buttons = 0

  init(_ card: Card) {
    buttons = card.buttons.items.count
    title = card.body?.title == nil ? 0 : 1
    text = card.body?.text == nil ? 0 : 1
    if text == 1, buttons + title < 3 { text = 2 }
    if card.header != nil { picture = max(1, min(3, 7 - buttons - title - text)) }
  }

  /// All rows of the card.
  var total: Int { max(picture + title + text + buttons, 1) }
}

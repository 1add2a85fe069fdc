/// The four templates.
extension LINEReader {
  func readTemplate(_ source: inout Source, at place: Place, into message: inout Message) {
    switch source.word(place, "type") {
    case "buttons", "confirm":
      let card = column(&source, place)
      message.header = card.header
      message.body = card.body
      message.buttons = card.buttons
      if message.header == nil, let title = message.body?.title {
        message.body?.title = nil
        message.header = Header(.text(title))
        message.header?.place = title.place
      }
    default:
      var carousel = Carousel(source.list(place, "columns").map { column(&source, $0) })
      carousel.place = source.member(place, "columns") ?? place
      message.carousel = carousel
    }
  }

  /// A column, or a template that is like one.
  private func column(_ source: inout Source, _ place: Place) -> Card {
    var card = Card()
    card.place = place
    if let url = source.text(place, "thumbnailImageUrl") ?? source.text(place, "imageUrl") {
      card.header = Header(.media(Media(.image, url: url)))
      card.header?.place = url.place
    }
    let (title, text) = (source.text(place, "title"), source.text(place, "text"))
    if title != nil || text != nil {
      card.body = Body(text)
      card.body?.place = text?.place ?? title?.place ?? .nowhere
      if let title { card.body?.title = title }
    }
    for action in source.list(place, "actions") {
      if let button = button(&source, action: action, at: action) {
        card.buttons.items.append(button)
      }
    }
    for key in ["action", "defaultAction"] {
      guard let tapped = tap(&source, on: place, key, words: title ?? text) else { continue }
      addTap(tapped, to: &card.buttons, &source)
    }
    card.buttons.place = source.member(place, "actions") ?? .nowhere
    return card
  }

  /// A tap is a button, unless one does the same already.
  func addTap(_ tap: Button, to buttons: inout Buttons, _ source: inout Source) {
    if buttons.items.contains(where: { $0.action.does(tap.action) }) {
      source.mark(tap.place, .presentation)
    } else {
      buttons.items.append(tap)
    }
  }
}

extension Button.Action {
  /// Whether two actions do the same, whatever the reader is seen to say.
  func does(_ other: Button.Action) -> Bool {
    guard case .reply(let own) = self, case .reply(let reply) = other, own.data != nil else {
      return self == other
    }
    return own.data == reply.data
  }
}

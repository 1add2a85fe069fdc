/// Template messages, where every limit of theirs holds.
extension LINEWriter {
  /// The templates that a message can be.
  enum Kind {
    case buttons, confirm, carousel, imageCarousel
  }

  /// The template that holds all of a message; nil where none does.
  func template(for message: Message) -> Kind? {
    if message.footer != nil || message.body?.text?.hasMarkup ?? false { return nil }
    if let carousel = message.carousel { return template(for: carousel) }
    guard let text = message.body?.text, (1...4).contains(message.buttons.items.count),
      message.buttons.items.allSatisfy({ $0.hasShortLabel(20) })
    else { return nil }
    let isPlain = message.header == nil && message.body?.title == nil
    if isPlain, message.buttons.items.count == 2, message.buttons.items.allSatisfy(\.isReply) {
      return text.string.count <= 240 ? .confirm : nil
    }
    var title = message.body?.title
    switch message.header?.content {
    case nil: break
    case .text(let text): title = text
    case .media(let media) where media.kind == .image: break
    default: return nil
    }
    if let title, title.string.count > 40 { return nil }
    return text.string.count <= (isPlain ? 160 : 60) ? .buttons : nil
  }

  private func template(for carousel: Carousel) -> Kind? {
    guard (1...10).contains(carousel.cards.count), let first = carousel.cards.first else {
      return nil
    }
    let hasPicture = first.header != nil
    for card in carousel.cards where (card.header != nil) != hasPicture { return nil }
    if carousel.cards.allSatisfy({ $0.header != nil && $0.body == nil && $0.isOneAction }) {
      return .imageCarousel
    }
    let (hasTitle, count) = (first.body?.title != nil, first.buttons.items.count)
    let limit = hasTitle || hasPicture ? 60 : 120
    let isEven = carousel.cards.allSatisfy { card in
      guard let body = card.body, let text = body.text, !text.hasMarkup else { return false }
      return (body.title != nil) == hasTitle && card.buttons.items.count == count
        && text.string.count <= limit && (body.title?.string.count ?? 0) <= 40
        && card.buttons.items.allSatisfy { $0.hasShortLabel(20) }
    }
    return isEven && (1...3).contains(count) ? .carousel : nil
  }

  /// A message as the template that holds it.
  func writeTemplate(of message: Message, to output: inout Output) {
    output.openObject()
    switch template(for: message) {
    case .confirm:
      output.word("type", "confirm")
      write(message.body, to: &output)
      write(message.buttons, to: &output)
    case .carousel, .imageCarousel: write(message.carousel, to: &output)
    case .buttons, nil:
      output.word("type", "buttons")
      if case .text(let title) = message.header?.content {
        output.text("title", title)
      } else {
        write(message.header, "thumbnailImageUrl", to: &output)
      }
      write(message.body, to: &output)
      write(message.buttons, to: &output)
    }
    output.endObject()
  }

  private func write(_ carousel: Carousel?, to output: inout Output) {
    guard let carousel else { return }
    let isBare = carousel.cards.allSatisfy { $0.body == nil }
    output.word("type", isBare ? "image_carousel" : "carousel")
    output.beginArray("columns", at: carousel.place)
    for card in carousel.cards {
      output.beginObject(at: card.place)
      write(card.header, isBare ? "imageUrl" : "thumbnailImageUrl", to: &output)
      write(card.body, to: &output)
      if isBare {
        output.begin("action")
        if let button = card.buttons.items.first {
          output.land(button.place)
          write(action: button, to: &output)
        }
      } else {
        write(card.buttons, to: &output)
      }
      output.endObject()
    }
    output.endArray()
  }

  private func write(_ header: Header?, _ key: StaticString, to output: inout Output) {
    guard let header, case .media(let media) = header.content, let url = media.url else { return }
    output.begin(key)
    output.land(header.place)
    output.text(url)
  }

  private func write(_ body: Body?, to output: inout Output) {
    output.text("title", body?.title)
    guard let body, let text = body.text else { return }
    output.begin("text")
    output.land(body.place)
    output.text(text)
  }

  private func write(_ buttons: Buttons, to output: inout Output) {
    output.beginArray("actions", at: buttons.place)
    for button in buttons.items {
      output.begin(nil)
      output.land(button.place)
      write(action: button, to: &output)
    }
    output.endArray()
  }
}

extension Button {
  fileprivate func hasShortLabel(_ limit: Int) -> Bool { (label?.string.count ?? 0) <= limit }

  /// Whether an answer.
  var isReply: Bool { if case .reply = action { true } else { false } }
}

extension Card {
  /// Whether one button with a label that stands below a picture.
  fileprivate var isOneAction: Bool {
    buttons.items.count == 1 && buttons.items[0].hasShortLabel(12)
  }
}

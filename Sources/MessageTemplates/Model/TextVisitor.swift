/// Something that looks at every text of a message that can hold variables, and may change it.
protocol TextVisitor {
  /// Visits a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - scope: What numbers in it are called after: `body`, `card_1_button_2`.
  ///   - role: What the text is.
  mutating func visit(_ text: inout Text, scope: String, role: TextRole)
}

/// What a text of a message is.
enum TextRole {
  /// Words that readers see, without markup.
  case plain
  /// Words that may be marked up.
  case marked
  /// A button's address.
  case address
  /// Something for machines: a medium's address, a phone number, a code.
  case other
}

extension Message {
  /// Hands every text to a visitor, in the order in which phones show them.
  mutating func accept(_ visitor: inout some TextVisitor) {
    header?.accept(&visitor, card: nil)
    if var offer {
      visit(&offer.text, "offer", .plain, &visitor)
      visit(&offer.expiration, "expiration", .other, &visitor)
      self.offer = offer
    }
    if var title = body?.title {
      visitor.visit(&title, scope: "title", role: .plain)
      body?.title = title
    }
    if var text = body?.text {
      visitor.visit(&text, scope: "body", role: .marked)
      body?.text = text
    }
    if var text = footer?.text {
      visitor.visit(&text, scope: "footer", role: .plain)
      footer?.text = text
    }
    buttons.accept(&visitor, card: nil)
    if var chips = quickReplies {
      chips.accept(&visitor, card: nil)
      quickReplies = chips
    }
    guard var carousel else { return }
    for index in carousel.cards.indices { carousel.cards[index].accept(&visitor, index) }
    self.carousel = carousel
  }
}

extension Card {
  fileprivate mutating func accept(_ visitor: inout some TextVisitor, _ index: Int) {
    header?.accept(&visitor, card: index)
    if var title = body?.title {
      visitor.visit(&title, scope: VariableScope.scope("title", card: index), role: .plain)
      body?.title = title
    }
    if var text = body?.text {
      visitor.visit(&text, scope: VariableScope.body(card: index), role: .marked)
      body?.text = text
    }
    buttons.accept(&visitor, card: index)
  }
}

extension Header {
  fileprivate mutating func accept(_ visitor: inout some TextVisitor, card: Int?) {
    let scope = VariableScope.header(card: card)
    switch content {
    case .text(var text):
      visitor.visit(&text, scope: scope, role: .plain)
      content = .text(text)
    case .media(var media):
      visit(&media.url, scope, .other, &visitor)
      visit(&media.caption, scope, .marked, &visitor)
      visit(&media.fileName, scope, .other, &visitor)
      visit(&media.thumbnail, scope, .other, &visitor)
      content = .media(media)
    case .location(var location):
      visit(&location.name, scope, .other, &visitor)
      visit(&location.address, scope, .other, &visitor)
      content = .location(location)
    case .contact(var contact):
      visit(&contact.name, scope, .other, &visitor)
      visit(&contact.phone, scope, .other, &visitor)
      content = .contact(contact)
    case .product, .sticker: break
    }
  }
}

extension Buttons {
  fileprivate mutating func accept(_ visitor: inout some TextVisitor, card: Int?) {
    for index in items.indices { items[index].accept(&visitor, index, card: card) }
  }
}

extension Button {
  fileprivate mutating func accept(_ visitor: inout some TextVisitor, _ index: Int, card: Int?) {
    visit(&label, VariableScope.label(of: index, card: card), .plain, &visitor)
    let scope = VariableScope.address(of: index, card: card)
    switch action {
    case .url(var text?):
      visitor.visit(&text, scope: scope, role: .address)
      action = .url(text)
    case .phone(var text?):
      visitor.visit(&text, scope: scope, role: .other)
      action = .phone(text)
    case .coupon(var text?):
      visitor.visit(&text, scope: scope, role: .other)
      action = .coupon(text)
    default: break
    }
  }
}

private func visit(
  _ text: inout Text?, _ scope: String, _ role: TextRole, _ visitor: inout some TextVisitor
) {
  guard var present = text else { return }
  visitor.visit(&present, scope: scope, role: role)
  text = present
}

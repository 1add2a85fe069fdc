/// A few names, each once, in the order they were met: templates have too few to hash them.
struct Names {
  private(set) var items: [(name: Text, place: Place)] = []
  /// All of them, where there are many.
  private var hashed: Set<String> = []
  /// How many were met, the same one as often as it was.
  var met = 0
  /// Whether the names themselves do not matter.
  var countsOnly = false

  mutating func insert(_ name: Text, at place: Place) {
    if items.count > 64 ? !hashed.insert(name.string).inserted : holds(name) { return }
    if items.isEmpty { items.reserveCapacity(4) }
    items.append((name, place))
    if items.count == 65 { hashed = Set(items.map(\.name.string)) }
  }

  private func holds(_ name: Text) -> Bool {
    for index in items.indices where items[index].name.hasSameBytes(as: name) { return true }
    return false
  }

  func contains(_ name: String) -> Bool {
    if items.count > 64 { return hashed.contains(name) }
    for index in items.indices where items[index].name.reads(name) { return true }
    return false
  }
}

extension Template {
  /// The names of all variables, sorted.
  package var variables: [String] {
    var names = Names()
    collectVariables(into: &names)
    return names.items.map(\.name.string).sorted()
  }

  func collectVariables(into names: inout Names) { names.collect(messages) }
}

extension Names {
  /// Meets the variables of all texts.
  mutating func collect(_ messages: [Message]) {
    for index in messages.indices { messages[index].collectVariables(into: &self) }
  }
}

extension Message {
  /// The names of the variables in all texts.
  func collectVariables(into names: inout Names) {
    offer?.text?.collect(&names)
    offer?.expiration?.collect(&names)
    header?.collect(&names)
    body?.title?.collect(&names)
    body?.text?.collect(&names)
    footer?.text?.collect(&names)
    buttons.collect(&names)
    quickReplies?.collect(&names)
    alternative?.collect(&names)
    guard carousel?.place != nil, let carousel else { return }
    let cards = carousel.cards.span
    for index in cards.indices {
      cards[index].header?.collect(&names)
      cards[index].body?.title?.collect(&names)
      cards[index].body?.text?.collect(&names)
      cards[index].buttons.collect(&names)
    }
  }
}

extension Text {
  fileprivate func collect(_ names: inout Names) {
    if markCount == 0 { return }
    withMarks { marks in
      for mark in marks where mark.kind == .variable {
        names.met += 1
        if !names.countsOnly { names.insert(part(nameRange(of: mark)), at: place) }
      }
    }
  }
}

extension Header {
  fileprivate func collect(_ names: inout Names) {
    switch content {
    case .text(let text): text.collect(&names)
    case .media(let media):
      media.url?.collect(&names)
      media.caption?.collect(&names)
      media.fileName?.collect(&names)
      media.thumbnail?.collect(&names)
    case .location(let location):
      location.name?.collect(&names)
      location.address?.collect(&names)
    case .contact(let contact):
      contact.name?.collect(&names)
      contact.phone?.collect(&names)
    case .sticker: break
    case .product: break
    }
  }
}

extension Buttons {
  fileprivate func collect(_ names: inout Names) {
    let items = items.span
    for index in items.indices { items[index].collect(&names) }
  }
}

extension Button {
  fileprivate func collect(_ names: inout Names) {
    label?.collect(&names)
    link?.collect(&names)
    switch action {
    case .url(let text), .phone(let text), .coupon(let text): text?.collect(&names)
    case .reply(let reply):
      reply.data?.collect(&names)
      reply.says?.collect(&names)
    case .dateTime(let question): question.data?.collect(&names)
    default: break
    }
  }
}

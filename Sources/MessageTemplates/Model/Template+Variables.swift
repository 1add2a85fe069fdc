internal import CBytes

/// A few names, each once, in the order they were met: templates have too few to hash them.
struct Names {
  /// A name, with what tells most names apart at a glance.
  struct Name {
    let text: Text
    let digest: UInt64
    /// Whether there is a sample for it.
    var hasSample = false
  }

  private(set) var items: [Name] = []
  /// All of them, where there are many.
  private var hashed: Set<String> = []
  /// How many were met, the same one as often as it was.
  private(set) var met = 0
  /// Whether the names themselves do not matter.
  var countsOnly = false

  /// Hands the names on, memory and all.
  mutating func taken() -> Names {
    var taken = Names()
    swap(&taken, &self)
    return taken
  }

  /// Forgets all names and keeps the memory.
  mutating func reset() {
    items.removeAll(keepingCapacity: true)
    if !hashed.isEmpty { hashed = [] }
    met = 0
  }

  fileprivate mutating func meet(_ text: Text) {
    text.withMarks { marks in
      for mark in marks where mark.kind == .variable {
        met += 1
        if !countsOnly { insert(text.part(text.nameRange(of: mark))) }
      }
    }
  }

  mutating func insert(_ name: consuming Text) {
    let digest = name.digest
    if items.count > 64 {
      if !hashed.insert(name.string).inserted { return }
    } else if index(of: name, digest) != nil {
      return
    }
    if items.isEmpty { items.reserveCapacity(8) }
    items.append(Name(text: name, digest: digest))
    if items.count == 65 { hashed = Set(items.map(\.text.string)) }
  }

  private func index(of name: borrowing Text, _ digest: UInt64) -> Int? {
    let items = items.span
    for index in items.indices where items[index].digest == digest {
      if name.count < 8 || items[index].text.hasSameBytes(as: name) { return index }
    }
    return nil
  }

  func contains(_ name: Text) -> Bool {
    items.count > 64 ? hashed.contains(name.string) : index(of: name, name.digest) != nil
  }

  /// Notes which variables there are samples for; false where one is for no variable.
  mutating func pair(_ samples: inout [Sample]) -> Bool {
    var areUsed = true
    for index in samples.indices {
      let digest = samples.span[index].key.digest
      if let found = self.index(of: samples.span[index].key, digest) {
        items[found].hasSample = true
      } else {
        areUsed = false
      }
    }
    return areUsed
  }
}

extension Text {
  /// How long the text is, and its first seven bytes: of shorter ones all there is to know.
  fileprivate var digest: UInt64 {
    withBytes { bytes in
      bytes.baseAddress.map { bytes_digest($0, bytes.count) } ?? 0
    }
  }
}

extension Template {
  /// The names of all variables, sorted.
  package var variables: [String] {
    var names = Names()
    var messages = messages
    names.collect(&messages)
    return names.items.map(\.text.string).sorted()
  }
}

// Looking changes nothing; it is `mutating` because an element of an array would be copied to be
// lent.

extension Names {
  /// Meets the variables of all texts.
  mutating func collect(_ messages: inout [Message]) {
    for index in messages.indices { messages[index].collect(&self) }
  }
}

extension Text? {
  @inline(__always)
  fileprivate func collect(_ names: inout Names) {
    if let self, self.markCount > 0 { names.meet(self) }
  }
}

extension Message {
  mutating func collect(_ names: inout Names) {
    if hasOffer {
      offer?.text.collect(&names)
      offer?.expiration.collect(&names)
    }
    header?.collect(&names)
    body?.collect(&names)
    footer?.text.collect(&names)
    buttons.collect(&names)
    if var quick = quickReplies { quick.collect(&names) }
    alternative.collect(&names)
    carousel?.collect(&names)
  }
}

extension Body {
  fileprivate func collect(_ names: inout Names) {
    title.collect(&names)
    text.collect(&names)
  }
}

extension Carousel {
  fileprivate mutating func collect(_ names: inout Names) {
    for index in cards.indices {
      cards[index].header?.collect(&names)
      cards[index].body?.collect(&names)
      cards[index].buttons.collect(&names)
    }
  }
}

extension Header {
  fileprivate mutating func collect(_ names: inout Names) {
    switch content {
    case .text(let text): Text?(text).collect(&names)
    case .media:
      content.url.collect(&names)
      content.caption.collect(&names)
      content.fileName.collect(&names)
      content.thumbnail.collect(&names)
    case .location(let location):
      location.name.collect(&names)
      location.address.collect(&names)
    case .contact(let contact):
      contact.name.collect(&names)
      contact.phone.collect(&names)
    case .sticker: break
    case .product: break
    }
  }
}

extension Buttons {
  fileprivate mutating func collect(_ names: inout Names) {
    for index in items.indices { items[index].collect(&names) }
  }
}

extension Button {
  fileprivate mutating func collect(_ names: inout Names) {
    label.collect(&names)
    link.collect(&names)
    switch action {
    case .url(let text), .phone(let text), .coupon(let text): text.collect(&names)
    case .reply(let reply):
      reply.data.collect(&names)
      reply.says.collect(&names)
    case .dateTime(let question): question.data.collect(&names)
    default: break
    }
  }
}

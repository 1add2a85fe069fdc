internal import CBytes

/// A few names, each once, in the order they were met: templates have too few to hash them.
struct Names: Sendable {
  /// A name, with what tells most names apart at a glance.
  ///
  /// It is plain memory: what it points to lives in the arena of the template, or with an owner.
  struct Name: @unchecked Sendable {
    fileprivate let start: UnsafePointer<UInt8>?
    fileprivate let count: Int
    /// How long the name is, and how it begins: of short ones all there is to know.
    fileprivate let digest: UInt64
    /// Where the text stands in which it was met first.
    let place: Place
    /// Whether there is a sample for it.
    fileprivate(set) var hasSample = false

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
    var string: String { String(copying: UTF8Span(unchecked: bytes.span)) }

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Place) {
      start = bytes.baseAddress
      count = bytes.count
      digest = bytes.digest
      self.place = place
    }

    /// The name that a text is, while the text is there.
    @inline(__always)
    init(_ text: borrowing Text) { self = text.withBytes { Name($0, at: .nowhere) } }

    /// Whether two names are the same.
    @inline(__always)
    static func == (a: Name, b: Name) -> Bool {
      a.digest == b.digest && (a.count < 8 || a.bytes.isEqual(to: b.bytes))
    }
  }

  private(set) var items = Refillable<Name>()
  /// Where each stands, once there are many.
  private var positions: [String: Int]?
  /// What keeps names that live in no arena.
  private var owners: [TextMemory] = []
  /// How many were met, the same one as often as it was.
  private(set) var met = 0
  /// Whether the names themselves do not matter.
  var countsOnly = false

  /// More names than these are found by a hash.
  private static let most = 64

  /// Hands the names on, memory and all.
  mutating func taken() -> Names {
    var taken = Names()
    swap(&taken, &self)
    return taken
  }

  /// Forgets all names and keeps the memory.
  mutating func reset() {
    items.removeAll()
    if positions != nil { positions = nil }
    if !owners.isEmpty { owners = [] }
    met = 0
  }

  @inline(never)
  fileprivate mutating func meet(_ text: borrowing Text) {
    if countsOnly { return met += text.variableCount }
    if let owner = text.memory { owners.append(owner) }
    let place = text.place
    text.withBytes { bytes in
      text.withMarks { marks in
        for mark in marks where mark.kind == .variable {
          met += 1
          let range = bytes.nameRange(of: mark)
          insert(Name(UnsafeBufferPointer(rebasing: bytes[range]), at: place))
        }
      }
    }
  }

  @inline(__always)
  private mutating func insert(_ name: Name) {
    if index(of: name) != nil { return }
    items.append(name)
    if items.count > Names.most { hashNames() }
  }

  /// Hashes the name that was added last, and at first all of them.
  @inline(never)
  private mutating func hashNames() {
    let first = positions == nil ? 0 : items.count - 1
    for index in first..<items.count {
      positions = positions ?? [:]
      positions?[items[index].string] = index
    }
  }

  @inline(__always)
  private func index(of name: Name) -> Int? {
    if items.count > Names.most { return positions?[name.string] }
    return items.withValues { items in
      for index in items.indices where items[index] == name { return index }
      return nil
    }
  }

  func contains(_ name: Text) -> Bool {
    withExtendedLifetime(name) { index(of: Name(name)) != nil }
  }

  /// Notes which variables there are samples for; false where one is for no variable.
  mutating func pair(_ samples: inout [Sample]) -> Bool {
    var areUsed = true
    for index in samples.indices {
      let found = self.index(of: Name(samples.span[index].key))
      if let found { items[found].hasSample = true } else { areUsed = false }
    }
    return areUsed
  }
}

extension Names {
  /// Whether there is a sample for each.
  var areSampled: Bool {
    items.withValues { names in
      for name in names where !name.hasSample { return false }
      return true
    }
  }

  /// Whether all are names as templates have them.
  var areUsual: Bool {
    items.withValues { names in
      for name in names where !name.bytes.isUsualVariableName { return false }
      return true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How long a text is, and its first seven bytes: of shorter ones all there is to know.
  @inline(__always)
  fileprivate var digest: UInt64 { baseAddress.map { bytes_digest($0, count) } ?? 0 }
}

extension Template {
  /// The names of all variables, sorted.
  package var variables: [String] {
    var names = Names()
    var messages = messages
    names.collect(&messages)
    return names.items.map(\.string).sorted()
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

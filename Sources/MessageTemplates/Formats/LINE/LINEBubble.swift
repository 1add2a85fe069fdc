/// What becomes a bubble: a message, or a card.
protocol Bubble {
  var place: Place { get }
  var body: Body? { get set }
  var buttons: Buttons { get set }
  /// How many bytes the layout has, as compact JSON.
  var layoutBytes: Int { get }
  /// How many bytes the layout has at most: quick to tell.
  var mostBytes: Int { get }

  init(buttons: Buttons)
}

extension Bubble {
  /// The bubble with some of its buttons.
  func withButtons(_ range: Range<Int>) -> Self {
    var bubble = self
    bubble.buttons.items = Array(buttons.items[range.clamped(to: 0..<buttons.items.count)])
    return bubble
  }

  /// What surrounds the texts takes so many bytes at most.
  fileprivate var mostBytesOfParts: Int {
    var bytes = 1_000
    if let body { bytes += (body.title?.mostBytes ?? 0) + (body.text?.mostBytes ?? 0) }
    for index in buttons.items.indices { bytes += buttons.items.span[index].mostBytes }
    return bytes
  }
}

extension Message: Bubble {
  init(buttons: Buttons) {
    self.init()
    self.buttons = buttons
  }

  var layoutBytes: Int { LINEWriter().layout(of: self).count }

  var mostBytes: Int {
    var bytes = mostBytesOfParts + (header?.mostBytes ?? 0) + (footer?.text?.mostBytes ?? 0)
    if let carousel { for card in carousel.cards { bytes += card.mostBytes } }
    return bytes
  }
}

extension Card: Bubble {
  init(buttons: Buttons) {
    self.init()
    self.buttons = buttons
  }

  var layoutBytes: Int {
    var message = Message()
    message.carousel = Carousel([self])
    return message.layoutBytes
  }

  var mostBytes: Int { mostBytesOfParts + (header?.mostBytes ?? 0) }
}

extension Header {
  fileprivate var mostBytes: Int {
    switch content {
    case .text(let text): text.mostBytes
    case .media(let media):
      (media.url?.mostBytes ?? 0) + 2 * (media.thumbnail?.mostBytes ?? 0)
    default: 0
    }
  }
}

extension Button {
  fileprivate var mostBytes: Int {
    var bytes = 300 + 2 * (label?.mostBytes ?? 0)
    switch action {
    case .url(let url): bytes += url?.mostBytes ?? 0
    case .phone(let number): bytes += number?.mostBytes ?? 0
    case .coupon(let code): bytes += code?.mostBytes ?? 0
    case .reply(let reply):
      bytes += (reply.says?.mostBytes ?? 0) + (reply.data?.mostBytes ?? 0)
    case .dateTime(let question): bytes += question.data?.mostBytes ?? 0
    default: break
    }
    for member in kept { bytes += member.json.utf8.count + 40 }
    return bytes
  }
}

extension Text {
  /// Escapes take up to six bytes for one, and each end of a mark begins a span.
  fileprivate var mostBytes: Int { count * 6 + markCount * 200 }
}

/// One message made several, where the policy asks for it.
extension Adaptation {
  mutating func splitMessages(_ messages: inout [Message]) {
    let wantsCards = policy.carousel == .messages
    let wantsDocument = policy.document == .messages && !limits.layouts.isEmpty
    if limits.alone != Features() { return standAlone(&messages) }
    guard wantsCards || wantsDocument else { return }
    var result: [Message] = []
    for (index, original) in messages.enumerated() {
      var message = original
      messageIndex = index
      let base = "/messages/\(index)"
      var cards = wantsCards ? takeCards(&message) : []
      if wantsDocument, let document = takeDocument(&message) {
        result.append(document)
        pointers.append(base)
      }
      if cards.isEmpty || !leaves(&message, to: &cards) {
        result.append(message)
        pointers.append(base)
      }
      result += cards
      pointers += cards.indices.map { base + "/carousel/cards/\($0)" }
    }
    messages = result
  }

  /// Whether nothing is left of a message to say beside its cards; its chips go with the last one.
  private mutating func leaves(_ message: inout Message, to cards: inout [Message]) -> Bool {
    guard message.header == nil, !message.saysMoreThanHeader, message.kept.isEmpty,
      message.callPermission == nil
    else { return false }
    if let text = message.alternative { log.add(.alternativeDropped, at: text.place) }
    if let native = message.native, native.place.exists {
      layouts.append((native.place, message.place))
    }
    for index in cards.indices { cards[index].sender = message.sender }
    cards[cards.count - 1].quickReplies = message.quickReplies
    return true
  }

  /// What takes a message of its own beside other content: a place before it, cards behind it.
  private mutating func standAlone(_ messages: inout [Message]) {
    var result: [Message] = []
    var pointers: [String] = []
    for (index, original) in messages.enumerated() {
      var message = original
      messageIndex = index
      settleMedia(&message)
      let keepsLayout = message.native.map { target.adapter.spells($0, message) } ?? false
      if !keepsLayout, let header = takeHeader(&message) {
        result.append(header)
        pointers.append("/messages/\(index)")
      }
      let cards = keepsLayout ? nil : takeCarousel(&message)
      result.append(message)
      pointers.append("/messages/\(index)")
      if let cards {
        result.append(cards)
        pointers.append("/messages/\(index)")
      }
    }
    self.pointers = pointers
    messages = result
  }

  private mutating func takeHeader(_ message: inout Message) -> Message? {
    guard let header = message.header, limits.alone.contains(header.feature),
      features.contains(header.feature), message.saysMoreThanHeader
    else { return nil }
    if case .media(let media) = header.content, !holdsMedia(media) { return nil }
    if case .sticker(let sticker) = header.content, !holds(sticker) { return nil }
    if case .location(let location) = header.content, !holds(location) { return nil }
    log.add(.messageSplit, at: header.place, target: header.place)
    message.header = nil
    var alone = Message()
    alone.header = header
    alone.sender = message.sender
    return alone
  }

  private mutating func takeCarousel(_ message: inout Message) -> Message? {
    guard features.contains(.carousel), limits.alone.contains(.carousel) else { return nil }
    if !limits.cardHeaders.contains(.headerProduct), var carousel = message.carousel,
      !carousel.cards.isEmpty
    {
      dropProductCards(&carousel)
      message.carousel = carousel.cards.isEmpty ? nil : carousel
    }
    guard let carousel = message.carousel,
      message.header != nil || message.body != nil || message.footer != nil
        || message.offer != nil || !message.buttons.items.isEmpty
    else { return nil }
    log.add(.messageSplit, at: carousel.anyPlace, target: carousel.place)
    message.carousel = nil
    var alone = Message()
    alone.carousel = carousel
    alone.sender = message.sender
    alone.quickReplies = message.quickReplies
    message.quickReplies = nil
    return alone
  }

  /// Each card as a message of its own.
  private mutating func takeCards(_ message: inout Message) -> [Message] {
    guard let carousel = message.carousel, !carousel.cards.isEmpty, !keepsAllCards(carousel) else {
      return []
    }
    message.carousel = nil
    log.add(
      .carouselSplit, at: carousel.anyPlace,
      found: carousel.cards.count)
    return carousel.cards.indices.map { index in
      let card = carousel.cards[index]
      var message = Message()
      message.header = card.header
      message.body = card.body
      message.buttons = card.buttons
      message.kept = card.kept
      message.place = card.place
      if message.body?.text?.isBlank ?? true { giveText(&message, index) }
      return message
    }
  }

  /// A text for a card that is a message now: its heading, or what its button says.
  private mutating func giveText(_ message: inout Message, _ index: Int) {
    guard features.contains(.body), limits.layouts.isEmpty,
      !limits.traits.contains(.bodyOptional)
    else { return }
    if let title = message.body?.title {
      message.body?.title = nil
      message.body?.text = title
    } else if let label = message.buttons.items.first?.label, !label.isBlank {
      if message.body == nil { message.body = Body(nil) }
      message.body?.text = .plain(label.string)
      log.add(
        .cardTextAssumed, at: message.place, detail: label.string,
        pointer: "\(pointer)/carousel/cards/\(index)/body/text")
    }
  }

  /// A document before the text that came with it.
  private mutating func takeDocument(_ message: inout Message) -> Message? {
    guard var header = message.header, case .media(var media) = header.content,
      media.kind == .document, media.url?.isAddress ?? false,
      media.fileName != nil || media.url?.lastPathPart != nil,
      message.body?.text != nil || !message.buttons.items.isEmpty || message.carousel != nil
        || message.quickReplies != nil
    else { return nil }
    log.add(.documentSplit, at: header.place, target: header.place)
    message.header = nil
    if let caption = media.caption, !features.contains(.caption) {
      media.caption = nil
      header.content = .media(media)
      pendingCaption = caption
    }
    var document = Message()
    document.header = header
    return document
  }
}

extension Message {
  /// Where its first part stands.
  var anyPlace: Place {
    header?.place ?? body?.place ?? carousel?.anyPlace ?? buttons.items.first?.place ?? .nowhere
  }

  /// Whether there is more to it than its header.
  fileprivate var saysMoreThanHeader: Bool {
    body != nil || footer != nil || offer != nil || carousel != nil || !buttons.items.isEmpty
  }
}

/// One message made several, where the policy asks for it.
extension Adaptation {
  mutating func splitMessages(_ messages: inout [Message]) {
    let wantsCards = policy.carousel == .messages && !features.contains(.carousel)
    let wantsDocument = policy.document == .messages && !limits.layouts.isEmpty
    guard wantsCards || wantsDocument else { return }
    var result: [Message] = []
    for (index, original) in messages.enumerated() {
      var message = original
      let base = "/messages/\(index)"
      let cards = wantsCards ? takeCards(&message) : []
      if wantsDocument, let document = takeDocument(&message) {
        result.append(document)
        pointers.append(base)
      }
      result.append(message)
      result += cards
      pointers += [base] + cards.indices.map { base + "/carousel/cards/\($0)" }
    }
    messages = result
  }

  /// Each card as a message of its own.
  private mutating func takeCards(_ message: inout Message) -> [Message] {
    guard let carousel = message.carousel, !carousel.cards.isEmpty else { return [] }
    message.carousel = nil
    log.add(
      .carouselSplit, at: carousel.anyPlace,
      found: carousel.cards.count)
    return carousel.cards.map { card in
      var message = Message()
      message.header = card.header
      message.body = card.body
      message.buttons = card.buttons
      message.kept = card.kept
      message.place = card.place
      return message
    }
  }

  /// A document before the text that came with it.
  private mutating func takeDocument(_ message: inout Message) -> Message? {
    guard var header = message.header, case .media(var media) = header.content,
      media.kind == .document, media.url?.isAddress ?? false,
      media.fileName != nil || media.url?.string.lastPathPart != nil,
      message.body?.text != nil || !message.buttons.items.isEmpty || message.carousel != nil
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

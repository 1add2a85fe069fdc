/// The body: what was in it, and what else became part of it.
extension Adaptation {
  mutating func composeBody(_ message: inout Message) {
    if message.body?.kept.isEmpty == false, var body = message.body {
      adaptKept(&body.kept)
      message.body = body
    }
    let limit = limit(of: message)
    if parts.isEmpty, limit.allows(message.body?.text) { return finishBody(&message) }
    if let text = message.body?.text.take() { insertBody(text) }
    if !parts.areSorted { parts.sort() }
    if parts.byteCount > limit.maximum { fitParts(to: limit) }
    let text = composed()
    if !message.body.isThere { message.body = Body(nil) }
    message.body?.text = text
    finishBody(&message)
  }

  /// The body's own text stands among the parts; a blank one says nothing.
  @inline(__always)
  private mutating func insertBody(_ text: Text) {
    if text.isBlank { return absent(text.place) }
    let index = parts.firstIndex { $0.role > .body } ?? parts.endIndex
    parts.insert(Part(role: .body, text: text, entry: nil), at: index)
  }

  @inline(__always)
  private func limit(of message: Message) -> Limit {
    if message.hasOffer, features.contains(.offer), isStated(.bodyWithOffer) {
      return limits[.bodyWithOffer]
    }
    let isProduct = message.header?.content.isProduct ?? false
    return isProduct && isStated(.bodyWithProduct) ? limits[.bodyWithProduct] : limits[.body]
  }

  @inline(__always)
  private func isStated(_ measure: Measure) -> Bool {
    limits[measure].isEnforced && limits[measure].maximum != .max
  }

  /// The parts as one text: groups apart by an empty line, lines of a group by a line break.
  private mutating func composed() -> Text {
    let parts = parts
    var text = TextBuilder(bytes: parts.byteCount, marks: parts.markCount, in: arena)
    let place = parts.placeOfBody
    // What was a plain asterisk in a title or label can look like markup in a body.
    var suspect: Place?
    for index in parts.indices {
      if index > 0 {
        for _ in 0..<parts.lineBreaks(before: index) { text.append(0x0A) }
      }
      let start = Int32(text.count)
      let isBody = parts.span[index].role == .body
      text.append(parts.span[index].text, trimmingEnd: !isBody || index + 1 < parts.count)
      // A canonical body may hold delimiters that mean themselves; others are what they look like.
      if !isBody || isFromCanonical, suspect == nil, !parts.span[index].isClear,
        parts.span[index].text.mayLookMarkedUp(in: arena)
      {
        suspect = parts.span[index].place
      }
      say(index, became: start..<Int32(text.count), at: place)
    }
    let whole = text.finished(at: place)
    return suspect.map { withVisibleMarkup(whole, $0) } ?? whole
  }

  /// What a part was, now that it stands in the body.
  private mutating func say(_ index: Int, became range: Range<Int32>, at place: Place) {
    guard var entry = parts.span[index].entry else { return }
    entry.target = place
    entry.part = range
    log.add(entry)
    for index in parts.span[index].remarks {
      if remarks[index].code == .cardLinkToText { remarks[index].target = place }
      log.add(remarks[index])
    }
  }

  /// The body as its readers see it, where a part of it may look marked up.
  @inline(never)
  private mutating func withVisibleMarkup(_ text: Text, _ suspect: Place) -> Text {
    let seen = text.withBytes { Text($0, markup: true, at: text.place, in: arena) }
    if !seen.hasSameMarks(as: text) {
      log.add(.markupAppears, at: suspect.exists ? suspect : text.place, target: text.place)
    }
    return seen
  }

  private mutating func refuseWithoutBody(_ place: Place) {
    isRefused = true
    if isRepair, log.contains(.bodyMissing) { return }
    log.add(
      .bodyMissing, at: place, detail: limits.channel,
      pointer: "\(pointer)/body/text")
  }

  /// The notes that the finished body calls for.
  private mutating func finishBody(_ message: inout Message) {
    if message.body?.text?.isBlank ?? true { finishWithoutText(&message) }
    if limits.hasOwnPlaceholders { adaptPlaceholders(&message) }
    if !limits.layouts.isEmpty, !message.header.isThere, message.body?.text?.place == nil {
      refuseWithoutBody(message.place)
    }
    respellMarkup(&message.body)
    guard let text = message.body?.text else { return }
    if message.header.isThere { noteOrder(message) }
    if limits.closingMarkWantsSpace ? text.hasCrampedMark : hasMarkAgainstLetter(text) {
      log.add(.markupMayNotShow, at: text.place, target: text.place)
    }
    let advised = limits[.body].advised
    let count = limits[.body].count(text, atMost: advised)
    if count > advised {
      log.add(.bodyLong, at: text.place, target: text.place, limit: advised, found: count)
    }
  }

  /// A message without words: where the target wants some, there is no such message.
  @inline(never)
  private mutating func finishWithoutText(_ message: inout Message) {
    if limits.layouts.isEmpty, features.contains(.body), !isCanonical,
      !message.isOneTimePassword,
      !limits.traits.contains(.bodyOptional) || message.isNothing,
      message.quickReplies == nil || !limits.traits.contains(.chipsStandAlone)
    {
      refuseWithoutBody(message.body?.place ?? message.place)
    }
    let mayLack = !limits.layouts.isEmpty || limits.traits.contains(.bodyOptional)
    if mayLack, let text = message.body?.text {
      absent(text.place)
      message.body?.text = nil
      if message.body?.title == nil { message.body = nil }
    }
  }
}

extension Adaptation {
  /// Where an image stands beside the text is the channel's choice.
  @inline(__always)
  private mutating func noteOrder(_ message: Message) {
    guard message.header?.mediaKind == .image, !isFromCanonical, !isCanonical,
      source.capabilities.showsImageBelowText != limits.showsImageBelowText
    else { return }
    log.add(
      limits.showsImageBelowText ? .imageBelowText : .imageAboveText,
      at: message.header?.place ?? .nowhere)
  }
}

extension Message {
  /// Whether there is nothing to send.
  fileprivate var isNothing: Bool {
    header == nil && body?.title == nil && footer == nil && buttons.items.isEmpty
      && carousel == nil
  }
}

/// The body: what was in it, and what else became part of it.
extension Adaptation {
  mutating func composeBody(_ message: inout Message) {
    if message.body?.kept.isEmpty == false, var body = message.body {
      adaptKept(&body.kept)
      message.body = body
    }
    let limit = limit(of: message)
    if parts.isEmpty, limit.allows(message.body?.text) { return finishBody(&message) }
    if let text = message.body?.text, text.isBlank {
      absent(text.place)
    } else if let text = message.body?.text {
      let index = parts.firstIndex { $0.role > .body } ?? parts.endIndex
      parts.insert(Part(role: .body, text: text, entry: nil), at: index)
    }
    if !areSorted { sortParts() }
    if byteCount > limit.maximum { fitParts(to: limit) }
    let text = composed()
    if !message.body.isThere { message.body = Body(nil) }
    message.body?.text = text
    finishBody(&message)
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

  /// Whether the parts are where they stand already: most features append them in that order.
  private var areSorted: Bool {
    for index in parts.indices.dropFirst()
    where parts.span[index - 1].role > parts.span[index].role {
      return false
    }
    return true
  }

  /// Sorts by where parts stand; parts of one role keep their order.
  private mutating func sortParts() {
    parts = parts.enumerated()
      .sorted { ($0.element.role, $0.offset) < ($1.element.role, $1.offset) }.map(\.element)
  }

  /// The parts as one text: groups apart by an empty line, lines of a group by a line break.
  private mutating func composed() -> Text {
    let parts = parts
    var text = TextBuilder(bytes: byteCount, marks: markCount, in: arena)
    let place = placeOfBody
    // What was a plain asterisk in a title or label can look like markup in a body.
    var suspect: Place?
    for index in parts.indices {
      if index > 0 {
        for _ in 0..<lineBreaks(before: index) { text.append(0x0A) }
      }
      let start = Int32(text.count)
      let isBody = parts.span[index].role == .body
      text.append(parts.span[index].text, trimmingEnd: !isBody || index + 1 < parts.count)
      // A canonical body may hold delimiters that mean themselves; others are what they look like.
      if !isBody || isFromCanonical, suspect == nil,
        parts.span[index].text.mayLookMarkedUp(in: arena)
      {
        suspect = parts.span[index].place
      }
      say(index, became: start..<Int32(text.count), at: place)
    }
    let whole = text.finished(at: place)
    return suspect.map { withVisibleMarkup(whole, $0) } ?? whole
  }

  /// Where the body stood, or else what the body begins with.
  private var placeOfBody: Place {
    for index in parts.indices where parts.span[index].role == .body {
      return parts.span[index].place
    }
    return parts.isEmpty ? .nowhere : parts.span[0].place
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

  /// One, or two for an empty line: between groups, and between cards that have several lines.
  func lineBreaks(before index: Int) -> Int {
    let parts = parts.span
    let (above, below) = (parts[index - 1].role, parts[index].role)
    if above.group != below.group { return 2 }
    guard below == .card, parts[index - 1].card != parts[index].card else { return 1 }
    let newline = UInt8(ascii: "\n")
    return parts[index - 1].text.holds(newline) || parts[index].text.holds(newline) ? 2 : 1
  }

  /// At least as much as the body can have in any unit: the parts, and the lines between them.
  private var byteCount: Int {
    var count = 0
    for index in parts.indices { count += parts.span[index].text.count + 2 }
    return count
  }

  private var markCount: Int {
    var count = 0
    for index in parts.indices { count += parts.span[index].text.markCount }
    return count
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

extension Part.Role {
  /// Roles of one group stand on lines of their own without an empty line between them.
  var group: UInt8 {
    switch self {
    case .action, .reply: Part.Role.action.rawValue
    default: rawValue
    }
  }
}

extension Message {
  /// Whether there is nothing to send.
  fileprivate var isNothing: Bool {
    header == nil && body?.title == nil && footer == nil && buttons.items.isEmpty
      && carousel == nil
  }
}

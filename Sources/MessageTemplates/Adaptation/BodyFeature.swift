/// The body: what was in it, and what else became part of it.
extension Adaptation {
  mutating func composeBody(_ message: inout Message) {
    if message.body?.kept.isEmpty == false, var body = message.body {
      adaptKept(&body.kept)
      message.body = body
    }
    if parts.isEmpty, !exceeds(message) { return finishBody(&message) }
    if let text = message.body?.text, !text.isBlank {
      let index = parts.firstIndex { $0.role > .body } ?? parts.endIndex
      parts.insert(Part(role: .body, text: text, entry: nil), at: index)
    }
    sortParts()
    fitParts(to: limit(of: message))
    let text = composed()
    if !message.body.isThere { message.body = Body(nil) }
    message.body?.text = text
    finishBody(&message)
  }

  @inline(__always)
  private func limit(of message: Message) -> Limit {
    if message.offer?.place != nil, features.contains(.offer), isStated(.bodyWithOffer) {
      return limits[.bodyWithOffer]
    }
    let isProduct = message.header?.content == .product
    return isProduct && isStated(.bodyWithProduct) ? limits[.bodyWithProduct] : limits[.body]
  }

  @inline(__always)
  private func isStated(_ measure: Measure) -> Bool {
    limits[measure].isEnforced && limits[measure].maximum != .max
  }

  @inline(__always)
  private func exceeds(_ message: Message) -> Bool {
    guard let text = message.body?.text else { return false }
    return !limit(of: message).allows(text)
  }

  /// Sorts by where parts stand; parts of one role keep their order.
  private mutating func sortParts() {
    if parts.count > 64 {
      parts = parts.enumerated()
        .sorted { ($0.element.role, $0.offset) < ($1.element.role, $1.offset) }.map(\.element)
      return
    }
    for end in parts.indices {
      var index = end
      while index > 0, parts[index - 1].role > parts[index].role {
        parts.swapAt(index, index - 1)
        index -= 1
      }
    }
  }

  /// The parts as one text: groups apart by an empty line, lines of a group by a line break.
  private mutating func composed() -> Text {
    let parts = parts
    let principal = parts.indices.first { parts.span[$0].role == .body } ?? 0
    let place = parts.isEmpty ? .nowhere : parts.span[principal].place
    var text = builder
    for index in parts.indices {
      if index > 0 {
        for _ in 0..<lineBreaks(before: index) { text.append(0x0A) }
      }
      let start = Int32(text.count)
      let isLast = index + 1 == parts.count
      text.append(
        parts.span[index].text, trimmingEnd: !isLast || parts.span[index].role != .body)
      guard var entry = parts.span[index].entry else { continue }
      entry.target = place
      entry.part = start..<Int32(text.count)
      log.add(entry)
      if parts.span[index].others.isEmpty { continue }
      for var other in parts[index].others {
        if other.code == .cardLinkToText { other.target = place }
        log.add(other)
      }
    }
    return withVisibleMarkup(text.finished(at: place))
  }

  /// One, or two for an empty line: between groups, and between cards that have several lines.
  func lineBreaks(before index: Int) -> Int {
    let (above, below) = (parts.span[index - 1].role, parts.span[index].role)
    if above.group != below.group { return 2 }
    guard below == .card, parts.span[index - 1].card != parts.span[index].card else { return 1 }
    let newline = UInt8(ascii: "\n")
    let isTall = parts.span[index - 1].text.holds(newline) || parts.span[index].text.holds(newline)
    return isTall ? 2 : 1
  }

  /// Room for the parts and the lines between them.
  @inline(__always)
  private var builder: TextBuilder {
    var (bytes, marks) = (0, 0)
    for index in parts.indices {
      bytes += parts.span[index].text.count + 2
      marks += parts.span[index].text.markCount
    }
    return TextBuilder(bytes: bytes, marks: marks, in: arena)
  }

  /// What was a plain asterisk in a title or label can look like markup in a body.
  private mutating func withVisibleMarkup(_ text: Text) -> Text {
    // A canonical body may hold delimiters that mean themselves; others are what they look like.
    var suspect: Place?
    let spellsItself = source == .canonical
    for index in parts.indices where suspect == nil {
      if spellsItself || parts.span[index].role != .body,
        parts.span[index].text.mayLookMarkedUp(in: arena)
      {
        suspect = parts.span[index].place
      }
    }
    guard let suspect else { return text }
    let seen = text.withBytes { Text($0, markup: true, at: text.place, in: arena) }
    if !seen.hasSameMarks(as: text) {
      log.add(.markupAppears, at: suspect.exists ? suspect : text.place, target: text.place)
    }
    return seen
  }

  private mutating func refuseWithoutBody(_ place: Place) {
    isRefused = true
    if source == target, log.contains(.bodyMissing) { return }
    log.add(
      .bodyMissing, at: place, detail: limits.channel,
      pointer: "\(pointer)/body/text")
  }

  /// The notes that the finished body calls for.
  private mutating func finishBody(_ message: inout Message) {
    if limits.layouts.isEmpty, features.contains(.body), target != .canonical,
      !message.isOneTimePassword, message.body?.text?.isBlank ?? true,
      !limits.traits.contains(.bodyOptional) || message.isNothing,
      message.quickReplies == nil || !limits.traits.contains(.chipsStandAlone)
    {
      refuseWithoutBody(message.body?.place ?? message.place)
    }
    let mayLack = !limits.layouts.isEmpty || limits.traits.contains(.bodyOptional)
    if mayLack, let text = message.body?.text, text.isBlank {
      absent(text.place)
      message.body?.text = nil
      if message.body?.title == nil { message.body = nil }
    }
    adaptPlaceholders(&message)
    if !limits.layouts.isEmpty, !message.header.isThere, message.body?.text?.place == nil {
      refuseWithoutBody(message.place)
    }
    respellMarkup(&message.body)
    guard let text = message.body?.text else { return }
    noteOrder(message, text)
    if limits.closingMarkWantsSpace ? text.hasCrampedMark : hasMarkAgainstLetter(text) {
      log.add(.markupMayNotShow, at: text.place, target: text.place)
    }
    let count = limits[.body].count(text, atMost: limits[.body].advised)
    if count > limits[.body].advised {
      log.add(
        .bodyLong, at: text.place, target: text.place, limit: limits[.body].advised, found: count)
    }
  }
}

extension Adaptation {
  /// Where an image stands beside the text is the channel's choice.
  @inline(__always)
  private mutating func noteOrder(_ message: Message, _ text: Text) {
    guard message.header?.mediaKind == .image, source != .canonical, target != .canonical,
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

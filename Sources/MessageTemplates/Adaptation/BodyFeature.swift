/// The body: what was in it, and what else became part of it.
extension Adaptation {
  mutating func composeBody(_ message: inout Message) {
    if var body = message.body {
      if !body.kept.isEmpty {
        adaptKept(&body.kept)
        message.body = body
      }
    }
    if parts.isEmpty, !exceeds(message) { return finishBody(&message) }
    if let text = message.body?.text, !text.isBlank {
      parts.append(Part(role: .body, text: text, entry: nil))
    }
    sortParts()
    fitParts(to: limit(of: message))
    let text = composed()
    if message.body == nil { message.body = Body(nil) }
    message.body?.text = text
    finishBody(&message)
  }

  private func limit(of message: Message) -> Limit {
    message.offer != nil && features.contains(.offer) && limits[.bodyWithOffer].isEnforced
      && limits[.bodyWithOffer].maximum != .max ? limits[.bodyWithOffer] : limits[.body]
  }

  private func exceeds(_ message: Message) -> Bool {
    guard let text = message.body?.text else { return false }
    return !limit(of: message).allows(text.string)
  }

  /// Sorts by where parts stand; parts of one role keep their order.
  private mutating func sortParts() {
    let order = parts.enumerated().sorted { ($0.element.role, $0.offset) < ($1.element.role, $1.offset) }
    parts = order.map(\.element)
  }

  /// The parts as one text: groups apart by an empty line, lines of a group by a line break.
  private mutating func composed() -> Text {
    let principal = parts.first { $0.role == .body } ?? parts.first
    var text = Text.plain("", at: principal?.place ?? .nowhere)
    for (index, part) in parts.enumerated() {
      if index > 0 { text.append(literal: parts[index - 1].role.group == part.role.group ? "\n" : "\n\n") }
      let start = Int32(text.string.utf8.count)
      text.append(index + 1 < parts.count || part.role != .body ? part.text.trimmedEnd : part.text)
      guard var entry = part.entry else { continue }
      entry.target = text.place
      entry.part = start..<Int32(text.string.utf8.count)
      log.add(entry)
    }
    return withVisibleMarkup(text)
  }

  /// What was a plain asterisk in a title or label can look like markup in a body.
  private mutating func withVisibleMarkup(_ text: Text) -> Text {
    let seen = Text(text.string, at: text.place, markup: true)
    if seen.marks != text.marks, parts.contains(where: { $0.role != .body }) {
      log.add(.markupAppears, at: text.place, target: text.place)
    }
    return seen
  }

  /// The notes that the finished body calls for.
  private mutating func finishBody(_ message: inout Message) {
    if features.contains(.body), target != .canonical, !message.isOneTimePassword,
      message.body?.text?.isBlank ?? true, limits.layouts.isEmpty
    {
      log.add(
        .bodyMissing, at: message.body?.place ?? message.place, pointer: "/messages/0/body/text")
      isRefused = true
    }
    if let text = message.body?.text, !limits.layouts.isEmpty, text.isBlank {
      absent(text.place)
      message.body = nil
    }
    adaptPlaceholders(&message)
    if !limits.layouts.isEmpty, message.body?.text == nil, message.header == nil {
      log.add(.bodyMissing, at: message.place, pointer: "/messages/0/body/text")
      isRefused = true
    }
    guard let text = message.body?.text else { return }
    noteOrder(message, text)
    let count = limits[.body].count(text.string, atMost: limits[.body].advised)
    if count > limits[.body].advised {
      log.add(
        .bodyLong, at: text.place, target: text.place, limit: limits[.body].advised, found: count)
    }
  }
}

extension Adaptation {
  /// Where an image stands beside the text is the channel's choice.
  private mutating func noteOrder(_ message: Message, _ text: Text) {
    guard case .media(let media) = message.header?.content, media.kind == .image,
      source != .canonical, target != .canonical,
      source.capabilities.showsImageBelowText != limits.showsImageBelowText
    else { return }
    log.add(
      .imageBelowText, at: message.header?.place ?? .nowhere,
      detail: limits.showsImageBelowText
        ? "\(limits.channel) shows the image below the text, \(source.channel) above it."
        : "\(limits.channel) shows the image above the text, \(source.channel) below it.")
  }
}

extension Part {
  /// Where the part's own text stood.
  var place: Place { entry?.source ?? text.place }
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

extension Text {
  /// Without the line breaks and spaces at its end.
  var trimmedEnd: Text {
    let count = string.utf8.count
    let kept = string.utf8.reversed().drop { $0 <= 0x20 }.count
    return kept == count ? self : cut(to: kept)
  }

  /// The first bytes of the text, with the marks that fit.
  func cut(to count: Int) -> Text {
    let kept = marks.filter { $0.upper <= count }
    return Text(String(slice(0..<count)), marks: kept, at: place)
  }
}

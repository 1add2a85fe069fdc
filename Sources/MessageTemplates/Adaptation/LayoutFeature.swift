/// Layouts: which header, body and button a target lets stand together.
extension Adaptation {
  /// Chooses the layout that harms the message least and says which button may stay.
  mutating func adaptLayout(_ message: inout Message) -> Int? {
    if limits.layouts.isEmpty { return nil }
    if policy.document == .file, isDocumentBesideText(message) { dropBesideDocument(&message) }
    let candidate = message.buttons.items.indices.first {
      isCandidate(message.buttons.items.span[$0].action)
    }
    let layout = leastHarmful(message, candidate)
    if limits.layouts.span[layout].header == nil, case .media(let media) = message.header?.content {
      linkMedia(media, at: message.header?.place ?? .nowhere, besideText: hasText(message))
      message.header = nil
    }
    return limits.layouts.span[layout].button == nil ? nil : candidate
  }

  /// A button that a layout can hold: the first one that opens something.
  @inline(__always)
  private func isCandidate(_ action: Button.Action) -> Bool {
    guard case .url(let url) = action, url?.isAddress ?? true,
      limits[.url].allows(url)
    else { return false }
    return (url?.variableCount ?? 0) <= limits[.urlVariables].maximum
  }

  /// What of a message decides its layout.
  private struct Facts {
    var kind: Media.Kind?
    var hasText: Bool
    var hasCandidate: Bool
    var hasLink: Bool
    var others: Int
  }

  @inline(__always)
  private func leastHarmful(_ message: Message, _ candidate: Int?) -> Int {
    var facts = Facts(
      hasText: hasText(message), hasCandidate: candidate != nil, hasLink: false,
      others: message.buttons.items.count - (candidate == nil ? 0 : 1))
    facts.kind = message.header?.mediaKind
    facts.hasLink = candidate.map { message.buttons.items.span[$0].opensAddress } ?? false
    var best = (index: 0, harm: Int.max)
    for index in limits.layouts.indices {
      let harm = harm(of: limits.layouts.span[index].shape, facts)
      if harm < best.harm { best = (index, harm) }
    }
    return best.index
  }

  /// How much of the message a layout gives up; a comparison, nothing is decided here.
  @inline(__always)
  private func harm(of layout: Capabilities.Layout.Shape, _ facts: Facts) -> Int {
    if let header = layout.header, header != facts.kind { return .max }
    var harm = 0
    var lines = facts.others
    if facts.kind != nil, layout.header == nil {
      harm += 8
      lines += 1
    }
    if let button = layout.button {
      guard facts.hasCandidate,
        facts.hasLink == (button == .url) || (button == .label && policy.videoButton == .keep)
      else { return .max }
      harm += facts.hasLink && button == .label ? 3 : 0
    } else if facts.hasCandidate {
      harm += 4
      lines += 1
    }
    if layout.hasBody { return facts.hasText || lines > 0 ? harm : .max }
    return harm + (facts.hasText ? 100 : lines > 0 ? 20 : 0)
  }

  @inline(__always)
  private func hasText(_ message: Message) -> Bool {
    !(message.body?.text?.isBlank ?? true) || !parts.isEmpty
      || (message.footer?.text?.place != nil && policy.footer == .line)
  }

  @inline(__always)
  private func isDocumentBesideText(_ message: Message) -> Bool {
    guard case .media(let media) = message.header?.content, media.kind == .document else {
      return false
    }
    return hasText(message) || !message.buttons.items.isEmpty
  }

  /// Sends the document alone: whatever is beside it is dropped.
  private mutating func dropBesideDocument(_ message: inout Message) {
    for place in message.textPlaces { log.add(.bodyDropped, at: place) }
    for part in parts { if let entry = part.entry { log.add(.bodyDropped, at: entry.source) } }
    for button in message.buttons.items { log.add(.buttonDropped, at: button.place) }
    parts = []
    message.body = nil
    message.footer = nil
    message.buttons = Buttons()
  }
}

extension Message {
  /// Where the texts stand that go with the body.
  var textPlaces: [Place] {
    [body?.place, footer?.place].compactMap { $0 }.filter(\.exists)
  }
}

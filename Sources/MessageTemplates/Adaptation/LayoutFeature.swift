/// Layouts: which header, body and button a target lets stand together.
extension Adaptation {
  /// Chooses the layout that harms the message least and says which button may stay.
  mutating func adaptLayout(_ message: inout Message) -> Int? {
    if limits.layouts.isEmpty { return nil }
    if policy.document == .file, isDocumentBesideText(message) { dropBesideDocument(&message) }
    let candidate = candidate(among: &message.buttons.items)
    let layout = layoutChoice[
      LayoutChoice.Facts(
        kind: message.header?.mediaKind, hasText: hasText(message),
        candidate: candidate.map { message.buttons.items.span[$0].opensAddress ? .link : .label }
          ?? .none,
        hasOthers: message.buttons.items.count > (candidate == nil ? 0 : 1))]
    let shape = limits.layouts.span[layout].shape
    if shape.header == nil, message.header?.mediaKind != nil { linkHeader(of: &message) }
    return shape.button == nil ? nil : candidate
  }

  /// A medium that no layout holds beside what else there is.
  @inline(never)
  private mutating func linkHeader(of message: inout Message) {
    guard case .media(let media) = message.header?.content else { return }
    linkMedia(media, at: message.header?.place ?? .nowhere, besideText: hasText(message))
    message.header = nil
  }

  /// The button that a layout can hold: the first one that opens something.
  @inline(__always)
  private func candidate(among buttons: inout [Button]) -> Int? {
    for index in buttons.indices {
      guard case .url(let url) = buttons.span[index].action else { continue }
      if url?.isAddress ?? true, limits[.url].allows(url),
        url?.variableCount ?? 0 <= limits[.urlVariables].maximum
      {
        return index
      }
    }
    return nil
  }

  @inline(__always)
  private func hasText(_ message: Message) -> Bool {
    !parts.isEmpty || !(message.body?.text?.isBlank ?? true)
      || (policy.footer == .line && message.footer?.text?.place != nil)
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

/// Buttons and cards as they will be read again.
extension ViberBotShape {
  /// Buttons as they will be read again; those that would show nothing go.
  func settle(_ items: inout [Button], _ adaptation: inout Adaptation) {
    var kept: [Button] = []
    for var button in items {
      settle(&button, &adaptation)
      let isVisible = (!(button.label?.isBlank ?? true) || button.icon != nil) && isKnown(button)
      if isVisible, kept.count < capabilities[.chips].maximum {
        kept.append(button)
      } else {
        adaptation.log.add(
          .chipDropped, at: button.place, limit: capabilities[.chips].maximum)
      }
    }
    items = kept
  }

  /// Whether Viber has what a tap does.
  ///
  /// A map stays with its own layout only: without a place there is nothing to open.
  private func isKnown(_ button: Button) -> Bool {
    guard case .unknown(let type) = button.action else { return true }
    let words = capabilities.objects.objects.lazy.flatMap(\.members)
      .first { $0.key == "ActionType" }?.words
    return !type.reads("open-map" as StaticString) && words?.contains(type.string) ?? false
  }

  func settle(_ button: inout Button, _ adaptation: inout Adaptation) {
    if let label = button.label, label.mayBeHTML || label.isBlank {
      button.label = label.isBlank ? nil : label.onOneLine
    }
    if let icon = button.icon, !icon.isAddress {
      adaptation.log.add(.buttonIconDropped, at: icon.place)
      button.icon = nil
    }
    switch button.action {
    case .url(let url?):
      guard let number = url.dialledNumber else { return }
      button.action = .phone(number)
      settle(&button, &adaptation)
    case .phone(let number?):
      button.action = .phone(number.dialled)
      if capabilities.undocumented.contains(.phone) {
        adaptation.log.add(.undocumentedUsed, at: number.place, detail: "tel:")
      }
    case .reply(var reply):
      if let data = reply.data, data.isBlank || (data == button.label && !reply.isSilent) {
        adaptation.settled.append((data.place, .carried))
        reply.data = nil
      }
      button.action = .reply(reply)
    default: break
    }
  }

  /// A card: no monospace in its texts, buttons as they will be read again.
  func settle(_ card: inout Card, _ adaptation: inout Adaptation) {
    if var body = card.body {
      let title = body.title.flatMap { $0.isBlank ? nil : $0.onOneLine }
      let text = settled(body.text, &adaptation)
      body.text = text ?? title
      body.title = text == nil ? nil : title
      card.body = body.text == nil ? nil : body
    }
    settle(&card.buttons.items, &adaptation)
    card.buttons.kept = []
    if case .media(var media) = card.header?.content, let thumbnail = media.thumbnail {
      adaptation.log.add(.mediaDetailDropped, at: thumbnail.place)
      media.thumbnail = nil
      card.header?.content = .media(media)
    }
  }

  private func settled(_ text: Text?, _ adaptation: inout Adaptation) -> Text? {
    guard let text, !text.isBlank else { return nil }
    guard text.marks.contains(where: { $0.kind == .code }) else { return text }
    adaptation.log.add(.markupNotHeld, at: text.place, target: text.place)
    return text.withoutCode
  }
}

extension Text {
  /// A number without what is only for the eye.
  var dialled: Text {
    let digits = string.filter { !" -()".contains($0) }
    return hasVariables || reads(digits) ? self : Text(digits, at: place, markup: false)
  }

  /// The text without line breaks, nor space at its ends.
  fileprivate var onOneLine: Text {
    let line = string.replacing("\n", with: " ").trimmed
    return reads(line) && !hasMarkup ? self : Text(line, at: place, markup: false)
  }

  /// The words without the delimiters of code.
  fileprivate var withoutCode: Text {
    var result = ""
    var position = 0
    for mark in marks where mark.kind == .code {
      let width = Int(mark.delimiter)
      result += slice(position..<mark.lower) + slice(mark.lower + width..<mark.upper - width)
      position = mark.upper
    }
    return Text(result + slice(position..<count), at: place)
  }
}

/// Lengths, placeholders, markup, variables and samples.
extension Check {
  mutating func checkTexts(_ message: Message) {
    checkHeader(message)
    checkBody(message)
    if let footer = message.footer {
      measure(footer.text, .footer)
      measure(footer.codeExpiration, .codeExpiration)
      countVariables(footer.text, .footerVariables)
      checkPlain(footer.text)
      noteKept(footer.kept)
    }
    if let offer = message.offer {
      measure(offer.text, .offer)
      if limits[.offer].minimum > 0, offer.text?.isBlank ?? true {
        log.add(.textTooShort, at: offer.text?.place ?? offer.place)
      }
      noteKept(offer.kept)
    }
  }

  private mutating func checkHeader(_ message: Message) {
    guard let header = message.header else { return }
    noteKept(header.kept)
    switch header.content {
    case .text(let text):
      measure(text, .header)
      countVariables(text, .headerVariables)
      checkPlain(text)
    case .media(let media): check(media, at: header.place)
    case .location, .sticker, .contact, .product: break
    }
  }

  private mutating func checkBody(_ message: Message) {
    let needsBody = limits.layouts.isEmpty && !message.isOneTimePassword
    guard let text = message.body?.text, !text.isBlank else {
      if needsBody {
        log.add(
          .bodyMissing, at: message.body?.place ?? message.place, detail: limits.channel,
          pointer: "/messages/0/body/text")
      } else if let text = message.body?.text {
        log.add(.textTooShort, at: text.place)
      }
      noteKept(message.body?.kept ?? [])
      return
    }
    measure(text, .body)
    if message.offer != nil { measure(text, .bodyWithOffer) }
    if message.header?.content == .product { measure(text, .bodyWithProduct) }
    checkPlaceholders(text)
    checkEnds(text)
    noteKept(message.body?.kept ?? [])
  }

  private mutating func checkPlaceholders(_ text: Text) {
    if limits.hasOwnPlaceholders, text.respelledPlaceholders != nil {
      log.add(.foreignPlaceholder, at: text.place)
    }
  }

  /// Variables at the ends of a text, or side by side.
  private mutating func checkEnds(_ text: Text) {
    if text.markCount == 0 { return }
    var end = 0
    var (isAtEnd, isAdjacent) = (false, false)
    text.withMarks { marks in
      for mark in marks where mark.kind == .variable {
        if mark.lower == 0 { isAtEnd = true }
        if end > 0, mark.lower - end <= 4, text.isBlank(end..<mark.lower) { isAdjacent = true }
        end = mark.upper
      }
    }
    if isAtEnd || (end > 0 && end == text.count) {
      log.add(.variableAtEnd, at: text.place)
    }
    if isAdjacent { log.add(.variablesAdjacent, at: text.place) }
  }

  /// A header or footer: no markup, no line break.
  private mutating func checkPlain(_ text: Text?) {
    guard let text, limits.layouts.isEmpty else { return }
    if text.looksMarkedUp || text.holds(0x0A as UInt8) {
      log.add(.markupNotShown, at: text.place)
    }
  }

  mutating func checkVariables(_ template: Template) {
    template.collectVariables(into: &names)
    if limits[.variables].maximum != .max {
      for index in template.messages.indices { checkSpread(template.messages[index]) }
    }
    let samples = template.samples
    for (name, place) in names.items where !samples.contains(where: { name.reads($0.name) }) {
      log.add(.sampleMissing, at: place, detail: name.string)
    }
    for sample in samples where !names.contains(sample.name) {
      log.add(.sampleUnused, at: sample.value.place, detail: sample.name)
    }
    for sample in samples where sample.value.holds("***") {
      log.add(.maskedValue, at: sample.value.place)
    }
  }

  private mutating func checkSpread(_ message: Message) {
    let limit = limits[.variables]
    guard limit.maximum != .max, let text = message.body?.text else { return }
    let count = Set(text.variables).count
    if count > limit.advised {
      log.add(.manyVariables, at: text.place, limit: limit.advised, found: count)
    }
  }
}

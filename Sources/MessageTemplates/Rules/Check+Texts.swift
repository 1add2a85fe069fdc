/// Lengths, placeholders, markup, variables and samples.
extension Check {
  mutating func checkTexts(_ message: inout Message, isOneTimePassword: Bool) {
    if message.header.isThere { checkHeader(&message) }
    checkBody(&message, isOneTimePassword: isOneTimePassword)
    if message.footer.isThere { checkFooter(&message) }
    if message.hasOffer, let offer = message.offer {
      measure(offer.text, .offer)
      if limits[.offer].minimum > 0, offer.text?.isBlank ?? true {
        log.add(.textTooShort, at: offer.text?.place ?? offer.place)
      }
      noteKept(offer.kept)
    }
  }

  private mutating func checkFooter(_ message: inout Message) {
    if let text = message.footer?.text {
      measure(text, .footer)
      measure(message.footer?.codeExpiration, .codeExpiration)
      countVariables(text, .footerVariables)
      checkPlaceholders(text)
      checkPlain(text)
    } else {
      measure(message.footer?.codeExpiration, .codeExpiration)
    }
    noteKept(message.footer?.kept)
  }

  private mutating func checkHeader(_ message: inout Message) {
    noteKept(message.header?.kept)
    guard let content = message.header?.content else { return }
    if case .text(let text) = content {
      measure(text, .header)
      countVariables(text, .headerVariables)
      checkPlaceholders(text)
      checkPlain(text)
    } else if let kind = content.mediaKind {
      check(content, kind, at: message.header?.place ?? .nowhere)
    }
  }

  private mutating func checkBody(_ message: inout Message, isOneTimePassword: Bool) {
    let needsBody =
      limits.layouts.isEmpty && !isOneTimePassword && !limits.traits.contains(.bodyOptional)
    guard let text = message.body?.text, !text.isBlank else {
      if needsBody {
        log.add(
          .bodyMissing, at: message.body?.place ?? message.place, detail: limits.channel,
          pointer: "/messages/0/body/text")
      } else if let text = message.body?.text {
        log.add(.textTooShort, at: text.place)
      }
      noteKept(message.body?.kept)
      return
    }
    // The texts of a layout are joined here; each has room of its own there.
    if message.native == nil { measure(text, .body) }
    if message.hasOffer { measure(text, .bodyWithOffer) }
    if message.hasProduct { measure(text, .bodyWithProduct) }
    checkPlaceholders(text)
    checkEnds(text)
    noteKept(message.body?.kept)
  }

  /// What can be wrong with the words of a message whatever its layout.
  mutating func checkWords(of message: inout Message) {
    if let text = message.body?.text { checkEnds(text) }
  }

  /// Placeholders of another platform, wherever they stand.
  @inline(__always)
  mutating func checkPlaceholders(_ text: Text?) {
    if limits.hasOwnPlaceholders, let text, text.holds(UInt8(ascii: "{")) { noteForeign(text) }
  }

  private mutating func noteForeign(_ text: Text) {
    if text.respelledPlaceholders != nil { log.add(.foreignPlaceholder, at: text.place) }
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
  private mutating func checkPlain(_ text: Text) {
    guard limits.layouts.isEmpty else { return }
    if text.looksMarkedUp || text.holds(0x0A as UInt8) {
      log.add(.markupNotShown, at: text.place)
    }
  }

  mutating func checkVariables(_ template: inout Template) {
    names.collect(&template.messages)
    if limits[.variables].maximum != .max {
      for index in template.messages.indices { checkSpread(template.messages[index]) }
    }
    let areUsed = names.pair(&template.samples)
    if !names.areSampled { noteSampleless() }
    if limits.hasOwnPlaceholders, !names.areUsual { noteUnusual() }
    if !areUsed { noteUnused(template.samples) }
    for index in template.samples.indices where template.samples.span[index].value.isMasked {
      log.add(.maskedValue, at: template.samples[index].value.place)
    }
  }

  private mutating func noteSampleless() {
    for name in names.items where !name.hasSample {
      log.add(.sampleMissing, at: name.place, detail: name.string)
    }
  }

  /// Names of variables that no template was seen to have.
  private mutating func noteUnusual() {
    for name in names.items where !name.bytes.isUsualVariableName {
      log.add(.variableNameUnusual, at: name.place, detail: name.string)
    }
  }

  private mutating func noteUnused(_ samples: [Sample]) {
    for sample in samples where !names.contains(sample.key) {
      log.add(.sampleUnused, at: sample.value.place, detail: sample.name)
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

extension Message {
  /// Whether an article of the catalog stands above the body.
  @inline(__always)
  fileprivate var hasProduct: Bool {
    if case .product = header?.content { true } else { false }
  }
}

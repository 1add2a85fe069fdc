/// Components: in the order in which phones show them.
extension CloudWriter {
  func write(_ message: Message, to output: inout Output) {
    if let header = message.header { write(header, card: nil, to: &output) }
    if let offer = message.offer { write(offer, to: &output) }
    if let body = message.body { write(body, card: nil, to: &output) }
    if let footer = message.footer { write(footer, to: &output) }
    write(message.buttons, card: nil, to: &output)
    if let carousel = message.carousel { write(carousel, to: &output) }
    if let question = message.callPermission {
      output.beginObject(at: question.place)
      output.word("type", "CALL_PERMISSION_REQUEST")
      output.kept(question.kept)
      output.endObject()
    }
    output.kept(message.kept)
  }

  private func write(_ header: Header, card: Int?, to output: inout Output) {
    output.beginObject(at: header.place)
    output.word("type", "HEADER")
    switch header.content {
    case .text(let text):
      let scope = VariableScope.header(card: card)
      output.word("format", "TEXT")
      output.braced("text", text, scope: isNamed ? nil : scope)
      writeExample(of: text, scope, ("header_text", "header_text_named_params"), to: &output)
    case .media(let media): write(media, to: &output)
    case .location: output.word("format", "LOCATION")
    case .product: output.word("format", "PRODUCT")
    case .sticker, .contact: break  // The platform has none: adaptation has taken it out.
    }
    output.kept(header.kept)
    output.endObject()
  }

  private func write(_ media: Media, to output: inout Output) {
    switch media.kind {
    case .image: output.word("format", "IMAGE")
    case .video: output.word("format", "VIDEO")
    case .document: output.word("format", "DOCUMENT")
    case .gif: output.word("format", "GIF")
    case .audio: break  // The platform has none: adaptation has taken it out.
    }
    guard media.handle != nil || media.url != nil else { return }
    output.beginObject("example")
    output.texts("header_handle", [media.handle, media.url].compactMap { $0 })
    output.endObject()
  }

  private func write(_ body: Body, card: Int?, to output: inout Output) {
    output.beginObject(at: body.place)
    output.word("type", "BODY")
    if let text = body.text {
      let scope = VariableScope.body(card: card)
      output.braced("text", text, scope: isNamed ? nil : scope)
      writeExample(of: text, scope, ("body_text", "body_text_named_params"), to: &output)
    }
    output.boolean("add_security_recommendation", body.securityAdvice)
    output.kept(body.kept)
    output.endObject()
  }

  private func write(_ footer: Footer, to output: inout Output) {
    output.beginObject(at: footer.place)
    output.word("type", "FOOTER")
    output.braced("text", footer.text, scope: isNamed ? nil : "footer")
    output.number("code_expiration_minutes", footer.codeExpiration)
    output.kept(footer.kept)
    output.endObject()
  }

  private func write(_ offer: Offer, to output: inout Output) {
    output.beginObject(at: offer.place)
    output.word("type", "LIMITED_TIME_OFFER")
    output.beginObject("limited_time_offer")
    output.braced("text", offer.text, scope: isNamed ? nil : "offer")
    output.boolean("has_expiration", offer.countsDown)
    output.endObject()
    output.kept(offer.kept)
    output.endObject()
  }

  private func write(_ carousel: Carousel, to output: inout Output) {
    output.beginObject(at: carousel.place)
    output.word("type", "CAROUSEL")
    output.beginArray("cards")
    for index in carousel.cards.indices { write(carousel.cards[index], index, to: &output) }
    output.endArray()
    output.kept(carousel.kept)
    output.endObject()
  }

  private func write(_ card: Card, _ index: Int, to output: inout Output) {
    output.beginObject(at: card.place)
    output.beginArray("components")
    if let header = card.header { write(header, card: index, to: &output) }
    if let body = card.body { write(body, card: index, to: &output) }
    write(card.buttons, card: index, to: &output)
    output.kept(card.kept.filter { $0.key == nil })
    output.endArray()
    output.kept(card.kept.filter { $0.key != nil })
    output.endObject()
  }

  /// The samples of a text's variables, as far as there are any: by name, or in their order.
  private func writeExample(
    of text: Text, _ scope: String, _ keys: (positional: StaticString, named: StaticString),
    to output: inout Output
  ) {
    let known = isNamed ? named(text) : numbered(text, scope)
    guard known.contains(where: { $0 != nil }) else { return }
    output.beginObject("example")
    output.beginArray(isNamed ? keys.named : keys.positional)
    let isNested = !isNamed && keys.positional.description == "body_text"
    if isNested { output.beginArray() }
    for sample in known {
      guard isNamed else {
        output.element(sample?.value.string ?? "", at: sample?.value.place ?? .nowhere)
        continue
      }
      guard let sample else { continue }
      output.beginObject()
      output.string("param_name", sample.name)
      output.string("example", sample.value.string, at: sample.value.place)
      output.endObject()
    }
    if isNested { output.endArray() }
    output.endArray()
    output.endObject()
  }

  /// The samples of the names in a text, each once.
  private func named(_ text: Text) -> [Sample?] {
    var names: [String] = []
    for name in text.variables where !names.contains(name) { names.append(name) }
    return names.map(sample)
  }

  /// The samples of a text's numbers, in their order.
  private func numbered(_ text: Text, _ scope: String) -> [Sample?] {
    let numbers = text.variables.compactMap { VariableScope.number(of: $0, in: scope) }
    guard let last = numbers.max(), last <= 100 else { return [] }
    return (1...last).map { sample(VariableScope.name($0, in: scope)) }
  }

  func sample(_ name: String) -> Sample? { samples.first { $0.name == name } }
}

/// Spells out the model as it is: each member by its name in Swift, absent where it says nothing.
struct CanonicalWriter {
  func write(_ template: Template, to output: inout Output) {
    output.beginObject(at: template.place)
    output.word("format", "canonical")
    if let origin = template.origin { output.string("origin", origin.name) }
    output.text("name", template.name)
    output.text("language", template.language)
    output.texts("furtherLanguages", template.furtherLanguages)
    if let category = template.category {
      output.beginObject("category")
      if let purpose = category.purpose {
        output.word("purpose", CanonicalPurpose.words[Int(purpose.rawValue)])
      }
      output.text("spelling", category.spelling)
      output.endObject()
    }
    output.text("code", template.code)
    if !template.samples.isEmpty {
      output.beginObject("samples")
      for sample in template.samples {
        output.begin(named: sample.name)
        output.text(sample.value)
      }
      output.endObject()
    }
    write(template.settings, to: &output)
    write(template.state, to: &output)
    output.beginArray("messages")
    for message in template.messages { write(message, to: &output) }
    output.endArray()
    write(template.kept, to: &output)
    output.endObject()
  }

  private func write(_ settings: Settings, to output: inout Output) {
    if settings == Settings() { return }
    output.beginObject("settings")
    output.number("timeToLive", settings.timeToLive)
    output.boolean("allowsCategoryChange", settings.allowsCategoryChange)
    output.boolean("pausesOnCategoryChange", settings.pausesOnCategoryChange)
    if let style = settings.variableStyle {
      output.word(
        "variableStyle", CanonicalVariableStyle.words[Int(style.value.rawValue)], at: style.place)
    }
    output.text("productSet", settings.productSet)
    output.text("space", settings.space)
    output.text("account", settings.account)
    output.text("reseller", settings.reseller)
    output.endObject()
  }

  private func write(_ state: State, to output: inout Output) {
    if state == State() { return }
    output.beginObject("state")
    output.text("audit", state.audit)
    output.text("reason", state.reason)
    output.text("quality", state.quality)
    output.boolean("allowsSending", state.allowsSending)
    output.endObject()
  }

  private func write(_ message: Message, to output: inout Output) {
    output.beginObject(at: message.place)
    if let offer = message.offer {
      output.beginObject("offer", at: offer.place)
      output.spelled("text", offer.text)
      output.boolean("countsDown", offer.countsDown)
      output.spelled("expiration", offer.expiration)
      write(offer.kept, to: &output)
      output.endObject()
    }
    write(message.header, to: &output)
    write(message.body, to: &output)
    if let footer = message.footer {
      output.beginObject("footer", at: footer.place)
      output.spelled("text", footer.text)
      output.number("codeExpiration", footer.codeExpiration)
      write(footer.kept, to: &output)
      output.endObject()
    }
    write(message.buttons, to: &output)
    if let carousel = message.carousel {
      output.beginObject("carousel", at: carousel.place)
      output.beginArray("cards")
      for card in carousel.cards { write(card, to: &output) }
      output.endArray()
      write(carousel.kept, to: &output)
      output.endObject()
    }
    writeExtras(of: message, to: &output)
    if let question = message.callPermission {
      output.beginObject("callPermission", at: question.place)
      write(question.kept, to: &output)
      output.endObject()
    }
    write(message.kept, to: &output)
    output.endObject()
  }

  /// What few messages have.
  private func writeExtras(of message: Message, to output: inout Output) {
    if let quick = message.quickReplies { write(quick, "quickReplies", to: &output) }
    if let sender = message.sender {
      output.beginObject("sender", at: sender.place)
      output.spelled("name", sender.name)
      output.spelled("icon", sender.icon)
      output.endObject()
    }
    output.spelled("alternative", message.alternative)
    guard let native = message.native else { return }
    output.begin("native")
    write(native, to: &output)
  }

  private func write(_ card: Card, to output: inout Output) {
    output.beginObject(at: card.place)
    write(card.header, to: &output)
    write(card.body, to: &output)
    write(card.buttons, to: &output)
    write(card.kept, to: &output)
    output.endObject()
  }

  private func write(_ body: Body?, to output: inout Output) {
    guard let body else { return }
    output.beginObject("body", at: body.place)
    output.spelled("title", body.title)
    output.spelled("text", body.text, markup: true)
    output.boolean("securityAdvice", body.securityAdvice)
    write(body.kept, to: &output)
    output.endObject()
  }

  /// Kept members, with the format whose members they are.
  func write(_ kept: [Kept], to output: inout Output) {
    if kept.isEmpty { return }
    output.beginArray("kept")
    for member in kept {
      output.begin(nil)
      write(member, to: &output)
    }
    output.endArray()
  }

  private func write(_ member: Kept, to output: inout Output) {
    output.openObject()
    output.string("format", member.origin.name)
    if let key = member.key { output.string("key", key) }
    output.kept(
      Kept(key: "value", json: member.json, origin: member.origin, place: member.place))
    output.endObject()
  }
}

extension Output {
  /// A text with the escapes of the canonical form.
  mutating func spelled(_ key: StaticString, _ text: Text?, markup: Bool = false) {
    guard let text else { return }
    if text.isCanonical(markup: markup) { return self.text(key, text) }
    string(key, text.canonicalSpelling(markup: markup), at: text.place)
  }
}

/// Spells out the envelope, in one of its three shapes.
struct CAMSWriter {
  /// The shapes of the envelope.
  enum Shape {
    case create, modify, detail
  }

  let channel: CAMSChannel
  let shape: Shape
  let isWire: Bool

  init(channel: CAMSChannel, style: Style) {
    self.channel = channel
    isWire = style.wire
    switch style.shape {
    case "modify": shape = .modify
    case "detail": shape = .detail
    default: shape = .create
    }
  }

  func write(_ template: inout Template, to output: inout Output) {
    output.beginObject(at: template.place)
    output.text("Category", template.category?.spelling)
    output.text("TemplateCode", template.code)
    output.text(shape == .modify ? "TemplateName" : "Name", template.name)
    output.text("Language", template.language)
    writeSamples(template.samples, to: &output)
    output.text("AuditStatus", template.state.audit)
    writeComponents(&template.messages, to: &output)
    output.word("TemplateType", channel.word)
    output.text("QualityScore", template.state.quality)
    output.boolean("CategoryChangePaused", template.settings.pausesOnCategoryChange)
    output.boolean("AllowSend", template.state.allowsSending)
    output.number("MessageSendTtlSeconds", template.settings.timeToLive)
    output.text("ProductSetId", template.settings.productSet)
    output.text("Reason", template.state.reason)
    output.text("CustSpaceId", template.settings.space)
    output.text("CustWabaId", template.settings.account)
    output.text("IsvCode", template.settings.reseller)
    output.boolean("AllowCategoryChange", template.settings.allowsCategoryChange)
    output.kept(template.kept)
    output.endObject()
  }

  private func writeSamples(_ samples: [Sample], to output: inout Output) {
    if samples.isEmpty { return }
    guard isWire else { return write(samples, "Example", to: &output) }
    var inner = Output()
    write(samples, nil, to: &inner)
    output.embedded("Example", inner)
  }

  private func write(_ samples: [Sample], _ key: StaticString?, to output: inout Output) {
    output.beginObject(key)
    for index in samples.indices {
      output.text(named: samples.span[index].key, samples.span[index].value)
    }
    output.endObject()
  }

  private func writeComponents(_ messages: inout [Message], to output: inout Output) {
    guard isWire else { return write(&messages, "Components", to: &output) }
    var inner = Output()
    write(&messages, nil, to: &inner)
    output.embedded("Components", inner)
  }

  private func write(
    _ messages: inout [Message], _ key: StaticString?, to output: inout Output
  ) {
    output.beginArray(key)
    let isPlain = channel != .line || (messages.count == 1 && messages[0].hasOnlyComponents)
    for index in messages.indices {
      if isPlain {
        write(&messages[index], to: &output)
      } else {
        output.beginObject()
        output.word("Type", "LINE_MESSAGE")
        output.begin("Message")
        LINEWriter().write(messages[index], to: &output)
        output.endObject()
      }
    }
    output.endArray()
  }
}

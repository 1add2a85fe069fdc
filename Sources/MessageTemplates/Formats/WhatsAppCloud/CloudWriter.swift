/// Spells out the body of a request that creates a template.
struct CloudWriter {
  let isNamed: Bool
  var samples: [Sample] = []

  init(style: Settings.VariableStyle?) { isNamed = style == .named }

  func write(_ template: Template, to output: inout Output) {
    var writer = self
    writer.samples = template.samples
    writer.writeEnvelope(template, to: &output)
  }

  private func writeEnvelope(_ template: Template, to output: inout Output) {
    output.beginObject(at: template.place)
    output.text("name", template.name)
    if template.furtherLanguages.isEmpty {
      output.text("language", template.language)
    } else {
      let first = template.language.map { [$0] } ?? []
      output.texts("languages", first + template.furtherLanguages)
    }
    output.text("category", template.category?.spelling)
    if let style = template.settings.variableStyle {
      output.word(
        "parameter_format", CloudParameterFormat.words[Int(style.value.rawValue)], at: style.place)
    }
    output.boolean("allow_category_change", template.settings.allowsCategoryChange)
    output.number("message_send_ttl_seconds", template.settings.timeToLive)
    output.text("product_set_id", template.settings.productSet)
    output.beginArray("components")
    for index in template.messages.indices { write(template.messages.span[index], to: &output) }
    output.endArray()
    output.kept(template.kept)
    output.endObject()
  }
}

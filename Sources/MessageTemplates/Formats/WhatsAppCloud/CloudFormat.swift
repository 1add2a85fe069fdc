extension Format {
  /// Meta's `message_templates` shape, as it is sent on creating and as a GET returns it.
  public static let whatsAppCloud = Format(WhatsAppCloud.self)
}

enum WhatsAppCloud: Adapter {
  static let name = "whatsapp-cloud"
  static let alias = "meta"
  static var format: Format { .whatsAppCloud }

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    CloudReader.read(&source, at: place, into: &template)
  }

  static func write(_ template: inout Template, as style: Style, to output: inout Output) {
    CloudWriter(style: template.settings.variableStyle?.value).write(template, to: &output)
  }
}

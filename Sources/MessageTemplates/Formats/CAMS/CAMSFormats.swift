extension Format {
  /// The CAMS envelope with TemplateType WHATSAPP.
  public static let camsWhatsApp = Format(CAMSWhatsApp.self)
  /// The CAMS envelope with TemplateType LINE: a convention of ours.
  public static let camsLine = Format(CAMSLine.self)
  /// The CAMS envelope with TemplateType VIBER.
  public static let camsViber = Format(CAMSViber.self)
}

enum CAMSWhatsApp: Adapter {
  static let name = "cams-whatsapp"

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    CAMSReader(channel: .whatsApp, format: .camsWhatsApp)
      .read(&source, at: place, into: &template)
  }

  static func write(_ template: Template, as style: Style, to output: inout Output) {
    CAMSWriter(channel: .whatsApp, style: style).write(template, to: &output)
  }
}

enum CAMSViber: Adapter {
  static let name = "cams-viber"

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    CAMSReader(channel: .viber, format: .camsViber)
      .read(&source, at: place, into: &template)
  }

  static func write(_ template: Template, as style: Style, to output: inout Output) {
    CAMSWriter(channel: .viber, style: style).write(template, to: &output)
  }
}

/// The service documents no member of a LINE template: this is ours, as `Documentation/CAMS-LINE.md`
/// says.
enum CAMSLine: Adapter {
  static let name = "cams-line"

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    CAMSReader(channel: .line, format: .camsLine)
      .read(&source, at: place, into: &template)
  }

  static func write(_ template: Template, as style: Style, to output: inout Output) {
    CAMSWriter(channel: .line, style: style).write(template, to: &output)
  }

  static func spells(_ native: Kept, _ message: Message) -> Bool {
    LINEMessaging.spells(native, message)
  }

  static func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    LINEMessaging.settle(&messages, &adaptation)
  }
}

extension Format {
  /// The CAMS envelope with TemplateType WHATSAPP.
  public static let camsWhatsApp = Format(CAMSWhatsApp.self)
  /// The CAMS envelope with TemplateType LINE: a convention of ours.
  public static let camsLine = Format(CAMSLine.self)
  /// The CAMS envelope with TemplateType VIBER.
  public static let camsViber = Format(CAMSViber.self)
}

/// One channel of the envelope.
protocol CAMSAdapter: Adapter {
  static var channel: CAMSChannel { get }
}

extension CAMSAdapter {
  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    CAMSReader(channel: channel, format: format).read(&source, at: place, into: &template)
  }

  static func write(_ template: inout Template, as style: Style, to output: inout Output) {
    CAMSWriter(channel: channel, style: style).write(&template, to: &output)
  }
}

enum CAMSWhatsApp: CAMSAdapter {
  static let name = "cams-whatsapp"
  static let alias = "whatsapp"
  static var channel: CAMSChannel { .whatsApp }
  static var format: Format { .camsWhatsApp }
}

enum CAMSViber: CAMSAdapter {
  static let name = "cams-viber"
  static let alias = "viber"
  static var channel: CAMSChannel { .viber }
  static var format: Format { .camsViber }
}

/// The service documents no member of a LINE template: this is ours, as `Documentation/CAMS-LINE.md`
/// says.
enum CAMSLine: CAMSAdapter {
  static let name = "cams-line"
  static var channel: CAMSChannel { .line }
  static var format: Format { .camsLine }

  static func spells(_ native: Kept, _ message: Message) -> Bool {
    LINEMessaging.spells(native, message)
  }

  static func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    LINEMessaging.settle(&messages, &adaptation)
  }
}

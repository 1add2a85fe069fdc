extension Format {
  /// Viber REST Bot API message objects.
  public static let viberBot = Format(ViberBot.self)
}

/// Messages as the Bot API takes them: one object each, sent one after the other.
enum ViberBot: Adapter {
  static let name = "viber-bot"
  static var format: Format { .viberBot }

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    ViberBotReader().read(&source, at: place, into: &template)
  }

  static func write(_ template: inout Template, as style: Style, to output: inout Output) {
    ViberBotWriter().write(template, to: &output)
  }

  /// Reads the message again as it would be written: it must break no rule and be just this one.
  static func spells(_ native: Kept, _ message: Message) -> Bool {
    var output = Output()
    ViberBotWriter().write(message, to: &output)
    let again = Source.reread(output.bytes, of: native.origin) { source in
      var again = Template()
      return ViberBotReader().read(&source, at: source.root, into: &again) ? again : nil
    }
    return again?.messages == [message]
  }

  static func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    ViberBotShape().settle(&messages, &adaptation)
  }
}

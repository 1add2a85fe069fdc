extension Format {
  /// LINE Messaging API message objects.
  public static let line = Format(LINEMessaging.self)
}

/// Messages as the Messaging API takes them: one to five in a request.
enum LINEMessaging: Adapter {
  static let name = "line-messaging"
  static let alias = "line"
  static var format: Format { .line }

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    LINEReader().read(&source, at: place, into: &template)
  }

  static func write(_ template: inout Template, as style: Style, to output: inout Output) {
    LINEWriter().write(template, to: &output)
  }

  /// Reads the layout again: it must break no rule and give just this message.
  static func spells(_ native: Kept, _ message: Message) -> Bool {
    let again = Source.reread(Array(native.json.utf8), of: native.origin) { source in
      var again = message
      LINEReader().readLayout(&source, at: source.root, key: native.key, into: &again)
      return again
    }
    return again?.says(whatSays: message) ?? false
  }

  static func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    LINEShape().settle(&messages, &adaptation)
  }
}

extension Message {
  /// Whether two messages say and do the same, however they look.
  fileprivate func says(whatSays other: Message) -> Bool {
    header == other.header && body == other.body && footer == other.footer
      && buttons == other.buttons && carousel == other.carousel
      && quickReplies == other.quickReplies && sender == other.sender
      && alternative == other.alternative && kept == other.kept
  }
}

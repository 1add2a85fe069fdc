/// Texts: spans instead of marks, and links that a layout cannot open.
extension LINEShape {
  /// A link in the text of a bubble cannot be tapped.
  func noteLinks(_ message: Message, _ adaptation: inout Adaptation) {
    guard adaptation.source.channel != adaptation.target.channel,
      let text = message.body?.text, text.holds("://"), !message.isBareText
    else { return }
    adaptation.log.add(.linkNotTappable, at: text.place, target: text.place)
  }

  /// Markup as spans; a text alone stays a text, without its markup, unless the policy keeps it.
  func markup(
    of text: Text, in message: Message, _ adaptation: inout Adaptation
  ) -> Text {
    let spans = Text(spansOf: text)
    var plain = message
    plain.body?.text = Text(text.string, marks: [], at: text.place)
    let isBare =
      plain.isBareText && adaptation.policy.lineMarkup == .plain
      && adaptation.source.channel != adaptation.target.channel
    if !isBare, spans.hasMarkup {
      if text.hasCode { adaptation.log.add(.markupDropped, at: text.place, target: text.place) }
      return spans
    }
    adaptation.log.add(.markupDropped, at: text.place, target: text.place)
    return spans.withoutMarkup
  }
}

extension Text {
  /// The text with its markup as spans have it.
  init(spansOf text: Text) {
    self.init(styled: text.runs.map { (text.excerpt($0.range), $0.style) }, at: text.place)
  }

  /// The words without their delimiters.
  var withoutMarkup: Text {
    Text(styled: runs.map { (excerpt($0.range), []) }, at: place)
  }

  /// Whether a part of the text is code.
  var hasCode: Bool { withMarks { $0.contains { $0.kind == .code } } }
}

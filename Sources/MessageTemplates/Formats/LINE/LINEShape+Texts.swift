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
    let isBare =
      message.isOnlyText && adaptation.policy.lineMarkup == .plain
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
    if text.isSpelledAsSpans {
      self = text
      return
    }
    self.init(styled: text.runs.map { (text.excerpt($0.range), $0.style) }, at: text.place)
  }

  /// Whether no two marked-up stretches touch and none is code: spans spell them the same way.
  private var isSpelledAsSpans: Bool {
    withMarks { marks in
      var end = -1
      for mark in marks where mark.kind != .variable {
        if mark.kind == .code || mark.delimiter != 1 || mark.lower <= end { return false }
        end = mark.upper
      }
      return true
    }
  }

  /// The words without their delimiters.
  var withoutMarkup: Text {
    Text(styled: runs.map { (excerpt($0.range), []) }, at: place)
  }

  /// Whether a part of the text is code.
  var hasCode: Bool { withMarks { $0.contains { $0.kind == .code } } }
}

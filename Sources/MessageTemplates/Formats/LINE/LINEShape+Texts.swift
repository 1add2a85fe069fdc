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
    let isBare =
      message.isOnlyText && adaptation.policy.lineMarkup == .plain
      && adaptation.source.channel != adaptation.target.channel
    let spans = isBare ? nil : Text(spansOf: text)
    if let spans, spans.hasMarkup {
      if text.hasCode { adaptation.log.add(.markupNotHeld, at: text.place, target: text.place) }
      return spans
    }
    let couldStay = isBare && text.marks.contains { $0.kind != .variable && $0.kind != .code }
    adaptation.log.add(
      couldStay ? .markupDropped : .markupNotHeld, at: text.place, target: text.place)
    return text.withoutMarkup
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
    var builder = TextBuilder(bytes: count, marks: variableCount, in: nil)
    for run in runs {
      let shift = builder.count - run.range.lowerBound
      for mark in marks where mark.kind == .variable && run.range.contains(mark.lower) {
        builder.add(mark.moved(by: shift))
      }
      part(run.range).withBytes { builder.append($0) }
    }
    return builder.finished(at: place)
  }

  /// Whether a part of the text is code.
  var hasCode: Bool { withMarks { $0.contains { $0.kind == .code } } }
}

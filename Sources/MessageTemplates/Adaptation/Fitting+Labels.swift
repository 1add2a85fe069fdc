/// Short texts over a limit that the target enforces: they are cut at a word.
extension Adaptation {
  /// Makes a text one that the target takes.
  @inline(__always)
  mutating func shorten(_ text: inout Text?, _ measure: Measure) {
    if limits[measure].isEnforced, let given = text { text = shortened(given, measure) }
  }

  /// A text that the target takes.
  mutating func shortened(_ text: Text, _ measure: Measure) -> Text {
    let limit = limits[measure]
    guard limit.isEnforced, !limit.allows(text) else { return text }
    let shorter = text.abbreviated(to: limit.maximum, limit)
    let loss = text.loss(ofAtomsIn: shorter)
    log.add(
      loss.isEmpty ? .labelShortened : .textCutOff, at: text.place, target: text.place,
      limit: limit.maximum, found: limit.count(text), detail: loss)
    return shorter
  }
}

/// Short texts over a limit that the target enforces: they are cut at a word.
extension Adaptation {
  /// A text that the target takes.
  mutating func shortened(_ text: Text, _ measure: Measure) -> Text {
    let limit = limits[measure]
    guard limit.isEnforced, !limit.allows(text) else { return text }
    log.add(
      .labelShortened, at: text.place, target: text.place, limit: limit.maximum,
      found: limit.count(text))
    return text.shortened(to: limit.maximum, limit)
  }
}

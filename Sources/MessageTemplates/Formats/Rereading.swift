/// Reading again what a layout says, or what a writer would write.
extension Source {
  /// What a reader makes of some JSON; nil where it breaks a rule, or where not all of it was read.
  static func reread<Value>(
    _ json: [UInt8], of format: Format.ID, _ read: (inout Source) -> Value?
  ) -> Value? {
    var source = Source()
    source.ownsTexts = true
    source.format = format
    guard (try? source.load(json.span)) != nil, let value = read(&source), source.log.isSound
    else { return nil }
    return value
  }
}

/// How the outputs of a run are put together.
struct Layout: Sendable {
  /// What stands around them.
  enum Kind {
    /// Each input has an output of its own: one template bare, a list as an array, lines as lines.
    case each
    /// All are elements of one array.
    case array
    /// Each is a line.
    case lines
  }

  var kind: Kind
  /// Whether it is laid out for people; where nothing is said, if the input held one template.
  var isPretty: Bool?
  /// Whether each output stands in an envelope with its report.
  var hasEnvelopes = false
}

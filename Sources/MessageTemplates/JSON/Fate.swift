/// What became of one leaf of the source.
public enum Fate: UInt8, Sendable, Hashable, BitwiseCopyable {
  /// Nothing is known yet; at the end such a leaf is lost and named `not-carried`.
  case unread
  /// A leaf that shares the fate of its object: Type, Format, UrlType, or an empty value.
  case structure
  /// How something looks: with its layout it arrives, without it is named in one finding.
  case presentation
  /// Words that arrive with their layout as they look, without it as words only.
  case styled
  /// Transport, or state that the platform owns.
  case envelope
  /// It arrived.
  case carried
  /// It arrived in another form.
  case adapted
  /// It arrived weaker.
  case degraded
  /// It did not arrive.
  case lost

  /// The word in a report.
  public var name: String { "\(word)" }

  var word: StaticString {
    switch self {
    case .unread: "unread"
    case .structure: "structure"
    case .presentation: "presentation"
    case .styled: "styled"
    case .envelope: "envelope"
    case .carried: "carried"
    case .adapted: "adapted"
    case .degraded: "degraded"
    case .lost: "lost"
    }
  }
}

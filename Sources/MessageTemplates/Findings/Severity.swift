/// How much a finding matters to the reader of the message or to the sender's business.
public enum Severity: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  /// Nothing is missing; worth knowing.
  case note
  /// Everything arrives, in another form.
  case adapted
  /// It arrives, but weaker.
  case degraded
  /// Something does not arrive.
  case lost
  /// The source breaks a rule that its platform enforces, or no valid target exists.
  case error

  /// Orders by how bad it is.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The word in a report.
  public var name: String { "\(word)" }

  var word: StaticString {
    switch self {
    case .note: "note"
    case .adapted: "adapted"
    case .degraded: "degraded"
    case .lost: "lost"
    case .error: "error"
    }
  }

  /// The fate of a leaf that such a finding names; none where the leaf arrives all the same.
  var fate: Fate? {
    switch self {
    case .adapted: .adapted
    case .degraded: .degraded
    case .lost: .lost
    case .note, .error: nil
    }
  }
}

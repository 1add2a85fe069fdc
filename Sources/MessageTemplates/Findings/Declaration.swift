/// What a finding code means, said once: the report, `convert explain` and the documentation print
/// from here.
///
/// In the sentences `{source}` and `{target}` stand for the channels' names, `{limit}` and
/// `{found}` for the numbers, `{before}` and `{after}` for the texts, `{detail}` for a word of the
/// finding's own and `{pointer}` for a place in the canonical model.
public struct Declaration: Sendable {
  /// The code this declares.
  public let code: Code
  /// The code as reports spell it: `footer-merged`.
  public let id: StaticString
  /// How much such a finding matters.
  public let severity: Severity
  /// How much it matters where the source itself is checked: an error where its platform refuses it.
  public let severityInCheck: Severity
  /// The finding in a line, without a full stop.
  public let headline: StaticString
  /// The sentence of a report.
  public let message: StaticString
  /// Why it is so, and what it means for the message on the phone.
  public let explanation: StaticString
  /// What to do about it; empty where there is nothing to do.
  public let remedy: StaticString

  init(
    _ code: Code, _ id: StaticString, _ severity: Severity, _ headline: StaticString,
    inCheck severityInCheck: Severity? = nil, message: StaticString, why explanation: StaticString,
    remedy: StaticString = ""
  ) {
    self.code = code
    self.id = id
    self.severity = severity
    self.severityInCheck = severityInCheck ?? (severity == .error ? .error : .note)
    self.headline = headline
    self.message = message
    self.explanation = explanation
    self.remedy = remedy
  }
}

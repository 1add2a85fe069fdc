/// Whether a platform would take a template, as far as a document alone can tell.
public struct Inspection: Sendable {
  /// How an inspection ended.
  public enum Status: String, Sendable {
    /// No rule is broken.
    case valid
    /// A rule is broken, or there is no template.
    case invalid
    /// The bytes are no document, or fit no format.
    case unreadable
  }

  /// What was found: errors and notes.
  public let findings: [Finding]
  /// How it ended.
  public let status: Status
  /// The format whose rules were applied.
  public let format: Format

  /// Inspects what a conversion of a template to its own format found.
  ///
  /// - Parameters:
  ///   - bytes: The document: one template.
  ///   - format: The format whose rules apply; the template's own where it is not given.
  public init(of bytes: some Sequence<UInt8>, as format: Format? = nil) {
    let document = Array(bytes)
    do throws(ReadError) {
      let own = try Conversion(of: document, from: format, to: format ?? .canonical)
      self.init(own)
    } catch {
      self.init(Conversion(unreadable: error, from: format, to: format ?? .canonical))
    }
  }

  /// The rules' part of a conversion's findings.
  package init(_ conversion: Conversion) {
    findings = conversion.findings(where: Inspection.isRule).map { finding in
      var finding = finding
      finding.targets = []
      finding.after = nil
      finding.severity = finding.code.severityInCheck
      return finding
    }
    format = conversion.from
    if conversion.status == .unreadable {
      status = .unreadable
    } else {
      status = findings.contains { $0.severity == .error } ? .invalid : .valid
    }
  }

  /// Whether a code says something of the source itself, whatever the target.
  static func isRule(_ code: Code) -> Bool {
    code.rawValue >= Code.textTooLong.rawValue || Inspection.others.contains(code)
  }

  private static let others: Set<Code> = [
    .duplicateKey, .loneSurrogate, .unexpectedType, .spellingCorrected, .formatIgnored,
    .memberMisplaced, .unknownComponent, .headerFormatUnknown, .componentEmpty, .becomesPromotional,
    .unknownMember, .componentRepeated, .maskedValue,
    .sampleUnreadable, .noTemplateContent, .unreadable, .sourceNotApproved, .bodyMissing,
    .accountDeprecated, .templateTypeMismatch, .urlTypeContradicts,
  ]
}

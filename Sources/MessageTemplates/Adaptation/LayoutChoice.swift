/// Which layout harms a message least, worked out once for every kind of message there is.
struct LayoutChoice: Sendable {
  /// What of a message decides its layout.
  struct Facts {
    /// What the first button that a layout could hold does.
    enum Candidate: Int, CaseIterable { case none, label, link }

    var kind: Media.Kind?
    var hasText: Bool
    var candidate: Candidate
    /// Whether there are buttons beside the candidate.
    var hasOthers: Bool

    /// The number of the kind of message.
    @inline(__always)
    fileprivate var number: Int {
      let kinds = kind.map { Int($0.rawValue) + 1 } ?? 0
      return (kinds * Candidate.allCases.count + candidate.rawValue) * 4
        + (hasText ? 2 : 0) + (hasOthers ? 1 : 0)
    }
  }

  /// The layouts by the numbers of the kinds of message.
  private var table: [UInt8] = []

  init(_ layouts: [Capabilities.Layout], _ policy: Policy) {
    if layouts.isEmpty { return }
    let kinds = Media.Kind.names.count + 1
    table = Array(repeating: 0, count: kinds * Facts.Candidate.allCases.count * 4)
    for number in 0..<kinds {
      let kind = number == 0 ? nil : Media.Kind(rawValue: UInt8(number - 1))
      for candidate in Facts.Candidate.allCases {
        for (hasText, hasOthers) in [(false, false), (false, true), (true, false), (true, true)] {
          let facts = Facts(
            kind: kind, hasText: hasText, candidate: candidate, hasOthers: hasOthers)
          table[facts.number] = LayoutChoice.leastHarmful(facts, layouts, policy)
        }
      }
    }
  }

  /// Where the layout stands among the target's.
  subscript(facts: Facts) -> Int {
    @inline(__always) get { Int(table[facts.number]) }
  }

  private static func leastHarmful(
    _ facts: Facts, _ layouts: [Capabilities.Layout], _ policy: Policy
  ) -> UInt8 {
    let harms = layouts.map { harm(of: $0.shape, facts, policy) }
    let best = harms.indices.min { harms[$0] < harms[$1] } ?? 0
    return harms[best] == .max ? 0 : UInt8(best)
  }

  /// How much of the message a layout gives up; a comparison, nothing is decided here.
  private static func harm(
    of layout: Capabilities.Layout.Shape, _ facts: Facts, _ policy: Policy
  ) -> Int {
    if let header = layout.header, header != facts.kind { return .max }
    var harm = 0
    var hasLines = facts.hasOthers
    if facts.kind != nil, layout.header == nil {
      harm += 8
      hasLines = true
    }
    if let button = layout.button {
      let hasLink = facts.candidate == .link
      guard facts.candidate != .none,
        hasLink == (button == .url) || (button == .label && policy.videoButton == .keep)
      else { return .max }
      harm += hasLink && button == .label ? 3 : 0
    } else if facts.candidate != .none {
      harm += 4
      hasLines = true
    }
    if layout.hasBody { return facts.hasText || hasLines ? harm : .max }
    return harm + (facts.hasText ? 100 : hasLines ? 20 : 0)
  }
}

import MessageTemplates

/// Prints reports, in order, and what was counted at the end.
struct Reporter: Sendable {
  private let destination: Destination
  private let reporting: Reporting
  /// Whether people are told on standard error how it went.
  private let isQuiet: Bool
  /// Text that may yet give way to a summary.
  private var held: [UInt8] = []
  private var isFirst = true

  init(_ destination: Destination, _ reporting: Reporting, isQuiet: Bool) {
    self.destination = destination
    self.reporting = reporting
    self.isQuiet = isQuiet
  }

  private var isSilent: Bool { destination.isStandardError && isQuiet }

  /// Prints the reports of a piece of work.
  mutating func write(_ page: Numbered, drift: Int, after tally: Tally) throws(Failure) {
    if isSilent { return }
    if reporting.format == .text, reporting.givesWay {
      if tally.templates <= Reporting.limit { held += page.bytes } else { held = [] }
      return
    }
    var bytes = page.moved(by: drift)
    if reporting.format == .sarif, isFirst, !bytes.isEmpty {
      bytes = Array(SARIF.beginning.utf8) + [0x0A] + bytes.dropFirst(2)
      isFirst = false
    }
    if !bytes.isEmpty { try destination.write(bytes) }
  }

  /// Prints what was counted.
  mutating func finish(_ tally: Tally) throws(Failure) {
    let isMany =
      reporting.format == .text && reporting.givesWay && tally.templates > Reporting.limit
    let isSummary = reporting.format == .summary || isMany
    if !isSilent {
      if isSummary {
        try destination.write(Array(tally.summary.utf8))
      } else if reporting.format == .text {
        if tally.isWorthSaying { held += tally.line.utf8 }
        try destination.write(held)
      } else if reporting.format == .sarif {
        if isFirst { try destination.write(Array(SARIF.beginning.utf8)) }
        try destination.write(SARIF.ending(tally))
      }
    }
    // Where people see the counts already, or a program reads standard error, nothing is added.
    let isText = isSummary || reporting.format == .text
    let isTold = destination.isStandardError || (destination.isStandardOutput && isText)
    if !isQuiet, !isTold, tally.isWorthSaying { Terminal.complain(tally.line) }
    try destination.commit()
  }
}

extension Tally {
  /// Whether there is more to say than that one template went through.
  fileprivate var isWorthSaying: Bool { templates != 1 || worst != nil }
}

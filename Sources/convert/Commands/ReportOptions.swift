import ArgumentParser
import MessageTemplates

/// What to say about it, where, and with which exit status.
struct ReportOptions: ParsableArguments {
  /// From which severity on a finding makes the exit status 1.
  enum Threshold: String, CaseIterable, ExpressibleByArgument {
    case note, adapted, degraded, lost, never
  }

  /// When to colour.
  enum Colour: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
  }

  @Option(
    help: ArgumentHelp("Where the report goes; - is standard output.", valueName: "PATH"),
    completion: .file())
  var report: String?

  @Option(
    help: ArgumentHelp(
      "How the report is printed; without it text, or a summary of more than 20 templates."))
  var reportFormat: ReportFormat?

  @Option(help: "Exit with 1 if a finding is as severe; errors always count.")
  var failOn: Threshold = .never

  @Flag(help: "Exit with 0 where it would be 1 or 2, for engines that take these for a crash.")
  var exitZero = false

  @Flag(help: "Mask phone numbers, codes and URL queries in the report.")
  var redact = false

  @Flag(help: "Keep standard error silent; report files are written all the same.")
  var quiet = false

  @Flag(help: "Show no progress on the terminal.")
  var noProgress = false

  @Option(help: "Colour text reports.")
  var color: Colour = .auto

  /// What workers are to say.
  func reporting(to path: String?, tracing: Bool, envelopes: Bool) -> Reporting {
    Reporting(
      format: reportFormat ?? .text, givesWay: reportFormat == nil, isTracing: tracing,
      isRedacting: redact, hasColour: hasColour(path), hasEnvelopes: envelopes)
  }

  private func hasColour(_ path: String?) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      !Terminal.refusesColour
        && (path == nil ? Terminal.isError : path == "-" && Terminal.isOutput)
    }
  }

  /// A progress line, if somebody is there to see it.
  func progress(_ inputs: [Input]) -> Progress {
    let isShown = !quiet && !noProgress && Terminal.isError
    guard isShown else { return Progress(of: nil, isShown: false) }
    let paths = inputs.map(\.path)
    let isKnown = paths.allSatisfy { $0.kind == .file }
    return Progress(of: isKnown ? paths.map(\.size).reduce(0, +) : nil, isShown: true)
  }

  /// The exit status that the counts ask for.
  func status(_ tally: Tally) -> ExitStatus {
    let isBelow = tally.worst.map { worst in failOn.severity.map { worst < $0 } ?? true } ?? true
    let status: ExitStatus =
      if tally.count(.unreadable) + tally.count(.refused) > 0 {
        .unreadable
      } else if tally.count(.invalid) > 0 || tally.hasErrors || !isBelow {
        .findings
      } else {
        .success
      }
    return exitZero ? .success : status
  }
}

extension ReportOptions.Threshold {
  fileprivate var severity: Severity? {
    switch self {
    case .note: .note
    case .adapted: .adapted
    case .degraded: .degraded
    case .lost: .lost
    case .never: nil
    }
  }
}

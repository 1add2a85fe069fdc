import ArgumentParser
import MessageTemplates

/// Says whether a platform would take templates; converts nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether the platform would take the templates.",
    discussion: """
      All rules that a document alone can decide are tried; `convert formats` lists the others. \
      Exit status: 0 all are valid, 1 one is not, 2 one is unreadable.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Would this platform take it? What is in another format is converted in memory.",
      valueName: "FORMAT"),
    transform: FormatName.init)
  var target: FormatName?

  @OptionGroup(title: "Report") var report: ReportOptions

  func run() throws {
    let inputs = input.named
    let path = report.report ?? "-"
    let reporting = report.reporting(to: path, tracing: false, envelopes: false)
    let job = Inspector.Job(
      from: input.from?.format, target: target?.format, reporting: reporting)
    let run = Run(
      inputs: inputs, input: input, report: report, reporting: reporting,
      layout: Layout(kind: .lines), names: [input.from?.named, target])
    let tally = try run { Inspector(job) }
    report.status(tally).end()
  }
}

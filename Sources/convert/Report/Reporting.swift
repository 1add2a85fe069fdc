import ArgumentParser
import MessageTemplates

/// How reports are printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// A line a finding, for people.
  case text
  /// An object a template, for programs.
  case json
  /// Counts, for bulk runs.
  case summary
  /// The interchange format of code checkers, for editors and forges.
  case sarif
}

/// What a worker is to say about each template.
struct Reporting: Sendable {
  /// How reports are printed.
  var format: ReportFormat
  /// Whether text gives way to a summary when there are many templates.
  var givesWay: Bool
  /// Whether reports name the fate of every leaf.
  var isTracing: Bool
  /// Whether private things are masked.
  var isRedacting: Bool
  /// Whether text is coloured.
  var hasColour: Bool
  /// Whether each output carries its report.
  var hasEnvelopes: Bool

  /// Up to how many templates are told of one by one.
  static let limit = 20

  /// Whether the template of a number within its piece of work is told of one by one.
  func tells(_ number: Int, of chunk: Chunk) -> Bool {
    switch format {
    case .json, .sarif: true
    case .summary: false
    case .text: !givesWay || chunk.number + number < Reporting.limit
    }
  }

  /// Whether reports are wanted as JSON, on the page or in envelopes.
  var printsJSON: Bool { format == .json || hasEnvelopes }

  /// How many bytes the reports of a piece of work may take, so that their page need not grow.
  func roomForPage(of chunk: Chunk) -> Int {
    guard format == .json, chunk.kind == .lines else { return 0 }
    return (isTracing ? 6 : 3) * chunk.bytes.count
  }

  /// Whether reports of a piece may be handed on before it is done.
  var goesEarly: Bool { format == .json || format == .sarif }

  /// Whether something other than the printer reads or changes findings.
  func readsFindings(isTold: Bool) -> Bool { isRedacting || (isTold && format != .json) }

  /// Puts a report on a page: as it was printed, or for people.
  func print(
    _ report: Report, _ printer: ReportPrinter, _ columns: inout Columns, onto page: inout Numbered
  ) {
    switch format {
    case .json:
      printer.withBytes { page.append($0, index: printer.index, value: report.index) }
      page.bytes.append(0x0A)
    case .text: page.bytes += report.text(coloured: hasColour).utf8
    case .sarif: page.bytes += report.sarif(&columns)
    case .summary: break
    }
  }
}

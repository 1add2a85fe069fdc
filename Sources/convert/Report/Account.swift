import MessageTemplates

/// What a worker says of one piece of work: counts, and a page of reports.
struct Account: Sendable {
  private(set) var tally = Tally()
  private(set) var page = Numbered()
  /// The reports since the last envelope.
  private(set) var enclosed: [(json: [UInt8], index: Range<Int>, value: Int)] = []
  private let reporting: Reporting

  private var columns: Columns

  init(_ reporting: Reporting, of chunk: Chunk) {
    self.reporting = reporting
    columns = Columns(reporting.format == .sarif ? chunk : Chunk())
    page.reserve(reporting.roomForPage(of: chunk))
  }

  /// Where a template stands.
  struct Position {
    /// Its place in its file, from 0.
    var index = 0
    /// The line of the file, in NDJSON.
    var line: Int?
    /// Whether its document is a list.
    var isInList = false

    /// Says in a report where its template stands.
    func place(_ report: inout Report) {
      report.index = index
      report.line = line
    }
  }

  /// Counts a conversion, and reports it where templates are told of one by one.
  mutating func add(
    _ conversion: Conversion, in chunk: Chunk, at position: Position, _ printer: inout ReportPrinter
  ) {
    let ending: Ending =
      switch conversion.status {
      case .converted: .converted
      case .refused: .refused
      case .unreadable: .unreadable
      }
    let example = example(chunk, position)
    for code in conversion.codes { tally.add(code, code.severity, ending, example) }
    let isTold = reporting.tells(tally.templates, of: chunk)
    tally.add(
      ending, example,
      pair: ending == .unreadable
        ? nil : Tally.Pair(from: conversion.sourceName, to: conversion.to.name),
      language: conversion.language)
    guard isTold || reporting.hasEnvelopes else { return }
    var report = Report(of: conversion, input: chunk.name)
    position.place(&report)
    if reporting.readsFindings(isTold: isTold) || ending == .unreadable {
      report.take(findingsOf: conversion)
      if reporting.isRedacting { report.redact() }
    }
    if reporting.printsJSON {
      printer.print(report, of: conversion, tracing: reporting.isTracing)
    }
    take(report, printer, isTold: isTold)
  }

  /// Counts a report that was made already.
  mutating func add(
    _ report: Report, ending: Ending, in chunk: Chunk, at position: Position,
    _ printer: inout ReportPrinter
  ) {
    let example = example(chunk, position)
    for finding in report.findings ?? [] {
      tally.add(finding.code, finding.severity, ending, example)
    }
    let isTold = reporting.tells(tally.templates, of: chunk)
    let pair = report.from.map { Tally.Pair(from: $0, to: report.to ?? report.rules ?? $0) }
    tally.add(ending, example, pair: pair, language: nil)
    guard isTold || reporting.hasEnvelopes else { return }
    var report = report
    position.place(&report)
    report.moveLines()
    if reporting.isRedacting { report.redact() }
    if reporting.printsJSON { printer.print(report) }
    take(report, printer, isTold: isTold)
  }

  /// Takes the reports since the last call, for the envelope of their output.
  mutating func takeEnclosed() -> [(json: [UInt8], index: Range<Int>, value: Int)] {
    defer { enclosed = [] }
    return enclosed
  }

  /// Keeps what was printed: for the page, and for the envelope.
  private mutating func take(_ report: Report, _ printer: ReportPrinter, isTold: Bool) {
    if reporting.hasEnvelopes { enclosed.append((printer.bytes, printer.index, report.index)) }
    if isTold { reporting.print(report, printer, &columns, onto: &page) }
  }

  private func example(_ chunk: Chunk, _ position: Position) -> Tally.Example {
    Tally.Example(
      input: chunk.name, line: position.line, index: position.isInList ? position.index : nil)
  }
}

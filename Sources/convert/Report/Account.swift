import MessageTemplates

/// What a worker says of one piece of work: counts, and a page of reports.
struct Account: Sendable {
  private(set) var tally = Tally()
  private(set) var page = Numbered()
  /// The reports since the last envelope.
  private var enclosed = Numbered()
  private let reporting: Reporting
  private let pipeline: Pipeline
  private let number: Int
  /// From how many bytes on the page may be handed on early.
  private var share = 0

  private var columns: Columns

  init(_ reporting: Reporting, of chunk: Chunk, _ pipeline: Pipeline) {
    self.reporting = reporting
    self.pipeline = pipeline
    number = chunk.number
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
    _ conversion: Conversion, in chunk: Chunk, at position: Position, _ printer: ReportPrinter
  ) {
    let ending: Ending =
      switch conversion.status {
      case .converted: .converted
      case .refused: .refused
      case .unreadable: .unreadable
      }
    let example = example(chunk, position)
    conversion.forEachCode { tally.add($0, $0.severity, ending, example) }
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
      return take(report, of: conversion, printer, isTold: isTold)
    }
    take(report, printer, isTold: isTold)
  }

  /// Counts a report that was made already.
  mutating func add(
    _ report: Report, ending: Ending, in chunk: Chunk, at position: Position,
    _ printer: ReportPrinter
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

  /// Takes the report since the last call, for the envelope of its output.
  mutating func takeEnclosed() -> Numbered {
    defer { enclosed = Numbered() }
    return enclosed
  }

  /// Prints and keeps the report of a conversion; a long one goes page by page where it may.
  private mutating func take(
    _ report: Report, of conversion: Conversion, _ printer: ReportPrinter, isTold: Bool
  ) {
    var isBegun = false
    let mayGoOn = isTold && reporting.format == .json && !reporting.hasEnvelopes
    printer.print(report, of: conversion, tracing: reporting.isTracing) { bytes, index in
      guard mayGoOn else { return false }
      page.append(bytes, index: isBegun ? nil : index, value: report.index)
      isBegun = true
      handOn()
      return true
    }
    if isBegun {
      printer.withBytes { page.append($0, index: nil, value: 0) }
      page.bytes.append(0x0A)
      handOn()
    } else {
      take(report, printer, isTold: isTold)
    }
  }

  /// Keeps what was printed: for the page, and for the envelope.
  private mutating func take(_ report: Report, _ printer: ReportPrinter, isTold: Bool) {
    if reporting.hasEnvelopes {
      printer.withBytes { enclosed.append($0, index: printer.index, value: report.index) }
    }
    if !isTold { return }
    reporting.print(report, printer, &columns, onto: &page)
    handOn()
  }

  /// Hands the page on if it is long, and whoever comes first allows it.
  private mutating func handOn() {
    guard reporting.goesEarly, page.bytes.count > share else { return }
    share = pipeline.take(early: &page, of: number)
  }

  private func example(_ chunk: Chunk, _ position: Position) -> Tally.Example {
    Tally.Example(
      input: chunk.name, line: position.line, index: position.isInList ? position.index : nil)
  }
}

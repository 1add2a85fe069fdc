import MessageTemplates

/// What a worker says of one piece of work: counts, and a page of reports.
struct Account: Sendable {
  private(set) var tally = Tally()
  private(set) var page = Numbered()
  /// The reports since the last envelope.
  private(set) var enclosed: [(json: [UInt8], index: Range<Int>, value: Int)] = []
  private let reporting: Reporting

  init(_ reporting: Reporting) { self.reporting = reporting }

  /// Where a template stands.
  struct Position {
    /// Its place in its file, from 0.
    var index = 0
    /// The line of the file, in NDJSON.
    var line: Int?
    /// Whether its document is a list.
    var isInList = false
  }

  /// Counts a conversion, and reports it where templates are told of one by one.
  mutating func add(_ conversion: Conversion, in chunk: Chunk, at position: Position) {
    let ending: Ending =
      switch conversion.status {
      case .converted: .converted
      case .refused: .refused
      case .unreadable: .unreadable
      }
    let example = example(chunk, position)
    for code in conversion.codes { tally.add(code, code.severity, ending, example) }
    let isRead = ending != .unreadable
    let report = report(chunk, tells: tally.templates) {
      Report(of: conversion, input: chunk.name, tracing: reporting.isTracing)
    }
    tally.add(
      ending, example,
      pair: isRead ? Tally.Pair(from: conversion.sourceName, to: conversion.to.name) : nil,
      language: conversion.language)
    if let report { tell(report, in: chunk, at: position) }
  }

  /// Counts a report that was made already.
  mutating func add(_ report: Report, ending: Ending, in chunk: Chunk, at position: Position) {
    let example = example(chunk, position)
    for finding in report.findings { tally.add(finding.code, finding.severity, ending, example) }
    let told = self.report(chunk, tells: tally.templates) { report }
    let pair = report.from.map { Tally.Pair(from: $0, to: report.to ?? report.rules ?? $0) }
    tally.add(ending, example, pair: pair, language: nil)
    if let told { tell(told, in: chunk, at: position) }
  }

  /// Takes the reports since the last call, for the envelope of their output.
  mutating func takeEnclosed() -> [(json: [UInt8], index: Range<Int>, value: Int)] {
    defer { enclosed = [] }
    return enclosed
  }

  private func report(_ chunk: Chunk, tells number: Int, _ make: () -> Report) -> Report? {
    reporting.hasEnvelopes || reporting.tells(number, of: chunk) ? make() : nil
  }

  private mutating func tell(_ report: Report, in chunk: Chunk, at position: Position) {
    var report = report
    report.index = position.index
    report.line = position.line
    if let line = position.line {
      for index in report.findings.indices { report.findings[index].line += line - 1 }
    }
    if reporting.isRedacting { report.redact() }
    if reporting.hasEnvelopes {
      let (json, index) = report.json
      enclosed.append((json, index, report.index))
    }
    if reporting.tells(tally.templates - 1, of: chunk) { reporting.print(report, onto: &page) }
  }

  private func example(_ chunk: Chunk, _ position: Position) -> Tally.Example {
    Tally.Example(
      input: chunk.name, line: position.line, index: position.isInList ? position.index : nil)
  }
}

/// What a report says of one template: where it stands, how it ended, what was found.
package struct Report: Sendable {
  /// The input's name, as the user gave it.
  package var input: String
  /// The template's place in its file, from 0.
  package var index = 0
  /// In NDJSON, the line of the file, from 1.
  package var line: Int?
  /// The format that was read; none where that is not known.
  package var from: String?
  /// The format that was asked for.
  package var to: String?
  /// The format whose rules were applied, where nothing was converted.
  package var rules: String?
  /// How it ended, in a word.
  package var status: String
  /// What was found, with lines in the file; none as long as nobody asked the conversion.
  package var findings: [Finding]?

  /// Makes a report that says how something ended.
  package init(input: String, status: String) {
    self.input = input
    self.status = status
  }

  /// Reports a conversion, but for what was found.
  package init(of conversion: borrowing Conversion, input: String) {
    self.init(input: input, status: conversion.status.rawValue)
    to = conversion.to.name
    if conversion.status == .unreadable { return }
    from = conversion.sourceName
  }

  /// Reports an inspection of a template that was read as a format.
  package init(of inspection: Inspection, read format: Format, input: String) {
    self.init(input: input, status: inspection.status.rawValue)
    findings = inspection.findings
    if inspection.status == .unreadable { return }
    from = format.name
    rules = inspection.format.name
  }

  /// The report of something that could not be read.
  package init(unreadable error: ReadError, input: String) {
    self.init(input: input, status: "unreadable")
    findings = [Finding(error)]
  }
}

extension Report {
  /// Takes a conversion's findings; lines are counted from the report's.
  package mutating func take(findingsOf conversion: Conversion) {
    findings = conversion.findings
    moveLines()
  }

  /// Counts the findings' lines from the line of the file that the document stands on.
  package mutating func moveLines() {
    guard let line, var moved = findings else { return }
    for index in moved.indices { moved[index].line += line - 1 }
    findings = moved
  }
}

extension Finding {
  /// What a reader's error says, as a finding.
  package init(_ error: ReadError) {
    self.init(
      code: .unreadable, severity: .error, sources: [""], targets: [], line: error.line,
      column: error.column, before: nil, after: nil, message: error.message, remedy: "")
  }
}

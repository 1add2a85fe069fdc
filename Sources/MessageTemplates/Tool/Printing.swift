/// A report that is being printed, with all that serves the next one again.
struct Printing: ~Copyable {
  var text = ReportText()
  private var rendering = Rendering()
  /// What is the same in most reports: up to the index, and from the format to the status.
  private var beginning = Scratch<UInt8>()
  private var middle = Scratch<UInt8>()
  private var last = Report(input: "", status: "")

  init() { remember(last) }

  var isLarge: Bool { text.isLarge || rendering.isLarge }

  mutating func print(_ report: Report) {
    begin(report)
    write(report.findings ?? [])
    text.write("}")
  }

  mutating func print(
    _ report: Report, of conversion: Conversion, _ view: TapeView, tracing isTracing: Bool,
    _ spill: ReportText.Spill
  ) {
    begin(report)
    let isConverted = conversion.status == .converted
    if isConverted {
      text.write(rendering.leaves.collect(conversion.source, view, keeping: isTracing))
    }
    rendering.begin(conversion, view)
    if let findings = report.findings {
      write(findings)
    } else {
      text.write(",\"findings\":[")
      let linesBefore = (report.line ?? 1) - 1
      for index in 0..<rendering.count {
        rendering.write(index, of: conversion, view, linesBefore: linesBefore, to: &text, spill)
        text.write(",")
      }
      text.closeArray()
    }
    if isTracing, isConverted { writeTrace(of: conversion, view, spill) }
    text.write("}")
  }

  private mutating func write(_ findings: [Finding]) {
    text.write(",\"findings\":[")
    for finding in findings {
      finding.write(to: &text)
      text.write(",")
    }
    text.closeArray()
  }

  private mutating func writeTrace(
    of conversion: Conversion, _ view: TapeView, _ spill: ReportText.Spill
  ) {
    text.write(",\"trace\":[")
    rendering.beginTrace(of: conversion, view)
    for index in 0..<rendering.leaves.all.count {
      rendering.write(rendering.leaves.all[index], of: conversion, view, to: &text)
      text.rest(spill)
      text.write(",")
    }
    text.closeArray()
  }

  /// Prints what is said of the whole.
  private mutating func begin(_ report: Report) {
    if !report.isLike(last) { remember(report) }
    text.removeAll()
    text.write(UnsafeBufferPointer(beginning.values))
    let start = text.count
    text.write(atMost: 20) { $0.write(decimal: report.index) }
    text.index = start..<text.count
    if let line = report.line {
      text.write(atMost: 40) {
        $0.write(",\"line\":")
        $0.write(decimal: line)
      }
    }
    text.write(UnsafeBufferPointer(middle.values))
  }

  /// Prints what is the same in most reports, to be copied.
  private mutating func remember(_ report: Report) {
    last = report
    last.findings = nil
    text.removeAll()
    text.write("{\"input\":\"")
    text.write(escaped: report.input)
    text.write("\",\"index\":")
    beginning.removeAll()
    beginning.append(text.bytes)
    text.removeAll()
    if let from = report.from { text.write(member: ",\"from\":\"", from) }
    if let to = report.to { text.write(member: ",\"to\":\"", to) }
    if let rules = report.rules { text.write(member: ",\"for\":\"", rules) }
    text.write(member: ",\"status\":\"", report.status)
    middle.removeAll()
    middle.append(text.bytes)
  }
}

extension Report {
  /// Whether the same is said of the whole, but for where it stands.
  fileprivate func isLike(_ other: Report) -> Bool {
    input == other.input && status == other.status && from == other.from && to == other.to
      && rules == other.rules
  }
}

extension ReportText {
  fileprivate mutating func write(_ run: UnsafeBufferPointer<UInt8>) {
    write(atMost: run.count) { $0.write(run) }
  }

  fileprivate mutating func write(_ count: LeafCount) {
    write(atMost: 240) {
      $0.write(",\"leaves\":{\"total\":")
      $0.write(decimal: count.total)
      $0.write(",\"carried\":")
      $0.write(decimal: count.carried)
      $0.write(",\"adapted\":")
      $0.write(decimal: count.adapted)
      $0.write(",\"degraded\":")
      $0.write(decimal: count.degraded)
      $0.write(",\"lost\":")
      $0.write(decimal: count.lost)
      $0.write(",\"envelope\":")
      $0.write(decimal: count.envelope)
      $0.write(UInt8(ascii: "}"))
    }
  }
}

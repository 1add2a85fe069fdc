/// Prints reports as programs read them, one compact object each, in memory that it keeps.
package struct ReportPrinter: Sendable {
  private var output = Output()
  private var rendering = Rendering()
  private var leaves = Leaves()
  private var trace = Trace()
  /// Where in the last report the index stands, for a caller that learns it later.
  package private(set) var index = 0..<0

  /// Makes a printer.
  package init() {}

  /// The last report.
  package var bytes: [UInt8] { _read { yield output.bytes } }

  /// Prints a report with its findings.
  package mutating func print(_ report: Report) {
    begin(report)
    write(report.findings ?? [])
    output.endObject()
  }

  /// Prints a report of a conversion.
  ///
  /// - Parameters:
  ///   - report: What is said of the whole; its findings, or else the conversion's.
  ///   - conversion: What was converted.
  ///   - isTracing: Whether the fate of every leaf is printed too.
  package mutating func print(_ report: Report, of conversion: Conversion, tracing isTracing: Bool)
  {
    begin(report)
    if conversion.status == .converted {
      LeafCount(conversion.source, &leaves).write(to: &output)
    }
    if conversion.error == nil { rendering.begin(conversion) }
    if let findings = report.findings {
      write(findings)
    } else {
      writeFindings(of: conversion, linesBefore: (report.line ?? 1) - 1)
    }
    if isTracing, conversion.status == .converted { writeTrace(of: conversion) }
    output.endObject()
  }

  private mutating func write(_ findings: [Finding]) {
    output.beginArray("findings")
    for finding in findings { FindingText(finding).write(to: &output) }
    output.endArray()
  }

  private mutating func writeFindings(of conversion: Conversion, linesBefore: Int) {
    output.beginArray("findings")
    for index in 0..<rendering.count {
      rendering.render(index, of: conversion)
      rendering.text.write(to: &output, linesBefore: linesBefore)
    }
    output.endArray()
  }

  private mutating func writeTrace(of conversion: Conversion) {
    output.beginArray("trace")
    trace.begin(conversion, rendering)
    while trace.renderNext(conversion, &rendering) { trace.text.write(to: &output) }
    output.endArray()
  }

  /// Prints what is said of the whole, and begins the findings.
  private mutating func begin(_ report: Report) {
    output.reset()
    output.beginObject()
    output.string("input", report.input)
    output.begin("index")
    let start = output.bytes.count
    output.spelled(String(report.index).utf8)
    index = start..<output.bytes.count
    if let line = report.line { output.integer("line", line) }
    if let from = report.from { output.string("from", from) }
    if let to = report.to { output.string("to", to) }
    if let rules = report.rules { output.string("for", rules) }
    output.string("status", report.status)
  }
}

extension LeafCount {
  fileprivate func write(to output: inout Output) {
    output.beginObject("leaves")
    output.integer("total", total)
    output.integer("carried", carried)
    output.integer("adapted", adapted)
    output.integer("degraded", degraded)
    output.integer("lost", lost)
    output.integer("envelope", envelope)
    output.endObject()
  }
}

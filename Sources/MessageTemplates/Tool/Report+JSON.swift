/// Prints reports as programs read them, one compact object each, in memory that it keeps.
package final class ReportPrinter {
  private var printing = Printing()

  /// Takes bytes of a long report that goes on; false where it is to be kept whole.
  ///
  /// The first bytes have the index in them.
  package typealias Spill = (_ bytes: UnsafeBufferPointer<UInt8>, _ index: Range<Int>) -> Bool

  /// Makes a printer.
  package init() {}

  /// Where in the report the index stands, for a caller that learns it later.
  package var index: Range<Int> { printing.text.index }

  /// Calls with the last report, or with the end of it that was not handed on.
  package func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(printing.text.bytes)
  }

  /// Prints a report with its findings.
  package func print(_ report: Report) { printing.print(report) }

  /// Prints a report of a conversion.
  ///
  /// - Parameters:
  ///   - report: What is said of the whole; its findings, or else the conversion's.
  ///   - conversion: What was converted.
  ///   - isTracing: Whether the fate of every leaf is printed too.
  ///   - spill: Takes what is there of a long report.
  package func print(
    _ report: Report, of conversion: Conversion, tracing isTracing: Bool, _ spill: Spill
  ) {
    guard conversion.error == nil else { return printing.print(report) }
    conversion.withView { view in
      printing.print(report, of: conversion, view, tracing: isTracing, spill)
    }
  }

  /// Gives the memory of a large report back, which most workers need once.
  package func rest() { if printing.isLarge { printing = Printing() } }
}

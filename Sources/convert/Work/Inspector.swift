import MessageTemplates

/// Checks pieces of work against their platforms' rules.
struct Inspector: Worker {
  /// What to check for.
  struct Job: Sendable {
    var from: Format?
    /// The platform that is asked; the template's own where it is not given.
    var target: Format?
    var reporting: Reporting
  }

  private let job: Job
  private var converter: Converter
  private let printer = ReportPrinter()

  init(_ job: Job) {
    self.job = job
    converter = Converter(
      from: job.from, to: job.target ?? .canonical, options: Conversion.Options())
  }

  mutating func work(on chunk: inout Chunk, reportingTo pipeline: Pipeline) -> Product {
    var product = Product(chunk, job.reporting, pipeline)
    if let problem = chunk.problem {
      let report = Report(unreadable: problem, input: chunk.name)
      product.account.add(report, ending: .unreadable, in: chunk, at: Account.Position(), printer)
    } else if let export = chunk.export {
      check(export, in: chunk, &product)
    } else if chunk.kind == .lines {
      let bytes = chunk.bytes
      bytes.eachLine { check(line: $0, of: chunk, &product) }
    } else {
      check(chunk.bytes.span, in: chunk, Account.Position(), &product)
    }
    converter.rest()
    printer.rest()
    return product
  }

  private mutating func check(line: Range<Int>, of chunk: Chunk, _ product: inout Product) {
    let position = Account.Position(
      index: chunk.firstLine - 1 + product.account.tally.templates,
      line: chunk.firstLine + product.lines)
    product.lines += 1
    if chunk.bytes[line].isBlank {
      let report = Report(unreadable: .emptyLine, input: chunk.name)
      return product.account.add(report, ending: .unreadable, in: chunk, at: position, printer)
    }
    check(chunk.bytes.span.extracting(line), in: chunk, position, &product)
  }

  /// Checks the templates of a piece of an export.
  private mutating func check(
    _ export: ForeignDocument, in chunk: Chunk, _ product: inout Product
  ) {
    converter.load(export)
    let isList = export.isList || converter.count > 1
    for index in 0..<converter.count {
      let position = Account.Position(index: chunk.firstIndex + index, isInList: isList)
      let (inspection, format) = inspect(index, nil)
      var report = Report(of: inspection, read: format, input: chunk.name)
      if report.from != nil { report.from = converter.conversion.sourceName }
      product.account.add(report, ending: Ending(inspection), in: chunk, at: position, printer)
    }
  }

  /// Checks the templates of one document.
  private mutating func check(
    _ bytes: Span<UInt8>, in chunk: Chunk, _ position: Account.Position, _ product: inout Product
  ) {
    var position = position
    converter.load(bytes)
    for index in 0..<converter.count {
      position.isInList = converter.isList && position.line == nil
      let (inspection, format) = inspect(index, bytes)
      let report = Report(of: inspection, read: format, input: chunk.name)
      product.account.add(report, ending: Ending(inspection), in: chunk, at: position, printer)
      position.index += 1
    }
  }

  /// Inspects a template of the loaded document, and says as what it was read.
  private mutating func inspect(_ index: Int, _ bytes: Span<UInt8>?) -> (Inspection, Format) {
    converter.convert(index)
    let conversion = converter.conversion
    guard let target = job.target else { return (Inspection(conversion), conversion.from) }
    if conversion.status == .unreadable {
      guard conversion.holdsDocument, job.from == nil, let bytes else {
        return (Inspection(conversion), target)
      }
      var named = Converter(from: target, to: target, options: Conversion.Options())
      named.load(bytes)
      named.convert(index)
      return (Inspection(named.conversion), target)
    }
    if conversion.from == target { return (Inspection(conversion), target) }
    return (Inspection(of: conversion, as: target), conversion.from)
  }
}

extension Ending {
  fileprivate init(_ inspection: Inspection) {
    self =
      switch inspection.status {
      case .valid: .valid
      case .invalid: .invalid
      case .unreadable: .unreadable
      }
  }
}

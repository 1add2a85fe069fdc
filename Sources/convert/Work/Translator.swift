import MessageTemplates

/// Converts pieces of work.
struct Translator: Worker {
  /// What to convert to, and how.
  struct Job: Sendable {
    var from: Format?
    var to: Format
    var options: Conversion.Options
    var supplies: SupplyFile?
    var layout: Layout
    var reporting: Reporting
  }

  private let job: Job
  private var converter: Converter
  private let printer = ReportPrinter()

  init(_ job: Job) {
    self.job = job
    converter = Converter(from: job.from, to: job.to, options: job.options)
  }

  mutating func work(on chunk: inout Chunk, reportingTo pipeline: Pipeline) -> Product {
    var product = Product(chunk, job.reporting, pipeline)
    if let problem = chunk.problem {
      fail(problem, chunk, &product)
    } else if let export = chunk.export {
      convert(export, of: chunk, &product)
    } else if chunk.kind == .lines {
      convert(linesOf: &chunk, &product)
    } else {
      convert(document: &chunk, &product)
    }
    converter.rest()
    printer.rest()
    return product
  }

  /// A file of which nothing could be read.
  private mutating func fail(_ problem: ReadError, _ chunk: Chunk, _ product: inout Product) {
    report(problem, chunk, at: Account.Position(), &product)
    if chunk.isPlaceless {
      product.isNothing = true
      return
    }
    var outputs = Outputs(job.layout, documentOf: 1, isList: false, &product)
    outputs.appendNothing(&product)
    outputs.finish(&product)
  }

  private func report(
    _ problem: ReadError, _ chunk: Chunk, at position: Account.Position, _ product: inout Product
  ) {
    var report = Report(unreadable: problem, input: chunk.name)
    report.to = job.to.name
    product.account.add(report, ending: .unreadable, in: chunk, at: position, printer)
  }

  private mutating func convert(document chunk: inout Chunk, _ product: inout Product) {
    converter.load(chunk.bytes.span)
    if job.supplies == nil { chunk.drop() }
    var outputs = Outputs(
      job.layout, documentOf: converter.count, isList: converter.isList, &product)
    for index in 0..<converter.count {
      let position = Account.Position(index: index, isInList: converter.isList)
      convert(index, 0..<chunk.bytes.count, chunk, position, &outputs, &product)
    }
    outputs.finish(&product)
  }

  /// Converts the templates of a piece of an export.
  private mutating func convert(
    _ export: ForeignDocument, of chunk: Chunk, _ product: inout Product
  ) {
    converter.load(export)
    let isList = export.isList || converter.count > 1
    var outputs = Outputs(
      job.layout, part: chunk, of: converter.count, isList: isList, &product)
    for index in 0..<converter.count {
      let position = Account.Position(
        index: chunk.firstIndex + index, isInList: isList)
      convert(index, 0..<0, chunk, position, &outputs, &product)
    }
    outputs.finish(&product)
  }

  private mutating func convert(linesOf chunk: inout Chunk, _ product: inout Product) {
    product.output.bytes.reserveCapacity(2 * chunk.bytes.count)
    var start = 0
    while start < chunk.bytes.count {
      let end = Memory.find(0x0A, in: chunk.bytes, from: start) ?? chunk.bytes.count
      convert(line: start..<end, of: &chunk, &product)
      start = end + 1
    }
  }

  private mutating func convert(
    line: Range<Int>, of chunk: inout Chunk, _ product: inout Product
  ) {
    var position = Account.Position(
      index: chunk.firstLine - 1 + product.account.tally.templates,
      line: chunk.firstLine + product.lines)
    product.lines += 1
    if chunk.bytes[line].isBlank {
      report(.emptyLine, chunk, at: position, &product)
      var outputs = Outputs(job.layout, lineWithList: false, &product)
      outputs.appendNothing(&product)
      return outputs.finish(&product)
    }
    converter.load(chunk.bytes.span.extracting(line))
    // A long line stands alone, and is at hand twice now.
    if line.count >= Chunk.longLine, line.count + 1 >= chunk.bytes.count, job.supplies == nil {
      chunk.drop()
    }
    var outputs = Outputs(job.layout, lineWithList: converter.isList, &product)
    for index in 0..<converter.count {
      convert(index, line, chunk, position, &outputs, &product)
      position.index += 1
    }
    outputs.finish(&product)
  }

  /// Converts one template of the loaded document, which is a stretch of the piece of work unless
  /// that is an export.
  private mutating func convert(
    _ index: Int, _ document: Range<Int>, _ chunk: Chunk, _ position: Account.Position,
    _ outputs: inout Outputs, _ product: inout Product
  ) {
    converter.convert(index)
    guard let extra = job.supplies?.supplies(for: converter.conversion) else {
      product.account.add(converter.conversion, in: chunk, at: position, printer)
      return outputs.append(&converter, &product)
    }
    var options = job.options
    options.supplies = extra + options.supplies
    var supplied = Converter(from: job.from, to: job.to, options: options)
    if let export = chunk.export {
      supplied.load(export)
    } else {
      supplied.load(chunk.bytes.span.extracting(document))
    }
    supplied.convert(index)
    product.account.add(supplied.conversion, in: chunk, at: position, printer)
    outputs.append(&supplied, &product)
  }
}

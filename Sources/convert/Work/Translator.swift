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

  /// What is loaded: a stretch of the piece of work, or its templates of an export.
  private enum Document {
    case bytes(Range<Int>)
    case export
  }

  private let job: Job
  private var converter: Converter
  private var printer = ReportPrinter()

  init(_ job: Job) {
    self.job = job
    converter = Converter(from: job.from, to: job.to, options: job.options)
  }

  mutating func work(on chunk: Chunk) -> Product {
    var product = Product(chunk, job.reporting)
    if let problem = chunk.problem {
      fail(problem, chunk, &product)
    } else if let export = chunk.export {
      convert(export, of: chunk, &product)
    } else if chunk.kind == .lines {
      product.output.bytes.reserveCapacity(2 * chunk.bytes.count)
      chunk.bytes.eachLine { convert(line: $0, of: chunk, &product) }
    } else {
      convert(document: chunk, &product)
    }
    converter.rest()
    return product
  }

  /// A file of which nothing could be read.
  private mutating func fail(_ problem: ReadError, _ chunk: Chunk, _ product: inout Product) {
    var report = Report(unreadable: problem, input: chunk.name)
    report.to = job.to.name
    product.account.add(report, ending: .unreadable, in: chunk, at: Account.Position(), &printer)
    if chunk.isPlaceless {
      product.isNothing = true
      return
    }
    var outputs = Outputs(job.layout, isList: false)
    outputs.append(nil, &product.account)
    outputs.finish(document: &product)
  }

  private mutating func convert(document chunk: Chunk, _ product: inout Product) {
    converter.load(chunk.bytes.span)
    var outputs = Outputs(job.layout, isList: converter.isList)
    for index in 0..<converter.count {
      let position = Account.Position(index: index, isInList: converter.isList)
      let document = Document.bytes(0..<chunk.bytes.count)
      outputs.append(convert(index, document, chunk, position, &product), &product.account)
    }
    outputs.finish(document: &product)
  }

  /// Converts the templates of a piece of an export.
  private mutating func convert(
    _ export: ForeignDocument, of chunk: Chunk, _ product: inout Product
  ) {
    converter.load(export)
    let isList = export.isList || converter.count > 1
    product.output.bytes.reserveCapacity(export.bytes.count)
    var outputs = Outputs(job.layout, isList: isList)
    for index in 0..<converter.count {
      let position = Account.Position(
        index: chunk.firstIndex + index, isInList: isList)
      outputs.append(convert(index, .export, chunk, position, &product), &product.account)
      outputs.flush(part: chunk, &product)
    }
    outputs.finish(part: chunk, &product)
  }

  private mutating func convert(line: Range<Int>, of chunk: Chunk, _ product: inout Product) {
    let bytes = chunk.bytes.span.extracting(line)
    var position = Account.Position(
      index: chunk.firstLine - 1 + product.account.tally.templates,
      line: chunk.firstLine + product.lines)
    product.lines += 1
    if chunk.bytes[line].isBlank {
      var report = Report(unreadable: .emptyLine, input: chunk.name)
      report.to = job.to.name
      product.account.add(report, ending: .unreadable, in: chunk, at: position, &printer)
      var outputs = Outputs(job.layout, isList: false)
      outputs.append(nil, &product.account)
      return outputs.finish(line: &product)
    }
    converter.load(bytes)
    var outputs = Outputs(job.layout, isList: converter.isList)
    for index in 0..<converter.count {
      outputs.append(convert(index, .bytes(line), chunk, position, &product), &product.account)
      position.index += 1
    }
    outputs.finish(line: &product)
  }

  /// Converts one template of the loaded document; its output, if there is one.
  private mutating func convert(
    _ index: Int, _ document: Document, _ chunk: Chunk, _ position: Account.Position,
    _ product: inout Product
  ) -> [UInt8]? {
    converter.convert(index)
    guard let extra = job.supplies?.supplies(for: converter.conversion) else {
      return output(of: converter.conversion, chunk, position, &product)
    }
    var options = job.options
    options.supplies = extra + options.supplies
    var supplied = Converter(from: job.from, to: job.to, options: options)
    switch document {
    case .bytes(let range): supplied.load(chunk.bytes.span.extracting(range))
    case .export: if let export = chunk.export { supplied.load(export) }
    }
    supplied.convert(index)
    return output(of: supplied.conversion, chunk, position, &product)
  }

  private mutating func output(
    of conversion: Conversion, _ chunk: Chunk, _ position: Account.Position,
    _ product: inout Product
  ) -> [UInt8]? {
    product.account.add(conversion, in: chunk, at: position, &printer)
    return conversion.status == .converted ? conversion.output : nil
  }
}

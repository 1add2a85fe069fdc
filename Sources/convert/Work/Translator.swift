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

  init(_ job: Job) {
    self.job = job
    converter = Converter(from: job.from, to: job.to, options: job.options)
  }

  mutating func work(on chunk: Chunk) -> Product {
    var product = Product(chunk, job.reporting)
    if let problem = chunk.problem {
      fail(problem, chunk, &product)
    } else if chunk.kind == .lines {
      chunk.bytes.eachLine { convert(line: $0, of: chunk, &product) }
    } else {
      convert(document: chunk, &product)
    }
    return product
  }

  /// A file of which nothing could be read.
  private func fail(_ problem: ReadError, _ chunk: Chunk, _ product: inout Product) {
    var report = Report(unreadable: problem, input: chunk.name)
    report.to = job.to.name
    product.account.add(report, ending: .unreadable, in: chunk, at: Account.Position())
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
      outputs.append(convert(index, chunk.bytes.span, chunk, position, &product), &product.account)
    }
    outputs.finish(document: &product)
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
      product.account.add(report, ending: .unreadable, in: chunk, at: position)
      var outputs = Outputs(job.layout, isList: false)
      outputs.append(nil, &product.account)
      return outputs.finish(line: &product)
    }
    converter.load(bytes)
    var outputs = Outputs(job.layout, isList: converter.isList)
    for index in 0..<converter.count {
      outputs.append(convert(index, bytes, chunk, position, &product), &product.account)
      position.index += 1
    }
    outputs.finish(line: &product)
  }

  /// Converts one template of the loaded document; its output, if there is one.
  private mutating func convert(
    _ index: Int, _ bytes: Span<UInt8>, _ chunk: Chunk, _ position: Account.Position,
    _ product: inout Product
  ) -> [UInt8]? {
    converter.convert(index)
    guard let extra = job.supplies?.supplies(for: converter.conversion) else {
      return output(of: converter.conversion, chunk, position, &product)
    }
    var options = job.options
    options.supplies = extra + options.supplies
    var supplied = Converter(from: job.from, to: job.to, options: options)
    supplied.load(bytes)
    supplied.convert(index)
    return output(of: supplied.conversion, chunk, position, &product)
  }

  private func output(
    of conversion: Conversion, _ chunk: Chunk, _ position: Account.Position,
    _ product: inout Product
  ) -> [UInt8]? {
    product.account.add(conversion, in: chunk, at: position)
    return conversion.status == .converted ? conversion.output : nil
  }
}

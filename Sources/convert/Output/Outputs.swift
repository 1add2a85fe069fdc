import MessageTemplates

/// The outputs of one document, or of one line, written behind each other as they come.
struct Outputs {
  /// What becomes of them.
  private enum Form {
    /// Each is a line, or an element of the run's array.
    case lines, elements
    /// Together they are a line, an element, a document, or a part of one.
    case line, element, document
    case part(isFirst: Bool, isLast: Bool)
  }

  private let form: Form
  private let isList: Bool
  let isPretty: Bool
  private let hasEnvelopes: Bool
  /// Where in the product's output they begin.
  let start: Int
  private var count = 0
  private var hasFailed = false
  /// The reports of a line's envelope, parted by commas.
  private var reports = Numbered()

  /// Begins the outputs of a document: so many templates, a list or one.
  init(_ layout: Layout, documentOf count: Int, isList: Bool, _ product: inout Product) {
    let form: Form =
      switch layout.kind {
      case .lines: .lines
      case .array: .elements
      case .each: .document
      }
    let isPretty = layout.isPretty ?? (layout.kind == .each && count == 1)
    self.init(form, layout, isList: isList, isPretty: isPretty, &product)
  }

  /// Begins the outputs of what a piece of an export holds, a part of its list.
  init(_ layout: Layout, part chunk: Chunk, of count: Int, isList: Bool, _ product: inout Product) {
    let isWhole = chunk.firstIndex == 0 && chunk.isLast
    guard layout.kind == .each, isList, !isWhole else {
      self.init(layout, documentOf: count, isList: isList, &product)
      return
    }
    let form = Form.part(isFirst: chunk.firstIndex == 0, isLast: chunk.isLast)
    self.init(form, layout, isList: isList, isPretty: layout.isPretty == true, &product)
  }

  /// Begins the outputs of a line.
  init(_ layout: Layout, lineWithList isList: Bool, _ product: inout Product) {
    let form = layout.kind == .array ? Form.element : .line
    let isPretty = layout.kind == .array && layout.isPretty == true
    self.init(form, layout, isList: isList, isPretty: isPretty, &product)
  }

  private init(
    _ form: Form, _ layout: Layout, isList: Bool, isPretty: Bool, _ product: inout Product
  ) {
    self.form = form
    self.isList = isList
    self.isPretty = isPretty
    hasEnvelopes = layout.hasEnvelopes
    start = product.output.bytes.count
    switch form {
    case .lines, .elements: return
    case .line: if hasEnvelopes { product.output.bytes += Outputs.output }
    case .element: if product.items > 0, !isPretty { product.output.bytes.append(Outputs.comma) }
    case .document: break
    case .part(let isFirst, _):
      if !isPretty { product.output.bytes.append(isFirst ? Outputs.open : Outputs.comma) }
      return
    }
    if isList { product.output.bytes.append(Outputs.open) }
  }

  static let comma = UInt8(ascii: ","), open = UInt8(ascii: "["), close = UInt8(ascii: "]")
  private static let output = #"{"output":"#.utf8, report = #","report":"#.utf8
  private static let null = "null".utf8

  /// Adds the output of the template that was converted last; `null` where there is none.
  mutating func append(_ converter: inout Converter, _ product: inout Product) {
    let isConverted = converter.conversion.status == .converted
    if !isConverted { hasFailed = true }
    add(&product) { bytes in
      if isConverted { converter.moveOutput(onto: &bytes) } else { bytes += Outputs.null }
    }
  }

  /// Adds a template that could not be read.
  mutating func appendNothing(_ product: inout Product) {
    hasFailed = true
    add(&product) { $0 += Outputs.null }
  }

  private mutating func add(_ product: inout Product, _ write: (inout [UInt8]) -> Void) {
    defer { count += 1 }
    switch form {
    case .lines:
      product.items += 1
      if hasEnvelopes { product.output.bytes += Outputs.output }
      write(&product.output.bytes)
      if hasEnvelopes { enclose(product.account.takeEnclosed(), &product) }
      product.output.bytes.append(0x0A)
    case .elements:
      let first = product.output.bytes.count
      if product.items > 0, !isPretty { product.output.bytes.append(Outputs.comma) }
      write(&product.output.bytes)
      if isPretty { layOut(elementFrom: first, &product) }
      product.items += 1
    case .line, .element, .document, .part:
      if count > 0 { product.output.bytes.append(Outputs.comma) }
      write(&product.output.bytes)
      if hasEnvelopes {
        if count > 0 { reports.bytes.append(Outputs.comma) }
        reports.append(product.account.takeEnclosed())
      }
    }
  }

  /// Ends them.
  mutating func finish(_ product: inout Product) {
    switch form {
    case .lines, .elements: return
    case .document where hasFailed && !isList:
      product.isNothing = true
      product.output.bytes.removeSubrange(start...)
    case .line, .element, .document:
      if isList { product.output.bytes.append(Outputs.close) }
      end(&product)
    case .part(let isFirst, let isLast):
      if isPretty { layOut(partWithStart: isFirst, &product) }
      if isLast { product.output.bytes += (isPretty ? "\n]\n" : "]\n").utf8 }
    }
    product.items += 1
  }

  private func end(_ product: inout Product) {
    switch form {
    case .element:
      if isPretty { layOut(elementFrom: start, &product) }
    case .document:
      if isPretty {
        let bytes = Array(product.output.bytes[start...])
        product.output.bytes.removeSubrange(start...)
        product.output.bytes += prettyPrinted(bytes)
      }
      product.output.bytes.append(0x0A)
    default:
      if hasEnvelopes {
        var all = Numbered()
        if isList { all.bytes.append(Outputs.open) }
        all.append(reports)
        if isList { all.bytes.append(Outputs.close) }
        enclose(all, &product)
      }
      product.output.bytes.append(0x0A)
    }
  }

  private func enclose(_ reports: Numbered, _ product: inout Product) {
    product.output.bytes += Outputs.report
    product.output.append(reports)
    product.output.bytes.append(UInt8(ascii: "}"))
  }
}

import MessageTemplates

/// How the outputs of a run are put together.
struct Layout: Sendable {
  /// What stands around them.
  enum Kind {
    /// Each input has an output of its own: one template bare, a list as an array, lines as lines.
    case each
    /// All are elements of one array.
    case array
    /// Each is a line.
    case lines
  }

  var kind: Kind
  /// Whether it is laid out for people; where nothing is said, if the input held one template.
  var isPretty: Bool?
  /// Whether each output stands in an envelope with its report.
  var hasEnvelopes = false
}

/// The outputs of one document, or of one line.
struct Outputs {
  private let layout: Layout
  private let isList: Bool
  private var items: [[UInt8]] = []
  private var envelopes: [Numbered] = []
  private var failures = 0
  /// Whether an element of a list was written that stands in several pieces.
  private var hasBegun = false
  private static let null = Array("null".utf8)

  init(_ layout: Layout, isList: Bool) {
    self.layout = layout
    self.isList = isList
  }

  /// Adds an output; none for a template that failed.
  mutating func append(_ output: [UInt8]?, _ account: inout Account) {
    if output == nil { failures += 1 }
    items.append(output ?? Outputs.null)
    guard layout.hasEnvelopes else { return }
    var reports = Numbered()
    for (json, index, value) in account.takeEnclosed() {
      reports.append(json, index: index, value: value)
    }
    envelopes.append(reports)
  }

  /// Writes a document's outputs.
  func finish(document product: inout Product) {
    switch layout.kind {
    case .lines:
      for index in items.indices { write(lineOf: index..<index + 1, asList: false, &product) }
    case .array:
      let isPretty = layout.isPretty ?? false
      for item in items { write(element: item, isPretty: isPretty, &product) }
    case .each:
      let isPretty = layout.isPretty ?? (items.count == 1)
      product.isNothing = !isList && failures > 0
      product.items += 1
      if product.isNothing { return }
      let bytes = isList ? list(items) : items.first ?? []
      product.output.bytes += isPretty ? prettyPrinted(bytes) : bytes
      product.output.bytes.append(0x0A)
    }
  }

  /// Writes what was added of a piece of an export, so that its memory can serve the next template.
  mutating func flush(part chunk: Chunk, _ product: inout Product) {
    if !isList || isAlone(chunk) { return }
    if layout.kind == .each {
      for item in items { write(item, of: chunk, &product) }
    } else {
      finish(document: &product)
    }
    items.removeAll(keepingCapacity: true)
    envelopes.removeAll(keepingCapacity: true)
  }

  /// Writes what is left of a piece of an export, a part of its list.
  mutating func finish(part chunk: Chunk, _ product: inout Product) {
    if !isList || isAlone(chunk) { return finish(document: &product) }
    flush(part: chunk, &product)
    guard layout.kind == .each else { return }
    product.items += 1
    if !hasBegun { begin(chunk, &product) }
    if chunk.isLast { product.output.bytes += (layout.isPretty == true ? "\n]\n" : "]\n").utf8 }
  }

  /// Whether a piece of an export is an output by itself, whose form shows at its end.
  private func isAlone(_ chunk: Chunk) -> Bool {
    layout.kind == .each && chunk.firstIndex == 0 && chunk.isLast
  }

  private mutating func begin(_ chunk: Chunk, _ product: inout Product) {
    let isFirst = !hasBegun && chunk.firstIndex == 0
    product.output.bytes.append(UInt8(ascii: isFirst ? "[" : ","))
    hasBegun = true
  }

  /// Writes an element of a list that stands in several pieces.
  private mutating func write(_ item: [UInt8], of chunk: Chunk, _ product: inout Product) {
    begin(chunk, &product)
    product.output.bytes += layout.isPretty == true ? prettyElement(item) : item[...]
  }

  /// Writes a line's outputs: one line, or one element.
  func finish(line product: inout Product) {
    if layout.kind == .array {
      let item = isList ? list(items) : items.first ?? Outputs.null
      write(element: item, isPretty: layout.isPretty ?? false, &product)
    } else {
      write(lineOf: items.indices, asList: isList, &product)
    }
  }

  /// Elements are parted by commas; what stands around them all is written by who knows the ends.
  private func write(element: [UInt8], isPretty: Bool, _ product: inout Product) {
    if product.items > 0 { product.output.bytes.append(UInt8(ascii: ",")) }
    product.items += 1
    guard isPretty else {
      product.output.bytes += element
      return
    }
    product.output.bytes += prettyElement(element)
  }

  /// An element as it stands in an array of its own, without that array's brackets.
  private func prettyElement(_ element: [UInt8]) -> ArraySlice<UInt8> {
    prettyPrinted(list([element])).dropFirst().dropLast(2)
  }

  private func write(lineOf range: Range<Int>, asList: Bool, _ product: inout Product) {
    product.items += 1
    let output = asList ? list(Array(items[range])) : items[range].first ?? Outputs.null
    if layout.hasEnvelopes {
      product.output.bytes += #"{"output":"#.utf8
      product.output.bytes += output
      product.output.bytes += #","report":"#.utf8
      if asList { product.output.bytes.append(UInt8(ascii: "[")) }
      for index in range {
        if index > range.lowerBound { product.output.bytes.append(UInt8(ascii: ",")) }
        product.output.append(envelopes[index])
      }
      if asList { product.output.bytes.append(UInt8(ascii: "]")) }
      product.output.bytes.append(UInt8(ascii: "}"))
    } else {
      product.output.bytes += output
    }
    product.output.bytes.append(0x0A)
  }

  private func list(_ items: [[UInt8]]) -> [UInt8] {
    var bytes = [UInt8(ascii: "[")]
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += item
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}

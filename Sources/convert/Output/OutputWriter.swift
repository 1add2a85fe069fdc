import MessageTemplates

/// Writes outputs, in order, to where they belong.
struct OutputWriter: Sendable {
  /// Where outputs go.
  enum Target: Sendable {
    /// Nowhere: nothing is converted.
    case nowhere
    /// All to one place.
    case one(Destination)
    /// Each input's to a file of its own, by the input's number.
    case each([Int: String])
  }

  private let target: Target
  private let layout: Layout
  private var items = 0
  private var current: (input: Int, destination: Destination)?
  /// Whether the one place gets anything.
  private var isEmpty = true

  init(_ target: Target, layout: Layout) {
    self.target = target
    self.layout = layout
  }

  /// Writes what came of a piece of work.
  ///
  /// - Parameters:
  ///   - product: What came of it.
  ///   - drift: How much further the templates' places in their file are.
  /// - Throws: ``Failure`` where it cannot be written.
  mutating func write(_ product: Product, drift: Int) throws(Failure) {
    switch target {
    case .nowhere: return
    case .one(let destination): try write(product, drift, to: destination)
    case .each(let paths):
      if current?.input != product.input, !product.isNothing, let path = paths[product.input] {
        current = (product.input, try Destination(path))
      }
      guard let destination = current?.destination else { return }
      try write(product, drift, to: destination)
      if product.isLast { try close() }
    }
  }

  private mutating func write(_ product: Product, _ drift: Int, to destination: Destination)
    throws(Failure)
  {
    if layout.kind == .array, product.items > 0 {
      try destination.write([UInt8(ascii: items == 0 ? "[" : ",")])
    }
    items += product.items
    if !product.isNothing { isEmpty = false }
    if !product.output.bytes.isEmpty { try destination.write(product.output.moved(by: drift)) }
  }

  private mutating func close() throws(Failure) {
    defer { current = nil }
    try current?.destination.commit()
  }

  /// Ends writing: what is complete appears.
  mutating func finish() throws(Failure) {
    guard case .one(let destination) = target else { return }
    if isEmpty, layout.kind != .lines { return destination.discard() }
    if layout.kind == .array {
      let end = items == 0 ? "[]\n" : layout.isPretty == true ? "\n]\n" : "]\n"
      try destination.write(Array(end.utf8))
    }
    try destination.commit()
  }
}

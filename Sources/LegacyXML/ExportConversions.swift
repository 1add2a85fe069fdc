public import MessageTemplates

/// The templates of an export in XML, converted one after the other.
///
/// For example:
///
///     for conversion in ExportConversions(of: bytes, to: .camsViber) {
///       conversion.outputs     // the documents
///       conversion.findings    // with XPaths, lines and columns
///     }
///
/// Templates are handed on as they are whole: an export that is cut short yields those before the
/// cut, and then a conversion whose status is unreadable.
public struct ExportConversions: Sequence {
  private let bytes: [UInt8]
  private let mapping: Mapping?
  private let target: Format
  private let options: Conversion.Options

  /// Makes a sequence over the templates of an export.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - mapping: What the export means; found by its root element where it is not given.
  ///   - target: The format to write.
  ///   - options: What the caller may choose.
  public init(
    of bytes: some Sequence<UInt8>, mapping: Mapping? = nil, to target: Format,
    options: Conversion.Options = Conversion.Options()
  ) {
    self.bytes = Array(bytes)
    self.mapping = mapping
    self.target = target
    self.options = options
  }

  /// Goes through the templates, reading as far as each of them ends.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Reads and converts template after template.
  public struct Iterator: IteratorProtocol {
    private let bytes: [UInt8]
    private let reader: ExportReader
    private var converter: Converter
    private var position = 0
    private var index = 0

    private static let step = 1 << 16

    init(_ conversions: ExportConversions) {
      bytes = conversions.bytes
      reader = ExportReader(conversions.mapping)
      converter = Converter(from: nil, to: conversions.target, options: conversions.options)
    }

    /// The next template's conversion.
    public mutating func next() -> Conversion? {
      while index >= converter.count {
        if let document = reader.next() {
          converter.load(document)
          index = 0
        } else if reader.isAtEnd {
          return nil
        } else {
          readOn()
        }
      }
      converter.convert(index)
      index += 1
      return converter.conversion
    }

    private mutating func readOn() {
      let piece = bytes[position...].prefix(Iterator.step)
      position += piece.count
      if piece.isEmpty { reader.finish() } else { reader.feed(piece) }
    }
  }
}

/// The templates of one document, converted one after the other.
///
/// A document holds one template, an array of them, or a list answer (`{"data": […]}`), or several
/// documents, one a line or one after the other.
/// What cannot be read yields a conversion whose status says so; the others go on.
public struct Conversions: Sequence, Sendable {
  private let bytes: [UInt8]
  private let from: Format?
  private let to: Format
  private let options: Conversion.Options

  /// Makes a sequence over the templates of a document.
  ///
  /// - Parameters:
  ///   - bytes: The document, or several of them.
  ///   - format: The format it is in; recognised template by template where it is not given.
  ///   - target: The format to write.
  ///   - options: What the caller may choose.
  public init(
    of bytes: some Sequence<UInt8>, from format: Format? = nil, to target: Format,
    options: Conversion.Options = Conversion.Options()
  ) {
    self.bytes = Array(bytes)
    from = format
    to = target
    self.options = options
  }

  /// Goes through the templates.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Goes through the templates, converting each when it is asked for.
  public struct Iterator: IteratorProtocol {
    private let conversions: Conversions
    private var worker: Converter
    private var lines: [Range<Int>]
    private var line = 0
    private var index = 0
    private var isLoaded = false

    init(_ conversions: Conversions) {
      self.conversions = conversions
      worker = Converter(
        from: conversions.from, to: conversions.to, options: conversions.options)
      lines = [0..<conversions.bytes.count]
      if conversions.bytes.isEmpty { lines = [] }
    }

    /// The next template's conversion.
    public mutating func next() -> Conversion? {
      while line < lines.count {
        if !isLoaded {
          load()
          isLoaded = true
          index = 0
        }
        if index < worker.count {
          worker.convert(index)
          index += 1
          return worker.conversion
        }
        line += 1
        isLoaded = false
      }
      return nil
    }

    /// Loads the next document; a second value behind the first means one document a line.
    private mutating func load() {
      let range = lines[line]
      let bytes = conversions.bytes
      worker.load(bytes.span.extracting(range))
      let hasLines = conversions.bytes[range].contains(0x0A)
      if lines.count == 1, worker.conversion.status == .unreadable, hasLines {
        let split = conversions.bytes.lineRanges
        guard split.count > 1 else { return }
        var first = Converter(from: nil, to: conversions.to, options: conversions.options)
        first.load(bytes.span.extracting(split[0]))
        guard first.conversion.status != .unreadable else { return }
        lines = split
        worker = first
      }
    }
  }
}

/// A worker that converts document after document and keeps its memory.
package struct Converter: Sendable {
  /// The last conversion.
  package private(set) var conversion: Conversion
  private let from: Format?
  private let to: Format
  private let options: Conversion.Options
  private var places: [Place] = []
  private var foreign: ForeignDocument?

  package init(from format: Format?, to target: Format, options: Conversion.Options) {
    from = format
    to = target
    self.options = options
    conversion = Conversion(to: target, options)
  }

  /// How many templates the loaded document holds; one for a document that cannot be read.
  package var count: Int { places.count }

  /// Whether the loaded document is a list of templates.
  package private(set) var isList = false

  /// Loads a document.
  package mutating func load(_ bytes: Span<UInt8>) {
    isList = false
    foreign = nil
    do throws(ReadError) {
      try conversion.load(bytes)
      places = conversion.source.templates(isList: &isList)
      if places.count > 1 { conversion.source.tape.indexLines() }
    } catch {
      conversion = Conversion(unreadable: error, from: from, to: to, options)
      places = [.nowhere]
    }
  }

  /// Loads a document of another notation.
  package mutating func load(_ document: ForeignDocument) {
    foreign = document
    isList = document.isList
    conversion.load(document)
    places = document.templates.map { Place(token: $0.token ?? $0.scope) }
    if document.error != nil { places.append(.nowhere) }
  }

  /// Adds the output to some bytes; it is there no longer.
  package mutating func moveOutput(onto bytes: inout [UInt8]) {
    conversion.moveOutput(onto: &bytes)
  }

  /// Gives the memory of a large document back, which most workers need for one document only.
  package mutating func rest() {
    guard conversion.source.tape.bytes.count > 1 << 18 else { return }
    conversion = Conversion(to: to, options)
    places = []
  }

  /// Converts one of the loaded document's templates.
  package mutating func convert(_ index: Int) {
    guard places[index].exists else {
      if let error = foreign?.error { conversion.fail(error) }
      return
    }
    if isList, foreign == nil {
      let pointer = conversion.source.kind(conversion.source.root) == .array ? "" : "/data"
      conversion.source.tape.setBase(places[index], "\(pointer)/\(index)")
    }
    do throws(ReadError) {
      try conversion.run(
        from: from ?? foreign?.format, at: places[index], of: foreign?.templates[index])
    } catch {
      conversion.fail(error)
    }
  }
}

extension Source {
  /// Where the templates of a document stand.
  func templates(isList: inout Bool) -> [Place] {
    var list = root
    if kind(root) == .object, let data = tape.member(of: root, "data"), kind(data) == .array {
      list = data
    }
    guard kind(list) == .array else { return [root] }
    if list.token == root.token, Recognition(tape: tape).isMessages(list) { return [root] }
    isList = true
    var places: [Place] = []
    var elements = elements(list)
    while let element = next(&elements) { places.append(element) }
    return places
  }
}

extension Array where Element == UInt8 {
  /// The lines that are not blank.
  var lineRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in indices where self[index] == 0x0A {
      if self[start..<index].contains(where: { $0 > 0x20 }) { ranges.append(start..<index) }
      start = index + 1
    }
    if self[start...].contains(where: { $0 > 0x20 }) { ranges.append(start..<count) }
    return ranges
  }
}

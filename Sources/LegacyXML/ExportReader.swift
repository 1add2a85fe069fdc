package import MessageTemplates

/// Reads an XML export piece by piece and hands on its templates as they are whole.
///
/// For example:
///
///     let reader = ExportReader()
///     while let piece = next() { reader.feed(piece) … reader.next() }
///     reader.finish()
package final class ExportReader {
  private let parser: EventParser
  private var ready: [ForeignDocument] = []
  private var isFinished = false
  private var hasBegun = false
  private var transcoder = Transcoder()

  /// Starts on an export.
  ///
  /// - Parameter mapping: What the export means; found by its root element where it is not given.
  package init(_ mapping: Mapping? = nil) {
    parser = EventParser(Collector(mapping, Mapping.all))
    if let mapping { parser.collector.take(mapping) }
  }

  /// The next document of templates; nil where more must be read first.
  package func next() -> ForeignDocument? { ready.isEmpty ? nil : ready.removeFirst() }

  /// Whether bytes begin like XML: with an angle bracket, behind a byte order mark and space.
  package static func reads(_ bytes: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00]
    return bytes.prefix(4_096).first { $0 > 0x20 && !marks.contains($0) } == UInt8(ascii: "<")
  }

  /// Whether a document is ready.
  package var hasMore: Bool { !ready.isEmpty }

  /// Whether there is no more to read: the end, or an error.
  package var isAtEnd: Bool { isFinished }

  /// Reads on.
  package func feed(_ bytes: ArraySlice<UInt8>) {
    if !isFinished { read(bytes, isLast: false) }
  }

  /// Ends the document.
  package func finish() {
    if !isFinished { read([], isLast: true) }
    if isFinished { return }
    if hasBegun {
      parser.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      parser.collector.finish()
      if parser.collector.failure == nil, parser.collector.mapping == nil {
        parser.collector.refuseRoot()
      }
    } else {
      parser.collector.fail(found: "nothing", expected: "an XML document", at: 0)
    }
    isFinished = true
    takeReady()
    addFailure()
  }

  private func read(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
    if transcoder.passes { return parse(bytes, nil) }
    var text: [UInt8] = []
    var wrong: Transcoder.Failure?
    do throws(Transcoder.Failure) {
      try transcoder.decode(bytes, isLast: isLast, into: &text)
    } catch {
      wrong = error
    }
    parse(text[...], wrong)
  }

  /// Has the next text parsed, behind which something may be wrong.
  private func parse(_ text: ArraySlice<UInt8>, _ wrong: Transcoder.Failure?) {
    var rest = text
    while !rest.isEmpty, !isFinished {
      hasBegun = true
      rest.prefix(ExportReader.step).withUnsafeBufferPointer { parser.feed($0, isLast: false) }
      rest = rest.dropFirst(ExportReader.step)
      parser.collector.checkSizes()
      if rest.isEmpty, let wrong { fail(wrong) }
      takeReady()
    }
    if text.isEmpty, let wrong, !isFinished {
      fail(wrong)
      takeReady()
    }
  }

  private func fail(_ failure: Transcoder.Failure) {
    parser.collector.fail(
      found: failure.found, expected: failure.expected, at: parser.collector.source.count)
  }

  /// How much is parsed until whole templates are handed on: little enough to stay in a cache near
  /// the processor until it is converted.
  private static let step = 1 << 16

  private func takeReady() {
    if parser.collector.hasTemplates { ready.append(parser.collector.takeDocument()) }
    if isFinished { return }
    if parser.collector.failure != nil {
      isFinished = true
      parser.collector.finish()
      if parser.collector.hasTemplates { ready.append(parser.collector.takeDocument()) }
      addFailure()
    }
  }

  /// Hands the error on, behind the templates before it.
  private func addFailure() {
    guard let failure = parser.collector.failure else { return }
    if ready.isEmpty {
      var document = ForeignDocument()
      document.name = parser.collector.document.name
      document.isList = parser.collector.progress.isList
      document.bytes = [UInt8](repeating: 0, count: ForeignDocument.padding)
      ready.append(document)
    }
    ready[ready.count - 1].error = failure
  }
}

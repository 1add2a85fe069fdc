/// What came of it, and how the document was understood.
extension Conversion {
  /// The documents that were written, with what landed where.
  var documents: ArraySlice<Output> { buffers[..<documentCount] }

  /// The template as it was read; none where there is none.
  ///
  /// It is read again when it is asked for: a conversion itself has no use for it any more.
  public var template: Template? {
    guard error == nil, place.exists else { return nil }
    var source = source
    source.renewArena()
    source.ownsTexts = true
    source.begin(at: place)
    var template = Template()
    guard from.adapter.read(&source, at: place, into: &template) else { return nil }
    for supply in options.supplies { supply.apply(to: &template, &source.log) }
    return template
  }

  /// Opens an answer's Data where it is text, so that what it holds can be recognised.
  mutating func openData(at place: Place) {
    guard source.kind(place) == .object,
      let data = source.tape.member(of: place, "Data") ?? source.tape.member(of: place, "data"),
      source.kind(data) == .string
    else { return }
    _ = source.tape.open(data)
  }

  func recognise(at place: Place) throws(ReadError) -> Format {
    do throws(ReadError) {
      return try Recognition(tape: source.tape).format(at: place)
    } catch {
      var error = error
      (error.line, error.column) = source.tape.location(of: place)
      throw error
    }
  }

  /// The documents that were written, compact.
  public var outputs: [[UInt8]] { documents.map(\.bytes) }

  /// The output as one document: several become an array.
  public var output: [UInt8] {
    if documents.count == 1 { return documents[0].bytes }
    var bytes: [UInt8] = []
    addOutput(to: &bytes)
    return bytes
  }

  /// Adds the output as one document.
  private func addOutput(to bytes: inout [UInt8]) {
    if documentCount == 1 { return buffers[0].withBytes { bytes += $0 } }
    bytes.append(UInt8(ascii: "["))
    for index in 0..<documentCount {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      buffers[index].withBytes { bytes += $0 }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Adds the output as one document, which is taken from here if it is large and stands alone.
  mutating func moveOutput(onto bytes: inout [UInt8]) {
    if bytes.isEmpty, documentCount == 1, buffers[0].count > 1 << 18 {
      bytes = buffers[0].taken()
    } else {
      addOutput(to: &bytes)
    }
  }
}

/// Where the parts of a finding stand in what was printed of it.
struct FindingParts: ~Copyable {
  var code = Code.unreadable
  var line = 1
  var column = 1
  /// The pointers, the sources first.
  private var pointers = Scratch<Range<Int>>()
  private var sourceCount = 0
  var before: Range<Int>?
  var after: Range<Int>?
  var message = 0..<0
  var remedy = 0..<0

  @inline(__always)
  mutating func reset(_ code: Code) {
    self.code = code
    pointers.removeAll()
    sourceCount = 0
    (before, after) = (nil, nil)
  }

  @inline(__always)
  mutating func add(source range: Range<Int>) {
    pointers.append(range)
    sourceCount += 1
  }

  @inline(__always)
  mutating func add(target range: Range<Int>) { pointers.append(range) }

  /// The finding for whoever keeps it.
  func finding(in bytes: UnsafeBufferPointer<UInt8>) -> Finding {
    let texts = pointers.values.map { FindingParts.text($0, bytes) }
    return Finding(
      code: code, severity: code.severity, sources: Array(texts[..<sourceCount]),
      targets: Array(texts[sourceCount...]), line: line, column: column,
      before: before.map { FindingParts.text($0, bytes) },
      after: after.map { FindingParts.text($0, bytes) },
      message: FindingParts.text(message, bytes), remedy: FindingParts.text(remedy, bytes))
  }

  /// What a string says that was printed.
  static func text(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    withUnescaped(UnsafeBufferPointer(rebasing: bytes[range])) {
      String(copying: UTF8Span(unchecked: $0))
    }
  }
}

extension Finding {
  /// The finding as one compact JSON object.
  package var json: [UInt8] {
    var text = ReportText()
    write(to: &text)
    return Array(text.bytes)
  }

  /// Prints a finding that was changed since it was made, or that no conversion made.
  func write(to text: inout ReportText) {
    text.write(member: "{\"code\":\"", code.id)
    text.write(",\"severity\":\"")
    text.write(severity.word)
    text.write("\",\"sources\":")
    Finding.write(sources, to: &text)
    text.write(atMost: 60) { [line, column] in
      $0.write(",\"line\":")
      $0.write(decimal: line)
      $0.write(",\"column\":")
      $0.write(decimal: column)
    }
    if !targets.isEmpty {
      text.write(",\"targets\":")
      Finding.write(targets, to: &text)
    }
    if let before { text.write(member: ",\"before\":\"", before) }
    if let after { text.write(member: ",\"after\":\"", after) }
    text.write(member: ",\"message\":\"", message)
    if !remedy.isEmpty { text.write(member: ",\"remedy\":\"", remedy) }
    text.write("}")
  }

  private static func write(_ pointers: [String], to text: inout ReportText) {
    text.write("[")
    for (index, pointer) in pointers.enumerated() {
      text.write(index == 0 ? "\"" : ",\"")
      text.write(escaped: pointer)
      text.write("\"")
    }
    text.write("]")
  }
}

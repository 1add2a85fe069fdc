/// A finding as it is read: its texts as UTF-8, in memory that the next finding uses again.
struct FindingText: Sendable {
  var code = Code.unreadable
  var severity = Severity.error
  var line = 1
  var column = 1
  /// All texts, one behind the other.
  private(set) var bytes = ByteBuffer()
  private(set) var sources: [Range<Int>] = []
  private(set) var targets: [Range<Int>] = []
  var before: Range<Int>?
  var after: Range<Int>?
  var message = 0..<0
  var remedy = 0..<0

  init() {}

  mutating func reset() {
    bytes.cut(to: 0)
    sources.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    (before, after) = (nil, nil)
  }

  /// How many bytes there are: where the next text begins.
  var count: Int { bytes.count }

  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) { bytes.append(run) }
  mutating func append(_ text: StaticString) { bytes.append(text) }
  mutating func append(_ text: String) { bytes.append(text) }

  /// Adds a stretch of what is there already.
  mutating func append(again range: Range<Int>) { bytes.append(again: range) }

  mutating func append(source pointer: UnsafeBufferPointer<UInt8>) {
    append(pointer)
    sources.append(bytes.count - pointer.count..<bytes.count)
  }

  mutating func append(target pointer: UnsafeBufferPointer<UInt8>) {
    append(pointer)
    targets.append(bytes.count - pointer.count..<bytes.count)
  }
}

extension FindingText {
  /// A finding that was changed since it was made.
  init(_ finding: Finding) {
    code = finding.code
    severity = finding.severity
    line = finding.line
    column = finding.column
    sources = finding.sources.map { text($0) }
    targets = finding.targets.map { text($0) }
    before = finding.before.map { text($0) }
    after = finding.after.map { text($0) }
    message = text(finding.message)
    remedy = text(finding.remedy)
  }

  private mutating func text(_ text: String) -> Range<Int> {
    let start = count
    append(text)
    return start..<count
  }

  /// The finding for whoever keeps it.
  var finding: Finding {
    Finding(
      code: code, severity: severity, sources: sources.map(bytes.string),
      targets: targets.map(bytes.string),
      line: line, column: column, before: before.map(bytes.string), after: after.map(bytes.string),
      message: bytes.string(message), remedy: bytes.string(remedy))
  }
}

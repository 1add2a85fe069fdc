/// A finding as it is read: its texts as UTF-8, in memory that the next finding uses again.
struct FindingText: Sendable {
  var code = Code.unreadable
  var severity = Severity.error
  var line = 1
  var column = 1
  /// All texts, one behind the other.
  private var bytes: [UInt8] = []
  private(set) var sources: [Range<Int>] = []
  private(set) var targets: [Range<Int>] = []
  var before: Range<Int>?
  var after: Range<Int>?
  var message = 0..<0
  var remedy = 0..<0

  init() {}

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    (before, after) = (nil, nil)
  }

  /// How many bytes there are: where the next text begins.
  var count: Int { bytes.count }

  mutating func append(_ run: some Sequence<UInt8>) { bytes.append(contentsOf: run) }

  /// Adds a stretch of what is there already.
  mutating func append(again range: Range<Int>) {
    for index in range { bytes.append(bytes[index]) }
  }

  mutating func append(source pointer: [UInt8]) {
    append(pointer)
    sources.append(bytes.count - pointer.count..<bytes.count)
  }

  mutating func append(target pointer: [UInt8]) {
    append(pointer)
    targets.append(bytes.count - pointer.count..<bytes.count)
  }

  /// Calls with the bytes of a text.
  @inline(__always)
  func withText<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func string(_ range: Range<Int>) -> String {
    withText(range) { String(decoding: $0, as: UTF8.self) }
  }
}

extension FindingText {
  /// A finding that was changed since it was made.
  init(_ finding: Finding) {
    code = finding.code
    severity = finding.severity
    line = finding.line
    column = finding.column
    for pointer in finding.sources { append(source: Array(pointer.utf8)) }
    for pointer in finding.targets { append(target: Array(pointer.utf8)) }
    before = finding.before.map { text($0) }
    after = finding.after.map { text($0) }
    message = text(finding.message)
    remedy = text(finding.remedy)
  }

  private mutating func text(_ text: String) -> Range<Int> {
    let start = count
    append(text.utf8)
    return start..<count
  }

  /// The finding for whoever keeps it.
  var finding: Finding {
    Finding(
      code: code, severity: severity, sources: sources.map(string), targets: targets.map(string),
      line: line, column: column, before: before.map(string), after: after.map(string),
      message: string(message), remedy: string(remedy))
  }
}

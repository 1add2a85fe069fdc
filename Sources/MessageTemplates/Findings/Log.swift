/// A finding as it is kept until somebody reads it: a code, places and two numbers.
///
/// What few findings have besides stands in the ``Log``, so that an entry is plain memory.
struct Entry: Sendable {
  var code: Code
  /// What it is about.
  var source: Place
  /// The node of the target it went into, named by that node's own place in the source.
  var target: Place = .nowhere
  /// The stretch of the target's text that it became, in UTF-8 bytes.
  var part: Range<Int32> = 0..<0
  /// The number that is allowed.
  var limit: Int32 = 0
  /// The number that was found.
  var found: Int32 = 0
  /// Where the log has the rest; -1 for none.
  fileprivate var rest: Int32 = -1

  /// Whether the log has more.
  var hasMore: Bool { rest >= 0 }

  init(code: Code, source: Place) {
    self.code = code
    self.source = source
  }
}

/// The findings of one conversion, in the order they were made.
struct Log: Sendable {
  /// What few findings have.
  private struct Rest: Sendable {
    var also: [Place]
    var detail: String
    var pointer: String
  }

  private(set) var entries = Refillable<Entry>()
  private var rests: [Rest] = []

  /// Hands the findings on, memory and all.
  mutating func taken() -> Log {
    var taken = Log()
    swap(&taken, &self)
    return taken
  }

  mutating func reset() {
    entries.removeAll()
    rests.clear()
  }

  @inline(never)
  mutating func add(_ entry: Entry) { entries.append(entry) }

  @inline(__always)
  mutating func add(
    _ code: Code, at source: Place, also: [Place] = [], target: Place = .nowhere, limit: Int = 0,
    found: Int = 0, detail: String = "", pointer: String = ""
  ) {
    var entry = Entry(code: code, source: source)
    entry.target = target
    entry.limit = Int32(truncatingIfNeeded: limit)
    entry.found = Int32(truncatingIfNeeded: found)
    explain(&entry, also: also, detail: detail, pointer: pointer)
    add(entry)
  }

  /// Says more of an entry before it is added.
  @inline(__always)
  mutating func explain(
    _ entry: inout Entry, also: [Place] = [], detail: String = "", pointer: String = ""
  ) {
    if also.isEmpty, detail.isEmpty, pointer.isEmpty { return }
    entry.rest = Int32(truncatingIfNeeded: rests.count)
    keep(Rest(also: also, detail: detail, pointer: pointer))
  }

  @inline(never)
  private mutating func keep(_ rest: consuming Rest) { rests.append(rest) }

  /// What else an entry is about.
  func also(_ entry: Entry) -> [Place] { entry.rest < 0 ? [] : rests[Int(entry.rest)].also }

  /// A word for the message that neither the source nor the target holds.
  func detail(of entry: Entry) -> String { entry.rest < 0 ? "" : rests[Int(entry.rest)].detail }

  /// A pointer into the canonical model for the remedy.
  func pointer(of entry: Entry) -> String { entry.rest < 0 ? "" : rests[Int(entry.rest)].pointer }

  /// Keeps only what stands in the way of a conversion that is refused.
  mutating func keepErrors() {
    let errors = entries.filter { $0.code.severity == .error }
    entries.removeAll()
    for entry in errors { entries.append(entry) }
  }

  /// Forgets what was found of a message that is dropped as a whole.
  mutating func forget(from index: Int) { entries.cut(to: index) }

  /// Whether the platform would take what was read, all of it.
  var isSound: Bool {
    !entries.contains { $0.code.severity == .lost || $0.code.severityInCheck == .error }
  }

  func contains(_ code: Code) -> Bool { entries.contains { $0.code == code } }
}

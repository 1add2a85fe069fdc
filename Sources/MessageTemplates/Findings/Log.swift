/// A finding as it is kept until somebody reads it: a code, places and two numbers.
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
  private var more: More?

  /// What few findings have: kept apart, so that the others stay small.
  private final class More: Sendable {
    let also: [Place]
    let detail: String
    let pointer: String

    init(_ also: [Place], _ detail: String, _ pointer: String) {
      self.also = also
      self.detail = detail
      self.pointer = pointer
    }
  }

  init(
    code: Code, source: Place, also: [Place] = [], target: Place = .nowhere, limit: Int32 = 0,
    found: Int32 = 0, detail: String = "", pointer: String = ""
  ) {
    self.code = code
    self.source = source
    self.target = target
    self.limit = limit
    self.found = found
    if !(also.isEmpty && detail.isEmpty && pointer.isEmpty) { more = More(also, detail, pointer) }
  }

  /// What else it is about.
  var also: [Place] { more?.also ?? [] }
  /// A word for the message that neither the source nor the target holds.
  var detail: String { more?.detail ?? "" }
  /// A pointer into the canonical model for the remedy.
  var pointer: String { more?.pointer ?? "" }
}

/// The findings of one conversion, in the order they were made.
struct Log: Sendable {
  private(set) var entries: [Entry] = []

  /// Hands the findings on, memory and all.
  mutating func taken() -> Log {
    var taken = Log()
    swap(&taken, &self)
    return taken
  }

  mutating func reset() { entries.removeAll(keepingCapacity: true) }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  mutating func add(
    _ code: Code, at source: Place, also: [Place] = [], target: Place = .nowhere, limit: Int = 0,
    found: Int = 0, detail: String = "", pointer: String = ""
  ) {
    entries.append(
      Entry(
        code: code, source: source, also: also, target: target,
        limit: Int32(truncatingIfNeeded: limit), found: Int32(truncatingIfNeeded: found),
        detail: detail, pointer: pointer))
  }

  /// Keeps only what stands in the way of a conversion that is refused.
  mutating func keepErrors() { entries.removeAll { $0.code.severity != .error } }

  /// Forgets what was found of a message that is dropped as a whole.
  mutating func forget(from index: Int) { entries.removeSubrange(index...) }

  /// Whether the platform would take what was read, all of it.
  var isSound: Bool {
    !entries.contains { $0.code.severity == .lost || $0.code.severityInCheck == .error }
  }

  func contains(_ code: Code) -> Bool { entries.contains { $0.code == code } }
}

/// Plain values that are written one behind the other into memory that is kept.
///
/// Most documents fit on one page, so that all that is asked before a value is written is where the
/// page ends. What does not fit is turned over into an array.
/// A copy is there to be read: both share the page until one of them is reset.
struct Page<Element: Sendable>: @unchecked Sendable {
  /// The memory of a page.
  private final class Memory: @unchecked Sendable {
    let start: UnsafeMutablePointer<Element>
    let capacity: Int

    init(_ capacity: Int) {
      start = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit { start.deallocate() }
  }

  private var memory: Memory
  private var start: UnsafeMutablePointer<Element>
  /// Where the next value goes.
  private(set) var next: UnsafeMutablePointer<Element>
  private var end: UnsafeMutablePointer<Element>
  /// What stood on the pages before.
  private var earlier: [Element] = []

  init(_ capacity: Int) {
    memory = Memory(capacity)
    start = memory.start
    next = start
    end = start + capacity
  }

  /// How many values there are.
  @inline(__always)
  var count: Int { earlier.count &+ (next - start) }

  /// Whether so many more fit on the page.
  @inline(__always)
  func hasRoom(for more: Int) -> Bool { end - next >= more }

  /// Goes on behind values that were written where there was room.
  @inline(__always)
  mutating func take(to end: UnsafeMutablePointer<Element>) { next = end }

  @inline(__always)
  mutating func append(_ value: Element) {
    if !hasRoom(for: 1) { turn() }
    next.initialize(to: value)
    next += 1
  }

  /// Adds what `write` puts into room for which there is none on the page, and says where it ends.
  @inline(never)
  mutating func append(
    room: Int, _ write: (UnsafeMutablePointer<Element>) -> UnsafeMutablePointer<Element>
  ) {
    turn()
    if hasRoom(for: room) { return next = write(next) }
    earlier.append(addingCapacity: room) { span in
      span.withUnsafeMutableBufferPointer { room, count in
        if let start = room.baseAddress { count = write(start + count) - start }
      }
    }
  }

  /// Adds a run of values.
  mutating func append(_ run: UnsafeBufferPointer<Element>) {
    if !hasRoom(for: run.count) {
      turn()
      if !hasRoom(for: run.count) { return earlier.append(contentsOf: run) }
    }
    if let first = run.baseAddress { next.initialize(from: first, count: run.count) }
    next += run.count
  }

  /// Goes on with an empty page.
  @inline(never)
  private mutating func turn() {
    earlier.append(contentsOf: UnsafeBufferPointer(start: start, count: next - start))
    next = start
  }

  /// Forgets all values.
  mutating func reset() {
    if !isKnownUniquelyReferenced(&memory) { self = Page(memory.capacity) }
    next = start
    if !earlier.isEmpty { earlier.removeAll(keepingCapacity: true) }
  }

  /// All values, which are here no longer.
  mutating func taken() -> [Element] {
    turn()
    var taken: [Element] = []
    swap(&taken, &earlier)
    return taken
  }

  /// Puts all values into one run, where they are read without being copied.
  mutating func close() { if !earlier.isEmpty { turn() } }

  /// Calls with all values.
  @inline(__always)
  func withValues<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    withExtendedLifetime(memory) {
      let page = UnsafeBufferPointer(start: start, count: next - start)
      if earlier.isEmpty { return body(page) }
      return (page.isEmpty ? earlier : earlier + page).withUnsafeBufferPointer(body)
    }
  }
}

/// A list of small values that keeps its memory from one use to the next.
///
/// Nobody shares it, so that adding to it checks nothing but the room.
struct Scratch<Element>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>?
  private var room = 0
  private(set) var count = 0

  deinit {
    start?.deinitialize(count: count)
    start?.deallocate()
  }

  /// For how many values there is memory.
  var capacity: Int { room }
  var isEmpty: Bool { count == 0 }
  var last: Element? { count == 0 ? nil : start?[count - 1] }

  /// The values, until the next one is added.
  var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    if count == room { grow(to: count + 1) }
    start?.advanced(by: count).initialize(to: value)
    count += 1
  }

  /// The last of the first so many values, where it is; there must be one.
  @inline(__always)
  func end(_ count: Int) -> UnsafeMutablePointer<Element> {
    guard let start else { preconditionFailure("there is no value") }
    return start + (count - 1)
  }

  /// A value, by its place.
  subscript(index: Int) -> Element {
    @inline(__always) get {
      guard let start else { preconditionFailure("there is no value") }
      return start[index]
    }
    @inline(__always) set {
      guard let start else { preconditionFailure("there is no value") }
      start[index] = newValue
    }
  }

  /// Room for so many more values, which count once ``take(to:)`` was told where they end.
  @inline(__always)
  mutating func room(for more: Int) -> UnsafeMutablePointer<Element> {
    if count + more > room || start == nil { grow(to: count + more) }
    guard let start else { preconditionFailure("there is room now") }
    return start + count
  }

  /// Counts the values that were written into the room, up to where they end.
  @inline(__always)
  mutating func take(to end: UnsafeMutablePointer<Element>) {
    if let start { count = end - start }
  }

  /// Removes all values but the first so many.
  @inline(__always)
  mutating func removeAll(from first: Int = 0) {
    start?.advanced(by: first).deinitialize(count: count - first)
    count = first
  }

  /// Removes the first so many values.
  mutating func removeFirst(_ number: Int) {
    guard let start, number > 0 else { return }
    start.update(from: start + number, count: count - number)
    removeAll(from: count - number)
  }

  @inline(never)
  private mutating func grow(to wanted: Int) {
    room = max(room * 2, wanted, 16)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: room)
    if let start {
      memory.moveInitialize(from: start, count: count)
      start.deallocate()
    }
    start = memory
  }
}

extension Scratch {
  /// Adds a run of values.
  mutating func append(_ run: UnsafeBufferPointer<Element>) {
    guard let source = run.baseAddress else { return }
    let start = room(for: run.count)
    start.initialize(from: source, count: run.count)
    take(to: start + run.count)
  }

  /// Holds one value so many times, and nothing else.
  @inline(__always)
  mutating func fill(_ value: Element, count: Int) {
    removeAll()
    let start = room(for: count)
    start.initialize(repeating: value, count: count)
    take(to: start + count)
  }
}

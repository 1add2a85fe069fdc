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

  var isEmpty: Bool { count == 0 }
  var last: Element? { count == 0 ? nil : start?[count - 1] }

  /// The values, until the next one is added.
  var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    if count == room { grow() }
    start?.advanced(by: count).initialize(to: value)
    count += 1
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
  private mutating func grow() {
    room = max(room * 2, 16)
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: room)
    if let start {
      memory.moveInitialize(from: start, count: count)
      start.deallocate()
    }
    start = memory
  }
}

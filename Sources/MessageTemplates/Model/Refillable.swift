/// A list of plain values that is filled again and again in the same memory.
///
/// Emptying it sets a number, where an array would look for what to destroy. A value that was cut
/// off stays in memory until another takes its place.
struct Refillable<Element: Sendable>: Sendable, RandomAccessCollection {
  /// The memory; what stands behind ``count`` is of no meaning.
  private var room: [Element] = []
  private(set) var count = 0

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index < count)
      return room[index]
    }
    @inline(__always) set {
      precondition(index < count)
      room[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    if count < room.count { room[count] = value } else { grow(by: value) }
    count += 1
  }

  @inline(never)
  private mutating func grow(by value: Element) {
    if room.isEmpty { room.reserveCapacity(8) }
    room.append(value)
  }

  /// Cuts off all values but the first so many.
  @inline(__always)
  mutating func cut(to count: Int) { self.count = Swift.min(count, self.count) }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Calls with all values.
  @inline(__always)
  func withValues<Result>(_ body: (UnsafeBufferPointer<Element>) -> Result) -> Result {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Calls with all values, which may be changed.
  @inline(__always)
  mutating func withMutableValues<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) -> Result
  ) -> Result {
    let count = count
    return room.withUnsafeMutableBufferPointer {
      body(UnsafeMutableBufferPointer(rebasing: $0[..<count]))
    }
  }
}

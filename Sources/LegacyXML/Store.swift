/// Plain values in memory that is kept: no references are counted, and nobody shares it.
///
/// Sixteen bytes behind the values may be read, so that bytes can be looked at in blocks.
struct Store<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var room: Int

  private static var padding: Int { 16 }

  init(room: Int = 64) {
    self.room = room
    start = Store.allocate(room)
  }

  deinit { start.deallocate() }

  private static func allocate(_ room: Int) -> UnsafeMutablePointer<Element> {
    let size = room * MemoryLayout<Element>.stride + padding
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    // What is read behind the values must have been written once.
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return memory.bindMemory(to: Element.self, capacity: room)
  }

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { 0..<count }

  /// The values, until the next one is added.
  var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  var last: Element? {
    @inline(__always) get { count == 0 ? nil : start[count &- 1] }
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      check(index)
      return start[index]
    }
    @inline(__always) _modify {
      check(index)
      yield &start[index]
    }
  }

  /// Stops where there is no such value: files are strangers', and one comparison costs little.
  @inline(__always)
  private func check(_ index: Int) {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
  }

  @inline(__always)
  mutating func append(_ value: Element) {
    if count == room { grow(by: 1) }
    start[count] = value
    count &+= 1
  }

  /// Adds a value that is still to be written.
  @inline(__always)
  mutating func add() -> UnsafeMutablePointer<Element> {
    if count == room { grow(by: 1) }
    count &+= 1
    return start + (count &- 1)
  }

  mutating func append(_ values: UnsafePointer<Element>, _ number: Int) {
    if number > room - count { grow(by: number) }
    (start + count).update(from: values, count: number)
    count += number
  }

  mutating func append(_ values: [Element]) {
    values.withUnsafeBufferPointer { values in
      if let first = values.baseAddress { append(first, values.count) }
    }
  }

  /// Removes all values but the first so many.
  @inline(__always)
  mutating func removeAll(from first: Int = 0) { count = first }

  /// Removes the first so many values.
  mutating func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count)
    count -= number
    start.update(from: start + number, count: count)
  }

  @inline(__always)
  mutating func removeLast() {
    precondition(count > 0)
    count &-= 1
  }

  @inline(never)
  private mutating func grow(by number: Int) {
    room = max(room * 2, count + number)
    let larger = Store.allocate(room)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}

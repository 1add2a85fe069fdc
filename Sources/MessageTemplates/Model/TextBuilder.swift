/// A text under construction, in memory whose size is known from the start.
struct TextBuilder: ~Copyable {
  private let owner: TextMemory?
  private let marks: UnsafeMutablePointer<Mark>
  /// Where the bytes begin, behind the marks.
  private let bytes: UnsafeMutableRawPointer
  private let room: Int
  private let markRoom: Int
  /// How many bytes there are.
  private(set) var count = 0
  private var markCount = 0

  /// Makes room for a text; in memory of its own where there is no arena.
  init(bytes: Int, marks markRoom: Int, in arena: Arena?) {
    let size = markRoom * MemoryLayout<Mark>.stride
    let start: UnsafeMutableRawPointer
    if let arena {
      owner = nil
      start = arena.allocate(size + bytes)
    } else {
      let memory = TextMemory(size + bytes)
      owner = memory
      start = memory.start
    }
    marks = start.bindMemory(to: Mark.self, capacity: markRoom)
    self.bytes = start + size
    room = bytes
    self.markRoom = markRoom
  }

  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    precondition(run.count <= room - count, "the room was reserved")
    guard let source = run.baseAddress else { return }
    (bytes + count).copyMemory(from: source, byteCount: run.count)
    count += run.count
  }

  /// Adds a string in which nothing is a variable or markup.
  mutating func append(_ string: String) {
    let isDone: Void? = string.utf8.withContiguousStorageIfAvailable { append($0) }
    if isDone == nil { Array(string.utf8).withUnsafeBufferPointer { append($0) } }
  }

  mutating func append(_ string: StaticString) {
    append(UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount))
  }

  mutating func append(_ byte: UInt8) {
    precondition(count < room, "the room was reserved")
    bytes.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Adds a number from 0, by its digits.
  mutating func append(decimal number: Int) {
    if number > 9 { append(decimal: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Adds a text with its marks, with or without the white space at its end.
  mutating func append(_ text: borrowing Text, trimmingEnd: Bool = false) {
    let (shift, end) = (count, trimmingEnd ? text.trimmedCount : text.count)
    if text.markCount > 0 {
      text.withMarks { for mark in $0 where mark.upper <= end { add(mark.moved(by: shift)) } }
    }
    text.withBytes { append(UnsafeBufferPointer(start: $0.baseAddress, count: end)) }
  }

  mutating func add(_ mark: Mark) {
    precondition(markCount < markRoom, "the room was reserved")
    (marks + markCount).initialize(to: mark)
    markCount += 1
  }

  private var base: UnsafePointer<UInt8> {
    UnsafePointer(bytes.bindMemory(to: UInt8.self, capacity: room))
  }

  /// The text.
  consuming func finished(at place: Place) -> Text {
    Text(base, count, marks: marks, markCount, owner: owner, at: place)
  }
}

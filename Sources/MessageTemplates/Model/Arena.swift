/// Memory for the texts of one conversion, given back all at once.
///
/// Texts that live here point into it and hold no reference, so that copying one costs nothing.
/// They must not outlive the conversion; what leaves the library is made of texts that own their
/// memory.
final class Arena: @unchecked Sendable {
  /// Where the memory ends that is used now; behind a pointer, so that nothing checks the access.
  private struct State: ~Copyable {
    var next: UnsafeMutableRawPointer
    var room: Int
    /// Memory for what is too large or too much for the first.
    var others: [UnsafeMutableRawPointer] = []
    /// Finds the marks of one text after the other.
    var finder = MarkFinder()
  }

  /// Enough for most templates.
  private static let size = 16_384

  /// The memory that is used first, always.
  private let first: UnsafeMutableRawPointer
  private let state: UnsafeMutablePointer<State>
  /// Where the objects that are being read have their members.
  let rooms = FieldRooms()

  init() {
    first = .allocate(byteCount: Arena.size, alignment: 16)
    state = .allocate(capacity: 1)
    state.initialize(to: State(next: first, room: Arena.size))
  }

  deinit {
    reset()
    first.deallocate()
    rooms.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Forgets all texts.
  func reset() {
    if !state.pointee.others.isEmpty {
      for memory in state.pointee.others { memory.deallocate() }
      state.pointee.others.removeAll(keepingCapacity: true)
    }
    state.pointee.next = first
    state.pointee.room = Arena.size
  }

  /// Memory for so many bytes, aligned for marks.
  @inline(__always)
  func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    let aligned = Arena.aligned(count)
    if aligned > state.pointee.room { grow(aligned) }
    let memory = state.pointee.next
    state.pointee.next = memory + aligned
    state.pointee.room -= aligned
    return memory
  }

  @inline(__always)
  private static func aligned(_ count: Int) -> Int { (count + 7) & ~7 }

  /// Takes back the end of what was allocated last.
  private func giveBack(_ count: Int) {
    state.pointee.next -= count
    state.pointee.room += count
  }

  @inline(never)
  private func grow(_ count: Int) {
    let size = max(count, Arena.size * 4)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    state.pointee.others.append(memory)
    state.pointee.next = memory
    state.pointee.room = size
  }

  /// A text of bytes that are UTF-8, with its variables and, if wanted, its markup.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, markup: Bool, at place: Place) -> Text {
    state.pointee.finder.find(in: bytes, markup: markup)
    let count = state.pointee.finder.marks.count
    if count == 0 { return plain(bytes, at: place) }
    let size = count * MemoryLayout<Mark>.stride
    let memory = allocate(size + bytes.count)
    let marks = memory.bindMemory(to: Mark.self, capacity: count)
    if let found = state.pointee.finder.marks.values.baseAddress {
      marks.initialize(from: found, count: count)
    }
    return Text(
      Arena.copy(bytes, to: memory + size), bytes.count, marks: marks, count, owner: nil, at: place)
  }

  /// A text that a JSON string spells with escapes, with its marks unless it is plain.
  func text(
    spelled: UnsafeBufferPointer<UInt8>, markup: Bool, isPlain: Bool = false, at place: Place
  ) -> Text {
    // Only `\u` cut off at the very end means more bytes than it takes.
    let room = spelled.count + 4
    let memory = allocate(room).bindMemory(to: UInt8.self, capacity: room)
    let count = unescape(spelled, into: UnsafeMutableBufferPointer(start: memory, count: room))
    giveBack(Arena.aligned(room) - Arena.aligned(count))
    if !isPlain {
      let bytes = UnsafeBufferPointer(start: memory, count: count)
      state.pointee.finder.find(in: bytes, markup: markup)
    }
    let markCount = isPlain ? 0 : state.pointee.finder.marks.count
    let marks = allocate(markCount * MemoryLayout<Mark>.stride)
      .bindMemory(to: Mark.self, capacity: markCount)
    if markCount > 0, let found = state.pointee.finder.marks.values.baseAddress {
      marks.initialize(from: found, count: markCount)
    }
    return Text(UnsafePointer(memory), count, marks: marks, markCount, owner: nil, at: place)
  }

  /// Whether just these marks would be found in bytes that are UTF-8.
  func finds(_ marks: UnsafeBufferPointer<Mark>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    state.pointee.finder.find(in: bytes, markup: true)
    return marks.elementsEqual(state.pointee.finder.marks.values)
  }

  /// A text of bytes that are UTF-8, in which nothing is a variable or markup.
  func plain(_ bytes: UnsafeBufferPointer<UInt8>, at place: Place) -> Text {
    let memory = allocate(bytes.count)
    let marks = memory.bindMemory(to: Mark.self, capacity: 0)
    return Text(
      Arena.copy(bytes, to: memory), bytes.count, marks: marks, 0, owner: nil, at: place)
  }

  @inline(__always)
  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, to memory: UnsafeMutableRawPointer
  ) -> UnsafePointer<UInt8> {
    let target = memory.bindMemory(to: UInt8.self, capacity: bytes.count)
    if let base = bytes.baseAddress { target.initialize(from: base, count: bytes.count) }
    return UnsafePointer(target)
  }
}

/// Memory of one text's own.
final class TextMemory: Sendable {
  nonisolated(unsafe) let start: UnsafeMutableRawPointer

  init(_ count: Int) { start = .allocate(byteCount: max(count, 1), alignment: 16) }

  deinit { start.deallocate() }
}

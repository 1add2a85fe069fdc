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
    /// The bytes of the template that is being read.
    var held = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Where these begin in their document.
    var heldStart = 0
  }

  /// Enough for most templates.
  private static let size = 32_768
  /// How long a template is held as a whole; the texts of a longer one are copied one by one.
  static let longestHeld = size / 2

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
    state.pointee.held = UnsafeBufferPointer(start: nil, count: 0)
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

  /// Takes in the bytes of a template, which begin at a place of its document: what has no escapes
  /// need not be copied again.
  func hold(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    state.pointee.held = keep(bytes)
    state.pointee.heldStart = start
  }

  /// A run of the template that is held; nil for one that stands elsewhere.
  @inline(__always)
  func held(_ start: UInt32, _ end: UInt32) -> UnsafeBufferPointer<UInt8>? {
    let held = state.pointee.held
    let (lower, upper) = (
      Int(start) &- state.pointee.heldStart, Int(end) &- state.pointee.heldStart
    )
    guard let base = held.baseAddress, lower >= 0, upper <= held.count else { return nil }
    return UnsafeBufferPointer(start: base + lower, count: upper &- lower)
  }

  /// The same bytes, where they stay as long as the arena is not reset.
  func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let memory = allocate(bytes.count).bindMemory(to: UInt8.self, capacity: bytes.count)
    if let source = bytes.baseAddress { memory.initialize(from: source, count: bytes.count) }
    return UnsafeBufferPointer(start: memory, count: bytes.count)
  }

  /// What a JSON string means that has escapes.
  func unescaped(_ spelled: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    // Only `\u` cut off at the very end means more bytes than it takes.
    let room = spelled.count + 4
    let memory = allocate(room).bindMemory(to: UInt8.self, capacity: room)
    let count = unescape(spelled, into: UnsafeMutableBufferPointer(start: memory, count: room))
    giveBack(Arena.aligned(room) - Arena.aligned(count))
    return UnsafeBufferPointer(start: memory, count: count)
  }

  /// A text of bytes that are UTF-8, with its variables and, if wanted, its markup.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, markup: Bool, at place: Place) -> Text {
    text(kept: keep(bytes), markup: markup, at: place)
  }

  /// A text of bytes that stay in the arena, with its variables and, if wanted, its markup.
  @inline(__always)
  func text(kept bytes: UnsafeBufferPointer<UInt8>, markup: Bool, at place: Place) -> Text {
    let first = MarkFinder.next(in: bytes, from: 0, markup)
    return first == bytes.count
      ? plain(kept: bytes, at: place) : marked(bytes, from: first, markup, at: place)
  }

  @inline(never)
  private func marked(
    _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, _ markup: Bool, at place: Place
  ) -> Text {
    state.pointee.finder.find(in: bytes, from: first, markup: markup)
    let count = state.pointee.finder.marks.count
    guard count > 0, let found = state.pointee.finder.marks.values.baseAddress,
      let start = bytes.baseAddress
    else { return plain(kept: bytes, at: place) }
    let marks = allocate(count * MemoryLayout<Mark>.stride)
      .bindMemory(to: Mark.self, capacity: count)
    marks.initialize(from: found, count: count)
    return Text(start, bytes.count, marks: marks, count, owner: nil, at: place)
  }

  /// Whether just these marks would be found in bytes that are UTF-8.
  func finds(_ marks: UnsafeBufferPointer<Mark>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    state.pointee.finder.find(in: bytes, markup: true)
    return marks.elementsEqual(state.pointee.finder.marks.values)
  }

  /// A text of bytes that are UTF-8, in which nothing is a variable or markup.
  func plain(_ bytes: UnsafeBufferPointer<UInt8>, at place: Place) -> Text {
    plain(kept: keep(bytes), at: place)
  }

  /// A text of bytes that stay in the arena, in which nothing is a variable or markup.
  @inline(__always)
  func plain(kept bytes: UnsafeBufferPointer<UInt8>, at place: Place) -> Text {
    Text(bytes.baseAddress ?? nothing, bytes.count, marks: noMarks, 0, owner: nil, at: place)
  }

  /// Where a text begins that has no bytes, and marks that are not there.
  private var nothing: UnsafePointer<UInt8> {
    UnsafePointer(first.assumingMemoryBound(to: UInt8.self))
  }
  @inline(__always)
  private var noMarks: UnsafePointer<Mark> {
    UnsafePointer(first.assumingMemoryBound(to: Mark.self))
  }
}

/// Memory of one text's own.
final class TextMemory: Sendable {
  nonisolated(unsafe) let start: UnsafeMutableRawPointer

  init(_ count: Int) { start = .allocate(byteCount: max(count, 1), alignment: 16) }

  deinit { start.deallocate() }
}

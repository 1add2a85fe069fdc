/// Memory for the texts of one conversion, given back all at once.
///
/// Texts that live here point into it and hold no reference, so that copying one costs nothing.
/// They must not outlive the conversion; what leaves the library is made of texts that own their
/// memory.
final class Arena: @unchecked Sendable {
  /// Where the memory ends that is used now; behind a pointer, so that nothing checks the access.
  private struct State {
    var next: UnsafeMutableRawPointer
    var room: Int
    /// Memory for what is too large or too much for the first.
    var others: [UnsafeMutableRawPointer] = []
    /// Marks on their way into a text.
    var marks: [Mark] = []
  }

  /// Enough for most templates.
  private static let size = 16_384

  /// The memory that is used first, always.
  private let first: UnsafeMutableRawPointer
  private let state: UnsafeMutablePointer<State>

  init() {
    first = .allocate(byteCount: Arena.size, alignment: 16)
    state = .allocate(capacity: 1)
    state.initialize(to: State(next: first, room: Arena.size))
  }

  deinit {
    reset()
    first.deallocate()
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
    let aligned = (count + 7) & ~7
    if aligned > state.pointee.room { grow(aligned) }
    let memory = state.pointee.next
    state.pointee.next = memory + aligned
    state.pointee.room -= aligned
    return memory
  }

  @inline(never)
  private func grow(_ count: Int) {
    let size = max(count, Arena.size * 4)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    state.pointee.others.append(memory)
    state.pointee.next = memory
    state.pointee.room = size
  }

  /// Hands out an empty list for marks whose memory is kept.
  @inline(__always)
  func withMarks<Result>(_ body: (inout [Mark]) -> Result) -> Result {
    state.pointee.marks.removeAll(keepingCapacity: true)
    return body(&state.pointee.marks)
  }
}

/// Memory of one text's own.
final class TextMemory: Sendable {
  nonisolated(unsafe) let start: UnsafeMutableRawPointer

  init(_ count: Int) { start = .allocate(byteCount: max(count, 1), alignment: 16) }

  deinit { start.deallocate() }
}

/// Rooms for the members of the objects that are being read.
///
/// Objects are read one within the other, so that few rooms serve them all; objects deeper down get
/// a room from the system.
struct FieldRooms {
  /// How many rooms there are.
  private static let count = 16

  private let slots = UnsafeMutablePointer<Int32>.allocate(capacity: count * Fields.capacity)
  /// The rooms that are free, a bit each.
  private let free = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)

  init() { free.initialize(to: .max) }

  func deallocate() {
    slots.deallocate()
    free.deallocate()
  }

  /// Room for the members of one more object; nothing is in it yet.
  @inline(__always)
  func open() -> FieldSlots {
    let own = free.pointee & (0 &- free.pointee)
    if own == 0 { return FieldSlots(.allocate(capacity: Fields.capacity), free, 0) }
    free.pointee &= ~own
    return FieldSlots(slots + own.trailingZeroBitCount &* Fields.capacity, free, own)
  }
}

/// Room for the members of one object, by their keys.
struct FieldSlots {
  private let slots: UnsafeMutablePointer<Int32>
  private let free: UnsafeMutablePointer<UInt16>
  private let own: UInt16

  @inline(__always)
  fileprivate init(
    _ slots: UnsafeMutablePointer<Int32>, _ free: UnsafeMutablePointer<UInt16>, _ own: UInt16
  ) {
    self.slots = slots
    self.free = free
    self.own = own
  }

  /// Gives the room back.
  @inline(__always)
  func close() { own == 0 ? slots.deallocate() : (free.pointee |= own) }

  subscript(id: UInt8) -> Int32 {
    @inline(__always) get { slots[Int(id)] }
    @inline(__always) nonmutating set { slots[Int(id)] = newValue }
  }
}

/// Tokens in the memory of an arena: a list that costs nothing as long as it is empty.
struct TokenList {
  private var start: UnsafeMutablePointer<Int32>?
  private var room = 0
  private(set) var count = 0

  var tokens: [Int32] { Array(UnsafeBufferPointer(start: start, count: count)) }

  subscript(position: Int) -> Int32 {
    precondition(position < count, "there are so many")
    return start?[position] ?? 0
  }

  mutating func append(_ token: Int32, in arena: Arena) {
    if count == room { grow(in: arena) }
    (start.map { $0 + count })?.initialize(to: token)
    count += 1
  }

  /// Takes one out and keeps the order of the others.
  mutating func remove(at position: Int) -> Int32 {
    let token = self[position]
    guard let start else { return token }
    (start + position).update(from: start + position + 1, count: count - position - 1)
    count -= 1
    return token
  }

  private mutating func grow(in arena: Arena) {
    room = max(room * 2, 8)
    let memory = arena.allocate(room * 4).bindMemory(to: Int32.self, capacity: room)
    if let start { memory.initialize(from: start, count: count) }
    start = memory
  }
}

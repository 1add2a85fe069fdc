/// The names of elements and attributes, each with a number.
///
/// libxml2 gives equal names the same address as long as a parser lives, so that one look at the
/// address tells the name.
struct Names: ~Copyable {
  struct Slot {
    var address: UInt
    var name: Int32
  }

  /// As many as a power of two, half of them empty at least.
  private var slots = Names.empty(512)
  private var addresses = 0
  private(set) var strings: [String] = []
  /// In bytes.
  private(set) var lengths = Store<Int32>()
  private var numbers: [String: Int32] = [:]

  private static func empty(_ count: Int) -> Store<Slot> {
    var slots = Store<Slot>(room: count)
    for _ in 0..<count { slots.append(Slot(address: 0, name: -1)) }
    return slots
  }

  /// The number of a name whose address was seen before; -1 for any other.
  @inline(__always)
  func known(_ name: UnsafePointer<UInt8>) -> Int32 { slots[slot(of: UInt(bitPattern: name))].name }

  /// The slot of an address, or the empty one where it would stand.
  @inline(__always)
  private func slot(of address: UInt) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: address &* 0x9E37_79B9_7F4A_7C15 >> 40) & mask
    while slots[slot].address != 0, slots[slot].address != address { slot = (slot + 1) & mask }
    return slot
  }

  /// Remembers the address of a name.
  mutating func remember(_ name: UnsafePointer<UInt8>, as number: Int32) {
    if addresses * 2 >= slots.count { grow() }
    insert(Slot(address: UInt(bitPattern: name), name: number))
  }

  /// The number of a name, wherever it stands; `isNew` where it was not seen before.
  mutating func number(named name: String) -> (number: Int32, isNew: Bool) {
    if let number = numbers[name] { return (number, false) }
    let number = Int32(strings.count)
    numbers[name] = number
    strings.append(name)
    lengths.append(Int32(name.utf8.count))
    return (number, true)
  }

  private mutating func insert(_ name: Slot) {
    let slot = slot(of: name.address)
    slots[slot] = name
    addresses += 1
  }

  private mutating func grow() {
    var larger = Names.empty(slots.count * 2)
    swap(&larger, &slots)
    addresses = 0
    for name in larger.values where name.address != 0 { insert(name) }
  }
}

/// The names of elements and attributes, each with a number.
///
/// libxml2 gives equal names the same address as long as a parser lives, so that one look at the
/// address tells the name.
struct Names {
  private var slots: [(address: UInt, name: Int32)] = Array(repeating: (0, 0), count: 512)
  private(set) var strings: [String] = []
  private(set) var lengths: [Int] = []
  private var numbers: [String: Int32] = [:]
  private var addresses = 0

  /// The number of a name; `isNew` where it was not seen before.
  @inline(__always)
  mutating func number(of name: UnsafePointer<UInt8>) -> (number: Int32, isNew: Bool) {
    let address = UInt(bitPattern: name)
    var slot = Int(truncatingIfNeeded: address &* 0x9E37_79B9_7F4A_7C15 >> 40) & (slots.count - 1)
    while slots[slot].address != 0 {
      if slots[slot].address == address { return (slots[slot].name, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(name, address)
  }

  private mutating func add(_ name: UnsafePointer<UInt8>, _ address: UInt) -> (Int32, Bool) {
    if addresses * 2 >= slots.count { grow() }
    let (number, isNew) = number(named: String(cString: name))
    insert(address, number)
    return (number, isNew)
  }

  /// The number of a name that stands in no document yet.
  mutating func number(named name: String) -> (number: Int32, isNew: Bool) {
    if let number = numbers[name] { return (number, false) }
    let number = Int32(strings.count)
    numbers[name] = number
    strings.append(name)
    lengths.append(name.utf8.count)
    return (number, true)
  }

  private mutating func insert(_ address: UInt, _ number: Int32) {
    var slot = Int(truncatingIfNeeded: address &* 0x9E37_79B9_7F4A_7C15 >> 40) & (slots.count - 1)
    while slots[slot].address != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (address, number)
    addresses += 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    addresses = 0
    for (address, name) in old where address != 0 { insert(address, name) }
  }
}

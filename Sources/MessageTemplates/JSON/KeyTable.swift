/// Finds a known word among the bytes of a document, in one look.
///
/// The first letter counts in either case: `UrlType` and `urlType` are one key.
/// Tables are there as long as the program runs: each format has a few.
struct KeyTable: @unchecked Sendable {
  /// A word of up to 32 bytes, as numbers that are compared at once.
  private struct Slot: Sendable {
    var ends = Ends(head: 0, tail: 0)
    /// What stands between its ends.
    var middle: UInt64 = 0
    var further: UInt64 = 0
    var count: UInt8 = 0
    var id: UInt8 = 0
    var isAlias = false
  }

  /// The first eight bytes of a word and, of a longer one, the last eight.
  private struct Ends: Sendable {
    var head: UInt64
    var tail: UInt64

    @inline(__always)
    init(head: UInt64, tail: UInt64) {
      self.head = head
      self.tail = tail
    }

    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
      head = KeyTable.eight(bytes)
      tail = 0
      if count < 8 {
        head &= 1 &<< (UInt64(truncatingIfNeeded: count) &* 8) &- 1
      } else if count > 8 {
        tail = KeyTable.eight(bytes + (count &- 8))
      }
      head |= 0x20
    }

    @inline(__always)
    var slot: Int {
      let mixed = (head &+ tail) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed >> 56)
    }
  }

  /// The longest word there can be.
  private static let longest = 32

  private let slots: UnsafeMutablePointer<Slot>
  /// The lengths that there are among the words, a bit each.
  private var lengths: UInt64 = 0

  /// The keys of objects, each with room in ``Fields``.
  init<Key: FieldKey & CaseIterable>(keys: Key.Type, aliases: [(id: UInt8, word: String)] = []) {
    precondition(keys.allCases.count <= Fields.capacity, "an object has room for 64 keys")
    self.init(keys.allCases.map { ($0.rawValue, "\($0)") }, aliases: aliases)
  }

  /// The words by their identifier, and other spellings of them.
  init(_ words: [(id: UInt8, word: String)], aliases: [(id: UInt8, word: String)] = []) {
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: Slot(), count: 256)
    for (id, word) in words { add(word, id, isAlias: false) }
    for (id, word) in aliases { add(word, id, isAlias: true) }
  }

  private mutating func add(_ word: String, _ id: UInt8, isAlias: Bool) {
    let bytes = Array(word.utf8)
    lengths |= 1 << UInt64(bytes.count)
    precondition(1...KeyTable.longest ~= bytes.count, "a word has 1 to 32 bytes")
    let padded = bytes + repeatElement(0, count: 8)
    padded.withUnsafeBufferPointer { padded in
      guard let start = padded.baseAddress else { return }
      var new = Slot(ends: Ends(start, bytes.count), count: UInt8(bytes.count))
      (new.id, new.isAlias) = (id, isAlias)
      if bytes.count > 16 { new.middle = KeyTable.eight(start + 8) }
      if bytes.count > 24 { new.further = KeyTable.eight(start + 16) }
      var slot = new.ends.slot
      while slots[slot].count > 0 { slot = (slot + 1) & 255 }
      slots[slot] = new
    }
  }

  /// The identifier of a word of so many bytes; `isAlias` where it is spelled another way.
  ///
  /// Eight bytes behind the word must be there to be read.
  @inline(__always)
  func find(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (id: UInt8, isAlias: Bool)? {
    if count > KeyTable.longest || lengths & 1 &<< UInt64(truncatingIfNeeded: count) == 0 {
      return nil
    }
    let ends = Ends(bytes, count)
    var slot = ends.slot
    while true {
      let found = slots + slot
      if found.pointee.ends.head == ends.head, found.pointee.ends.tail == ends.tail,
        found.pointee.count == UInt8(truncatingIfNeeded: count),
        count <= 16 || KeyTable.goesOn(bytes, count, like: found)
      {
        return (found.pointee.id, found.pointee.isAlias)
      }
      if found.pointee.count == 0 { return nil }
      slot = (slot &+ 1) & 255
    }
  }

  /// Whether a long word is the same between its ends too.
  private static func goesOn(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, like slot: UnsafePointer<Slot>
  ) -> Bool {
    eight(bytes + 8) == slot.pointee.middle
      && (count <= 24 || eight(bytes + 16) == slot.pointee.further)
  }

  /// The identifier of a word that stands alone.
  func find(_ word: String) -> UInt8? {
    let bytes = Array(word.utf8)
    let padded = bytes + repeatElement(0, count: 8)
    return padded.withUnsafeBufferPointer { padded in
      padded.baseAddress.flatMap { find($0, bytes.count)?.id }
    }
  }

  @inline(__always)
  private static func eight(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }
}

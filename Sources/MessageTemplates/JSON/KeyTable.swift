/// Finds a known word among the bytes of a document, in one look.
///
/// The first letter counts in either case: `UrlType` and `urlType` are one key.
/// Tables are there as long as the program runs: each format has a few.
struct KeyTable: @unchecked Sendable {
  /// A word of up to 32 bytes as numbers that are compared at once.
  private struct Word: Sendable {
    var count = 0
    var head: UInt64 = 0
    var middle: UInt64 = 0
    var further: UInt64 = 0
    var tail: UInt64 = 0

    @inline(__always)
    static func == (a: Word, b: Word) -> Bool {
      a.head == b.head && a.tail == b.tail && a.count == b.count
        && (a.count <= 16 || (a.middle == b.middle && a.further == b.further))
    }
  }

  private struct Slot: Sendable {
    var word = Word()
    var id: UInt8 = 0
    var isAlias = false
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
    precondition(bytes.count <= KeyTable.longest, "a word has at most 32 bytes")
    let padded = bytes + repeatElement(0, count: 8)
    let word = padded.withUnsafeBufferPointer { padded in
      padded.baseAddress.map { KeyTable.word($0, bytes.count) } ?? Word()
    }
    var slot = KeyTable.slot(of: word)
    while slots[slot].word.count > 0 { slot = (slot + 1) & 255 }
    slots[slot] = Slot(word: word, id: id, isAlias: isAlias)
  }

  /// The identifier of a word of so many bytes; `isAlias` where it is spelled another way.
  ///
  /// Eight bytes behind the word must be there to be read.
  @inline(__always)
  func find(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (id: UInt8, isAlias: Bool)? {
    if count > KeyTable.longest || lengths & 1 &<< UInt64(count) == 0 { return nil }
    let word = KeyTable.word(bytes, count)
    var slot = KeyTable.slot(of: word)
    while true {
      let found = slots + slot
      if found.pointee.word == word { return (found.pointee.id, found.pointee.isAlias) }
      if found.pointee.word.count == 0 { return nil }
      slot = (slot &+ 1) & 255
    }
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
  private static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Word {
    let start = UnsafeRawPointer(bytes)
    var word = Word(count: count)
    word.head = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    if count < 8 {
      word.head &= 1 &<< (UInt64(count) &* 8) &- 1
    } else if count > 8 {
      word.tail = (start + (count &- 8)).loadUnaligned(as: UInt64.self)
      if count > 16 { word.middle = (start + 8).loadUnaligned(as: UInt64.self) }
      if count > 24 { word.further = (start + 16).loadUnaligned(as: UInt64.self) }
    }
    word.head |= 0x20
    return word
  }

  @inline(__always)
  private static func slot(of word: Word) -> Int {
    let mixed = (word.head &+ word.tail &+ UInt64(word.count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
  }
}

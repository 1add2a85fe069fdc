/// Finds a known word among the bytes of a document, in one look.
///
/// The first letter counts in either case: `UrlType` and `urlType` are one key.
struct KeyTable: Sendable {
  private struct Entry: Sendable {
    var word: [UInt8]
    var id: UInt8
    var isAlias: Bool
  }

  private var slots: [UInt16] = Array(repeating: 0, count: 512)
  private var entries: [Entry] = []

  /// The words by their identifier, and other spellings of them.
  init(_ words: [(id: UInt8, word: String)], aliases: [(id: UInt8, word: String)] = []) {
    for (id, word) in words { add(word, id, isAlias: false) }
    for (id, word) in aliases { add(word, id, isAlias: true) }
  }

  private mutating func add(_ word: String, _ id: UInt8, isAlias: Bool) {
    let bytes = Array(word.utf8)
    var slot = bytes.withUnsafeBufferPointer { Self.hash($0) }
    while slots[slot] != 0 { slot = (slot + 1) & 511 }
    entries.append(Entry(word: bytes, id: id, isAlias: isAlias))
    slots[slot] = UInt16(entries.count)
  }

  /// The identifier of a word; `isAlias` where it is spelled another way.
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> (id: UInt8, isAlias: Bool)? {
    guard !bytes.isEmpty else { return nil }
    var slot = Self.hash(bytes)
    while slots[slot] != 0 {
      let entry = Int(slots[slot]) - 1
      if matches(entries[entry].word, bytes) {
        return (entries[entry].id, entries[entry].isAlias)
      }
      slot = (slot + 1) & 511
    }
    return nil
  }

  private func matches(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == bytes.count, word[0] | 0x20 == bytes[0] | 0x20 else { return false }
    for index in 1..<max(word.count, 1) where word[index] != bytes[index] { return false }
    return true
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    let middle = bytes[bytes.count / 2]
    let mixed = Int(first | 0x20) &* 31 &+ Int(last) &* 7 &+ Int(middle) &* 101
    return (mixed &+ bytes.count &* 57) & 511
  }
}

import CAllocator

/// Memory: searching in bytes as fast as the platform can, and giving back what is not used.
enum Memory {
  /// Lets many threads share what is free, and has large pieces given back at once.
  ///
  /// Else each of them would keep what its longest line took. One or two keep little, and are faster
  /// with it.
  static func share(among threads: Int) {
    if threads > 2 { allocator_share() }
  }

  /// Gives back what is free, after something large.
  static func giveBack() { allocator_give_back() }

  /// The place of a byte, from a place on.
  static func find(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// How often a byte stands there.
  static func count(_ byte: UInt8, in bytes: [UInt8]) -> Int {
    var count = 0
    var start = 0
    while let found = find(byte, in: bytes, from: start) {
      count += 1
      start = found + 1
    }
    return count
  }
}

/// Looking at the bytes of a text: what `Character` does a hundred times slower.
extension String {
  /// How many Unicode scalars the text has.
  var scalarCount: Int {
    let count = utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for byte in bytes { count += byte & 0xC0 != 0x80 ? 1 : 0 }
      return count
    }
    return count ?? unicodeScalars.count
  }

  /// Whether a short run of ASCII stands in the text.
  func holds(_ word: StaticString) -> Bool {
    guard holds(word.utf8Start[0]) else { return false }
    let found = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      let count = word.utf8CodeUnitCount
      let first = word.utf8Start[0]
      guard bytes.count >= count else { return false }
      for index in 0...bytes.count - count where bytes[index] == first {
        var length = 1
        while length < count, bytes[index + length] == word.utf8Start[length] { length += 1 }
        if length == count { return true }
      }
      return false
    }
    return found ?? contains("\(word)")
  }

  /// Whether a byte stands in the text.
  func holds(_ byte: UInt8) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard let base = bytes.baseAddress else { return false }
      let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
      var index = 0
      while index + 8 <= bytes.count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) ^ wanted
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == byte { return true }
        index += 1
      }
      return false
    }
    return found ?? utf8.contains(byte)
  }

  /// Whether the text has white space at one of its ends.
  var hasSpaceAtEnds: Bool {
    guard let first = utf8.first, let last = utf8.last else { return false }
    return first <= 0x20 || last <= 0x20
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes begin with a run of ASCII.
  func begins(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where self[index] != word.utf8Start[index] {
      return false
    }
    return true
  }
}

extension String {
  /// A stretch of the text by its UTF-8 bytes, which begin and end at scalars.
  func stretch(_ range: Range<Int>) -> String {
    let found = utf8.withContiguousStorageIfAvailable {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
    return found ?? String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}

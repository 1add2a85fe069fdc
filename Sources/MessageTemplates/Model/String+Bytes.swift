/// Looking at the bytes of a text: what `Character` does a hundred times slower.
extension String {
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
    let found = utf8.withContiguousStorageIfAvailable {
      $0.firstIndex(of: byte, from: 0) < $0.count
    }
    return found ?? utf8.contains(byte)
  }

  /// Whether the text has white space at one of its ends.
  var hasSpaceAtEnds: Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      !bytes.isEmpty && (bytes[0] <= 0x20 || bytes[bytes.count - 1] <= 0x20)
    }
    return found ?? ((utf8.first ?? 0x21) <= 0x20 || (utf8.last ?? 0x21) <= 0x20)
  }

  /// Whether all bytes of the text pass a test.
  @inline(__always)
  func consists(of test: (UInt8) -> Bool) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      for byte in bytes where !test(byte) { return false }
      return true
    }
    return found ?? utf8.allSatisfy(test)
  }
}

extension StringProtocol {
  /// Without the white space at both ends.
  package var trimmed: String {
    let text = Substring(self)
    guard let first = text.utf8.firstIndex(where: { $0 > 0x20 }),
      let last = text.utf8.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(text[first...last])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many Unicode scalars the bytes spell.
  var scalarCount: Int {
    guard let base = baseAddress else { return 0 }
    var scalars = count
    var index = 0
    while index + 8 <= count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      scalars -= ((word >> 7) & (~word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      index += 8
    }
    for byte in self[index...] where byte & 0xC0 == 0x80 { scalars -= 1 }
    return scalars
  }

  /// Where a byte stands next, looking at eight at a time; the end where it does not.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    guard let base = baseAddress else { return count }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let different = word ^ (ones &* UInt64(byte))
      let found = UInt64(littleEndian: (different &- ones) & ~different) & (ones &* 0x80)
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < count, base[index] != byte { index += 1 }
    return index
  }

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
      String(copying: UTF8Span(unchecked: UnsafeBufferPointer(rebasing: $0[range]).span))
    }
    return found ?? String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}

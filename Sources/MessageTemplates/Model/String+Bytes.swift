internal import CBytes

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
    guard let baseAddress else { return 0 }
    return count - bytes_count_continuing(baseAddress, count)
  }

  /// The Unicode scalar that begins at an index.
  func scalar(at index: Int) -> UnicodeScalar? {
    let lead = self[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= count else { return nil }
    var value = length == 1 ? UInt32(lead) : UInt32(lead & (0x7F >> UInt8(length)))
    for byte in self[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return UnicodeScalar(value)
  }

  /// The number that the bytes are, of digits only; nil for another thing, or too large a number.
  var decimal: Int? {
    var value = 0
    for byte in self {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isTooLargeToo) = tens.addingReportingOverflow(Int(byte - 0x30))
      if isTooLarge || isTooLargeToo { return nil }
      value = sum
    }
    return isEmpty ? nil : value
  }

  /// Where a byte stands next; the end where it does not.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    guard let base = baseAddress else { return count }
    return bytes_find(base, start, count, byte)
  }

  /// Whether other bytes are the same.
  @inline(__always)
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count, let a = baseAddress, let b = other.baseAddress else {
      return count == other.count
    }
    return bytes_equal(a, b, count)
  }

  /// Whether a space or a control character stands among the bytes.
  var holdsSpace: Bool {
    guard let baseAddress else { return false }
    return bytes_find_space(baseAddress, 0, count) < count
  }

  /// Whether a byte stands among them that an address cannot hold as it is.
  var holdsUnsafe: Bool {
    guard let baseAddress else { return false }
    return bytes_find_unsafe(baseAddress, 0, count) < count
  }

  /// Whether a byte stands among them that can begin or end markup.
  var holdsDelimiter: Bool {
    guard let baseAddress else { return false }
    return bytes_find_delimiter(baseAddress, 0, count) < count
  }

  /// Whether something stands among the bytes that can begin a variable or markup.
  var mayHoldMark: Bool {
    guard let baseAddress else { return false }
    return bytes_find_mark(baseAddress, 0, count) < count
  }

  /// Whether a short run of ASCII stands among the bytes.
  func holds(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    var index = firstIndex(of: word.utf8Start[0], from: 0)
    while index + length <= count {
      if UnsafeBufferPointer(rebasing: self[index...]).begins(word) { return true }
      index = firstIndex(of: word.utf8Start[0], from: index + 1)
    }
    return false
  }

  /// How often a short run of ASCII stands among the bytes.
  func count(of word: StaticString) -> Int {
    var count = 0
    var index = firstIndex(of: word.utf8Start[0], from: 0)
    while index < self.count {
      if UnsafeBufferPointer(rebasing: self[index...]).begins(word) { count += 1 }
      index = firstIndex(of: word.utf8Start[0], from: index + 1)
    }
    return count
  }

  /// Whether the bytes begin with a run of ASCII.
  func begins(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount, let baseAddress,
      baseAddress[0] == word.utf8Start[0]
    else { return false }
    return bytes_equal(baseAddress, word.utf8Start, word.utf8CodeUnitCount)
  }
}

internal import CBytes

/// Values out of the tape: strings, keys, words.
extension Tape {
  /// The bytes of a string without its escapes.
  func decoded(_ range: Range<Int>, escaped: Bool) -> [UInt8] {
    escaped ? unescaped(Array(bytes[range])) : Array(bytes[range])
  }

  /// A string token's text.
  func string(_ place: Place) -> String {
    let token = tokens[Int(place.token)]
    guard token.flags.contains(.escaped) else {
      return string(of: token.range, isASCII: !token.flags.contains(.wide))
    }
    return withBytes(token.range) { source in
      withUnescaped(source) { String(copying: UTF8Span(unchecked: $0)) }
    }
  }

  /// Bytes that the scanner has already found to be UTF-8.
  func string(of range: Range<Int>, isASCII: Bool = false) -> String {
    String(copying: UTF8Span(unchecked: bytes.span.extracting(range), isKnownASCII: isASCII))
  }

  /// A member's key.
  func key(of token: Token) -> String {
    guard token.flags.contains(.keyEscaped) else { return string(of: token.keyRange) }
    return String(decoding: unescaped(Array(bytes[token.keyRange])), as: UTF8.self)
  }

  /// Calls with the bytes of a range.
  @inline(__always)
  func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

/// Replaces the escapes of a JSON string; half of a surrogate pair becomes U+FFFD.
func unescaped(_ source: [UInt8]) -> [UInt8] {
  source.withUnsafeBufferPointer { withUnescaped($0) { $0.withUnsafeBufferPointer(Array.init) } }
}

/// Calls with what a JSON string means, its escapes replaced.
func withUnescaped<Result>(
  _ source: UnsafeBufferPointer<UInt8>, _ body: (Span<UInt8>) -> Result
) -> Result {
  // Only `\u` cut off at the very end means more bytes than it takes.
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count + 4) { room in
    let count = unescape(source, into: room)
    return body(UnsafeBufferPointer(rebasing: room[..<count]).span)
  }
}

/// Copies what stands between the escapes, and what each escape means; returns how many bytes.
func unescape(
  _ source: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
) -> Int {
  guard let from = source.baseAddress, let to = room.baseAddress else { return 0 }
  var count = 0
  var index = 0
  while true {
    let plain = bytes_copy_to_backslash(to + count, from + index, source.count - index)
    count += plain
    index += plain
    if index == source.count { return count }
    let letter = index + 1 < source.count ? source[index + 1] : UInt8(ascii: "\\")
    index = min(index + 2, source.count)
    switch letter {
    case UInt8(ascii: "b"): to[count] = 0x08
    case UInt8(ascii: "f"): to[count] = 0x0C
    case UInt8(ascii: "n"): to[count] = 0x0A
    case UInt8(ascii: "r"): to[count] = 0x0D
    case UInt8(ascii: "t"): to[count] = 0x09
    case UInt8(ascii: "u"):
      let scalar = unicode(source, &index)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        to[count] = byte
        count += 1
      }
      count -= 1
    default: to[count] = letter
    }
    count += 1
  }
}

/// The scalar of a `\u` escape; `index` stands behind the `u`.
func unicode(_ source: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UnicodeScalar {
  let high = hexUnit(source, at: index) ?? 0xFFFD
  index = min(index + 4, source.count)
  var value = UInt32(high)
  if high & 0xFC00 == 0xD800, index + 1 < source.count, source[index] == UInt8(ascii: "\\"),
    source[index + 1] == UInt8(ascii: "u"), let low = hexUnit(source, at: index + 2),
    low & 0xFC00 == 0xDC00
  {
    index += 6
    value = 0x10000 + (UInt32(high) & 0x3FF) << 10 + UInt32(low) & 0x3FF
  }
  return UnicodeScalar(value) ?? "\u{FFFD}"
}

/// How many bytes an escape is spelled with, and how many it means.
func escapeLength(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> (
  encoded: Int, decoded: Int
) {
  guard index + 1 < source.count, source[index + 1] == UInt8(ascii: "u") else { return (2, 1) }
  var end = index + 2
  let scalar = unicode(source, &end)
  return (end - index, UTF8.width(scalar))
}

private func hexUnit(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
  guard index + 4 <= source.count else { return nil }
  var unit: UInt16 = 0
  for byte in source[index..<index + 4] {
    guard let digit = hexDigit(byte) else { return nil }
    unit = unit << 4 | UInt16(digit)
  }
  return unit
}

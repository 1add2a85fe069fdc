/// Values out of the tape: strings, keys, words.
extension Tape {
  /// The bytes of a string without its escapes.
  func decoded(_ range: Range<Int>, escaped: Bool) -> [UInt8] {
    escaped ? unescaped(Array(bytes[range])) : Array(bytes[range])
  }

  /// A string token's text.
  func string(_ place: Place) -> String {
    let token = tokens[Int(place.token)]
    guard token.flags.contains(.escaped) else { return string(of: token.range) }
    let text = withBytes(token.range) { unescaped($0) }
    return String(copying: UTF8Span(unchecked: text.span))
  }

  /// Bytes that the scanner has already found to be UTF-8.
  func string(of range: Range<Int>) -> String {
    String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
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
  source.withUnsafeBufferPointer { unescaped($0) }
}

/// Copies what stands between the escapes, and what each escape means.
private func unescaped(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(source.count)
  var start = 0
  var index = 0
  while index < source.count {
    guard source[index] == UInt8(ascii: "\\"), index + 1 < source.count else {
      index += 1
      continue
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
    let letter = source[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): result.append(contentsOf: unicode(source, &index))
    default: result.append(letter)
    }
    start = index
  }
  result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
  return result
}

/// The scalar of a `\u` escape, in UTF-8; `index` stands behind the `u`.
private func unicode(_ source: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> String.UTF8View {
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
  return String(Character(UnicodeScalar(value) ?? "\u{FFFD}")).utf8
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

/// Strings: escapes, control characters and UTF-8 are checked here, once.
extension Scanner {
  /// Reads a string from its opening to behind its closing quotation mark.
  mutating func string() throws(ReadError) -> Token.Flags {
    index += 1
    var flags: Token.Flags = []
    while true {
      skipPlain()
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return flags
      case UInt8(ascii: "\\"):
        flags.insert(.escaped)
        if try escape() { flags.insert(.loneSurrogate) }
      case 0..<0x20:
        throw error(expected: index >= end ? "the end of the string" : "an escaped control character")
      case 0x80...: try multibyte()
      default: index += 1
      }
    }
  }

  /// Skips bytes that mean nothing, eight at a time.
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while index < end {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let stop =
        ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
        | (word &- (ones &* 0x20)) | word
      let found = UInt64(littleEndian: stop) & highs
      if found != 0 {
        index += found.trailingZeroBitCount >> 3
        return
      }
      index += 8
    }
  }

  /// Reads one escape; true for half of a surrogate pair.
  private mutating func escape() throws(ReadError) -> Bool {
    index += 1
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
      return false
    case UInt8(ascii: "u"):
      let unit = try hexUnit()
      if unit & 0xFC00 == 0xD800, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let mark = index
        index += 1
        if try hexUnit() & 0xFC00 == 0xDC00 { return false }
        index = mark
        return true
      }
      return unit & 0xF800 == 0xD800
    default: throw error(expected: "an escape: one of \" \\ / b f n r t u")
    }
  }

  private mutating func hexUnit() throws(ReadError) -> UInt16 {
    index += 1
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = hexDigit(bytes[index]) else {
        throw error(expected: "four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  /// Checks one UTF-8 sequence: no overlong form, no surrogate, nothing above U+10FFFF.
  private mutating func multibyte() throws(ReadError) {
    let lead = bytes[index]
    let second = bytes[index + 1]
    let length: Int
    let lowest: UInt8
    let highest: UInt8
    switch lead {
    case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
    case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
    case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
    case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
    case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
    default: throw error(expected: "UTF-8")
    }
    guard second >= lowest, second <= highest else { throw error(expected: "UTF-8") }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 {
      throw error(expected: "UTF-8")
    }
    index += length
  }
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

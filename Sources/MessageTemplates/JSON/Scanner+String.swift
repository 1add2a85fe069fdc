internal import CBytes

/// Strings: escapes, control characters and UTF-8 are checked here, once.
extension Scanner {
  /// Reads a string from its opening to behind its closing quotation mark.
  mutating func string() throws(ReadError) -> Token.Flags {
    var flags: Token.Flags = []
    var at = index + 1
    while true {
      at = bytes_find_string_end(bytes, at)
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        index = at + 1
        return flags
      }
      index = at
      if byte >= 0x80 {
        flags.insert(.wide)
        try multibytes()
      } else if byte == UInt8(ascii: "\\") {
        flags.insert(.escaped)
        if try escape() { flags.insert(.loneSurrogate) }
      } else {
        throw error(
          expected: index >= end ? "the end of the string" : "an escaped control character")
      }
      at = index
    }
  }

  /// Checks a run of UTF-8 sequences; the most frequent leads need no more than one look.
  private mutating func multibytes() throws(ReadError) {
    while bytes[index] >= 0x80 {
      let word = UInt32(
        littleEndian: UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt32.self))
      let lead = UInt8(truncatingIfNeeded: word)
      if lead > 0xE0, lead < 0xF0, lead != 0xED, word & 0xC0_C000 == 0x80_8000 {
        index += 3
      } else if lead >= 0xC2, lead < 0xE0, word & 0xC000 == 0x8000 {
        index += 2
      } else {
        try multibyte()
      }
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

internal import CBytes

/// Strings and numbers: escapes, control characters and UTF-8 are checked here, once.
extension Scanner {
  /// Behind the white space that begins at a place.
  @inline(never)
  static func behindSpace(_ bytes: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while true {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index &+= 1
      default: return index
      }
    }
  }

  /// Where a string ends that has, at a place, more than plain ASCII: few have.
  @inline(never)
  static func wideString(_ bytes: UnsafePointer<UInt8>, _ start: Int) throws(Stop)
    -> (end: Int, flags: Token.Flags)
  {
    var (at, flags) = (start, Token.Flags())
    while bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] >= 0x80 {
        flags.insert(.wide)
        at = bytes_skip_wide_text(bytes, at)
        if bytes[at] >= 0x80 { throw Stop(.unicode, at: at) }
      } else {
        (at, flags) = try escape(bytes, at, flags)
      }
      at = bytes_find_string_end(bytes, at)
    }
    return (at, flags)
  }

  /// Reads one escape, and says where it ends; what is none stops.
  private static func escape(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ flags: Token.Flags)
    throws(Stop) -> (end: Int, flags: Token.Flags)
  {
    guard bytes[at] == UInt8(ascii: "\\") else {
      throw Stop(.stringEnd, at: at)
    }
    switch bytes[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return (at + 2, flags.union(.escaped))
    case UInt8(ascii: "u"): break
    default: throw Stop(.escape, at: at + 1)
    }
    let unit = try hexUnit(bytes, at + 2)
    let isFirstHalf = unit & 0xFC00 == 0xD800
    if isFirstHalf, bytes[at + 6] == UInt8(ascii: "\\"), bytes[at + 7] == UInt8(ascii: "u"),
      try hexUnit(bytes, at + 8) & 0xFC00 == 0xDC00
    {
      return (at + 12, flags.union(.escaped))
    }
    let isHalf = unit & 0xF800 == 0xD800
    return (at + 6, flags.union(isHalf ? [.escaped, .loneSurrogate] : .escaped))
  }

  private static func hexUnit(_ bytes: UnsafePointer<UInt8>, _ start: Int) throws(Stop) -> UInt16 {
    var unit: UInt16 = 0
    for at in start..<start + 4 {
      guard let digit = hexDigit(bytes[at]) else { throw Stop(.hexadecimal, at: at) }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Reads `true`, `false` or `null`, which is all that can stand at a place.
  @inline(never)
  static func word(_ bytes: UnsafePointer<UInt8>, _ start: Int) throws(Stop)
    -> (kind: Token.Kind, end: Int)
  {
    let (spelled, kind): (StaticString, Token.Kind) =
      switch bytes[start] {
      case UInt8(ascii: "t"): ("true", .yes)
      case UInt8(ascii: "f"): ("false", .no)
      case UInt8(ascii: "n"): ("null", .null)
      default: throw Stop(.value, at: start)
      }
    for offset in 0..<spelled.utf8CodeUnitCount
    where bytes[start + offset] != spelled.utf8Start[offset] {
      throw Stop(.word(kind), at: start + offset)
    }
    return (kind, start + spelled.utf8CodeUnitCount)
  }

  /// Where a number ends that begins at a place.
  @inline(never)
  static func number(_ bytes: UnsafePointer<UInt8>, _ start: Int) throws(Stop) -> Int {
    var at = start
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if bytes[at] == UInt8(ascii: "0") {
      at += 1
      if isDigit(bytes[at]) { throw Stop(.leadingZero, at: at) }
    } else {
      at = try digits(bytes, at)
    }
    if bytes[at] == UInt8(ascii: ".") { at = try digits(bytes, at + 1) }
    if bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      at = try digits(bytes, at)
    }
    return at
  }

  @inline(__always)
  private static func digits(_ bytes: UnsafePointer<UInt8>, _ start: Int) throws(Stop) -> Int {
    guard isDigit(bytes[start]) else { throw Stop(.digit, at: start) }
    var at = start
    repeat { at &+= 1 } while isDigit(bytes[at])
    return at
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
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

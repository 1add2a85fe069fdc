/// Turns the bytes of one JSON text (RFC 8259) into tokens.
///
/// A struct with mutating methods: closures over a captured index would cost a run-time check each.
/// The caller guarantees sixteen zero bytes after `end`, so that a word is loaded without a bounds
/// check of its own; a zero byte is valid nowhere in JSON and ends every loop.
/// Tokens go into room of the caller's; ``isFull`` says that there was too little of it.
struct Scanner {
  /// How deep arrays and objects may nest.
  static let depthLimit = 512

  let bytes: UnsafePointer<UInt8>
  let end: Int
  var index: Int
  /// How many tokens there are.
  private(set) var count: Int
  private(set) var isFull = false
  /// The room, and how many tokens stand before it.
  private let tokens: UnsafeMutableBufferPointer<Token>
  private let first: Int
  /// The innermost open container; its token's `next` names the one around it.
  private var open: Int32 = -1
  private var depth = 0
  private var keyStart: UInt32 = 0
  private var keyEnd: UInt32 = 0
  private var keyFlags: Token.Flags = []

  init(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int,
    into tokens: UnsafeMutableBufferPointer<Token>, behind count: Int
  ) {
    self.bytes = bytes
    self.index = start
    self.end = end
    self.tokens = tokens
    self.first = count
    self.count = count
  }

  /// Reads one value and stops behind it.
  mutating func value() throws(ReadError) {
    repeat {
      skipSpace()
      if try opensContainer() { continue }
      if try closesContainers() { return }
    } while true
  }

  /// Reads a scalar or opens a container; true when a value must follow inside the container.
  @inline(__always)
  private mutating func opensContainer() throws(ReadError) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\""):
      let start = index + 1
      let flags = try string()
      try add(.string, start, index - 1, flags)
    case UInt8(ascii: "{"):
      try push(.object)
      skipSpace()
      if bytes[index] == UInt8(ascii: "}") {
        pop()
      } else {
        try key()
        return true
      }
    case UInt8(ascii: "["):
      try push(.array)
      skipSpace()
      if bytes[index] == UInt8(ascii: "]") { pop() } else { return true }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let start = index
      try number()
      try add(.number, start, index, [])
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw error(expected: "a JSON value")
    }
    return false
  }

  /// Closes what ends here; true at the end of the outermost value.
  @inline(__always)
  private mutating func closesContainers() throws(ReadError) -> Bool {
    while open >= 0 {
      skipSpace()
      let isObject = tokens[Int(open) - first].kind == .object
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") {
        index += 1
        if isObject {
          skipSpace()
          try key()
        }
        return false
      }
      guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw error(expected: isObject ? "a comma or }" : "a comma or ]")
      }
      pop()
    }
    return true
  }

  @inline(__always)
  private mutating func push(_ kind: Token.Kind) throws(ReadError) {
    guard depth < Scanner.depthLimit else { throw tooDeep }
    let around = open
    depth += 1
    try add(kind, index, index, [])
    open = Int32(truncatingIfNeeded: count - 1)
    tokens[count - 1 - first].next = around
    index += 1
  }

  @inline(__always)
  private mutating func pop() {
    let container = Int(open) - first
    index += 1
    depth -= 1
    open = tokens[container].next
    tokens[container].end = UInt32(truncatingIfNeeded: index)
    tokens[container].next = Int32(truncatingIfNeeded: count)
  }

  @inline(__always)
  private mutating func add(
    _ kind: Token.Kind, _ start: Int, _ end: Int, _ flags: Token.Flags
  ) throws(ReadError) {
    guard count - first < tokens.count else {
      isFull = true
      throw ReadError(found: "too many values", expected: "fewer")
    }
    let token = Token(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      next: Int32(truncatingIfNeeded: count + 1), keyStart: keyStart, keyEnd: keyEnd,
      kind: kind, flags: flags.union(keyFlags))
    tokens.initializeElement(at: count - first, to: token)
    count += 1
    keyFlags = []
    keyStart = 0
    keyEnd = 0
  }

  private var tooDeep: ReadError {
    ReadError(
      found: "nesting deeper than \(Scanner.depthLimit)",
      expected: "at most \(Scanner.depthLimit) levels", offset: index)
  }

  @inline(__always)
  private mutating func key() throws(ReadError) {
    guard bytes[index] == UInt8(ascii: "\"") else { throw error(expected: "a key in quotes") }
    let start = index + 1
    let flags = try string()
    keyStart = UInt32(truncatingIfNeeded: start)
    keyEnd = UInt32(truncatingIfNeeded: index - 1)
    keyFlags = flags.contains(.escaped) ? [.hasKey, .keyEscaped] : .hasKey
    skipSpace()
    guard bytes[index] == UInt8(ascii: ":") else { throw error(expected: "a colon") }
    index += 1
  }

  @inline(__always)
  mutating func skipSpace() {
    while bytes[index] <= 0x20 {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func word(_ spelled: StaticString, _ kind: Token.Kind) throws(ReadError) {
    let start = index
    for offset in 0..<spelled.utf8CodeUnitCount {
      guard bytes[index] == spelled.utf8Start[offset] else { throw error(expected: "\(spelled)") }
      index += 1
    }
    try add(kind, start, index, [])
  }

  private mutating func number() throws(ReadError) {
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    if bytes[index] == UInt8(ascii: "0") {
      index += 1
      if isDigit(bytes[index]) { throw error(expected: "no digit after a leading zero") }
    } else {
      try digits()
    }
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(ReadError) {
    guard isDigit(bytes[index]) else { throw error(expected: "a digit") }
    repeat { index += 1 } while isDigit(bytes[index])
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// What stands at the index, for people.
  func error(expected: String) -> ReadError {
    ReadError(found: found, expected: expected, offset: index)
  }

  private var found: String {
    if index >= end { return "the end of the input" }
    let byte = bytes[index]
    if byte >= 0x21, byte < 0x7F { return "`\(Character(UnicodeScalar(byte)))`" }
    let hex = String(byte, radix: 16, uppercase: true)
    return "the byte 0x\(byte < 16 ? "0" : "")\(hex)"
  }
}

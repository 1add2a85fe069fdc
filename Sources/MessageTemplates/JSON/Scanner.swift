/// Turns the bytes of one JSON text (RFC 8259) into tokens.
///
/// A struct with mutating methods, all of them inlined into the one loop: its state then stays in
/// registers. What is rare stands in functions of its own, which get what they need.
/// The caller guarantees sixteen zero bytes after `end`, so that a word is loaded without a bounds
/// check of its own; a zero byte is valid nowhere in JSON and ends every loop.
/// Tokens go into room of the caller's; ``Stop/Reason/full`` says that there was too little of it.
struct Scanner {
  /// How deep arrays and objects may nest.
  static let depthLimit = 512

  private let bytes: UnsafePointer<UInt8>
  private let end: Int
  private var index: Int
  /// How many tokens there are, those before the document with them.
  private(set) var count: Int
  private(set) var hasLoneSurrogates = false
  /// The first token of all; those of the document stand behind the ones that are there.
  private let tokens: UnsafeMutablePointer<Token>
  private let limit: Int
  /// The innermost open container; its token's `next` names the one around it.
  private var open: Int32 = -1
  private var isInObject = false
  private var depth = 0
  private var keyStart: UInt32 = 0
  private var keyEnd: UInt32 = 0
  private var keyFlags: Token.Flags = []

  @inline(__always)
  init(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int,
    into tokens: UnsafeMutablePointer<Token>, behind count: Int, limit: Int
  ) {
    self.bytes = bytes
    self.index = start
    self.end = end
    self.tokens = tokens
    self.count = count
    self.limit = limit
  }

  /// One value and nothing but space around it.
  @inline(__always)
  mutating func document() throws(Stop) {
    repeat {
      skipSpace()
      if try opensContainer() { continue }
      if try closesContainers() { break }
    } while true
    skipSpace()
    if index < end { throw Stop(.rest, at: index) }
  }

  /// Reads a scalar or opens a container; true when a value must follow inside the container.
  @inline(__always)
  private mutating func opensContainer() throws(Stop) -> Bool {
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "\""):
      let flags = try string()
      try add(.string, start &+ 1, index &- 1, flags)
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
      index = try Scanner.number(bytes, start)
      try add(.number, start, index, [])
    case UInt8(ascii: "t"): try word("true", .yes)
    case UInt8(ascii: "f"): try word("false", .no)
    case UInt8(ascii: "n"): try word("null", .null)
    default: throw Stop(.value, at: index)
    }
    return false
  }

  /// Closes what ends here; true at the end of the outermost value.
  @inline(__always)
  private mutating func closesContainers() throws(Stop) -> Bool {
    while open >= 0 {
      skipSpace()
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") {
        index &+= 1
        if isInObject {
          skipSpace()
          try key()
        }
        return false
      }
      guard byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
        throw Stop(isInObject ? .commaOrBrace : .commaOrBracket, at: index)
      }
      pop()
    }
    return true
  }

  @inline(__always)
  private mutating func push(_ kind: Token.Kind) throws(Stop) {
    guard depth < Scanner.depthLimit else { throw Stop(.depth, at: index) }
    let around = open
    depth &+= 1
    try add(kind, index, index, [])
    open = Int32(truncatingIfNeeded: count &- 1)
    tokens[count &- 1].next = around
    isInObject = kind == .object
    index &+= 1
  }

  @inline(__always)
  private mutating func pop() {
    let container = tokens + Int(open)
    index &+= 1
    depth &-= 1
    open = container.pointee.next
    container.pointee.end = UInt32(truncatingIfNeeded: index)
    container.pointee.next = Int32(truncatingIfNeeded: count)
    isInObject = open >= 0 && tokens[Int(open)].kind == .object
  }

  @inline(__always)
  private mutating func add(
    _ kind: Token.Kind, _ start: Int, _ end: Int, _ flags: Token.Flags
  ) throws(Stop) {
    guard count < limit else { throw Stop(.full, at: index) }
    (tokens + count).initialize(
      to: Token(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: Int32(truncatingIfNeeded: count &+ 1), keyStart: keyStart, keyEnd: keyEnd,
        kind: kind, flags: flags.union(keyFlags)))
    count &+= 1
    keyFlags = []
    keyStart = 0
    keyEnd = 0
  }

  @inline(__always)
  private mutating func key() throws(Stop) {
    guard bytes[index] == UInt8(ascii: "\"") else { throw Stop(.key, at: index) }
    keyStart = UInt32(truncatingIfNeeded: index &+ 1)
    let flags = try string()
    keyEnd = UInt32(truncatingIfNeeded: index &- 1)
    keyFlags = flags.contains(.escaped) ? [.hasKey, .keyEscaped] : .hasKey
    skipSpace()
    guard bytes[index] == UInt8(ascii: ":") else { throw Stop(.colon, at: index) }
    index &+= 1
  }

  /// Reads a string from its opening to behind its closing quotation mark.
  @inline(__always)
  private mutating func string() throws(Stop) -> Token.Flags {
    let (end, flags) = try Scanner.string(bytes, index &+ 1)
    if flags.contains(.loneSurrogate) { hasLoneSurrogates = true }
    index = end &+ 1
    return flags
  }

  @inline(__always)
  private mutating func skipSpace() {
    while bytes[index] <= 0x20 {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index &+= 1
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func word(_ spelled: StaticString, _ kind: Token.Kind) throws(Stop) {
    let start = index
    for offset in 0..<spelled.utf8CodeUnitCount {
      guard bytes[index] == spelled.utf8Start[offset] else {
        throw Stop(.word(kind), at: index)
      }
      index &+= 1
    }
    try add(kind, start, index, [])
  }
}

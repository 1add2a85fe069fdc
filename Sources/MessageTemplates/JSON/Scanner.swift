internal import CBytes

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
  /// The token of the next value, which has its key already.
  private var next: UnsafeMutablePointer<Token>
  private let limit: Int
  /// The innermost open container; its token's `next` names the one around it.
  private var open: Int32 = -1
  /// What closes it; an object's members have keys.
  private var closing = UInt8(ascii: "]")
  private var depth = 0

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
    next = tokens + count
  }

  /// One value and nothing but space around it.
  @inline(__always)
  mutating func document() throws(Stop) {
    repeat {
      if closing == UInt8(ascii: "}") { try key() } else { try begin() }
      if stands(UInt8(ascii: "\"")) {
        let start = index &+ 1
        let flags = try string()
        if !flags.isEmpty { next.pointee.flags.formUnion(flags) }
        finish(.string, start, index &- 1)
      } else if try opens() {
        continue
      }
      try closeContainers()
    } while open >= 0
    skipSpace()
    if index < end { throw Stop(.rest, at: index) }
  }

  /// Reads what is no string; true where a container opens and something is in it.
  @inline(__always)
  private mutating func opens() throws(Stop) -> Bool {
    let start = index
    switch bytes[start] {
    case UInt8(ascii: "{"):
      try push(.object, UInt8(ascii: "}"))
      if !stands(closing) { return true }
      pop()
    case UInt8(ascii: "["):
      try push(.array, UInt8(ascii: "]"))
      if !stands(closing) { return true }
      pop()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      index = try Scanner.number(bytes, start)
      finish(.number, start, index)
    default:
      let (kind, end) = try Scanner.word(bytes, start)
      index = end
      finish(kind, start, end)
    }
    return false
  }

  /// Closes what ends here, up to the comma before another value.
  @inline(__always)
  private mutating func closeContainers() throws(Stop) {
    while open >= 0 {
      if stands(UInt8(ascii: ",")) {
        index &+= 1
        return
      }
      guard bytes[index] == closing else {
        throw Stop(
          closing == UInt8(ascii: "}") ? .commaOrBrace : .commaOrBracket, at: index)
      }
      pop()
    }
  }

  @inline(__always)
  private mutating func push(_ kind: Token.Kind, _ closing: UInt8) throws(Stop) {
    guard depth < Scanner.depthLimit else { throw Stop(.depth, at: index) }
    let around = open
    depth &+= 1
    open = Int32(truncatingIfNeeded: count)
    finish(kind, index, index)
    (next - 1).pointee.next = around
    self.closing = closing
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
    let isInObject = open >= 0 && tokens[Int(open)].kind == .object
    closing = isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
  }

  /// Begins a value that has no key.
  @inline(__always)
  private mutating func begin() throws(Stop) {
    guard count < limit else { throw Stop(.full, at: index) }
    next.pointee.keyStart = 0
    next.pointee.keyEnd = 0
    next.pointee.flags = []
  }

  /// Begins a member: reads its key.
  @inline(__always)
  private mutating func key() throws(Stop) {
    guard stands(UInt8(ascii: "\"")) else { throw Stop(.key, at: index) }
    guard count < limit else { throw Stop(.full, at: index) }
    next.pointee.keyStart = UInt32(truncatingIfNeeded: index &+ 1)
    let flags = try string()
    next.pointee.keyEnd = UInt32(truncatingIfNeeded: index &- 1)
    next.pointee.flags = flags.contains(.escaped) ? [.hasKey, .keyEscaped] : .hasKey
    guard stands(UInt8(ascii: ":")) else { throw Stop(.colon, at: index) }
    index &+= 1
  }

  /// Ends a value that was begun.
  @inline(__always)
  private mutating func finish(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    count &+= 1
    next.pointee.start = UInt32(truncatingIfNeeded: start)
    next.pointee.end = UInt32(truncatingIfNeeded: end)
    next.pointee.next = Int32(truncatingIfNeeded: count)
    next.pointee.kind = kind
    next += 1
  }

  /// Reads a string from its opening to behind its closing quotation mark.
  @inline(__always)
  private mutating func string() throws(Stop) -> Token.Flags {
    let end = bytes_find_string_end(bytes, index &+ 1)
    if bytes[end] == UInt8(ascii: "\"") {
      index = end &+ 1
      return []
    }
    let (wideEnd, flags) = try Scanner.wideString(bytes, end)
    if flags.contains(.loneSurrogate) { hasLoneSurrogates = true }
    index = wideEnd &+ 1
    return flags
  }

  /// Whether a byte stands next, behind white space; most documents have none between their values.
  @inline(__always)
  private mutating func stands(_ byte: UInt8) -> Bool {
    if bytes[index] == byte { return true }
    skipSpace()
    return bytes[index] == byte
  }

  @inline(__always)
  private mutating func skipSpace() {
    if bytes[index] <= 0x20 { index = Scanner.behindSpace(bytes, index) }
  }
}

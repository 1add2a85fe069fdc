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
  private var isInObject = false
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
    while true {
      skipSpace()
      if isInObject { try key() } else { try begin() }
      let start = index
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let flags = try string()
        if !flags.isEmpty { next.pointee.flags.formUnion(flags) }
        finish(.string, start &+ 1, index &- 1)
      case UInt8(ascii: "{"):
        if try opens(.object, UInt8(ascii: "}")) { continue }
      case UInt8(ascii: "["):
        if try opens(.array, UInt8(ascii: "]")) { continue }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        index = try Scanner.number(bytes, start)
        finish(.number, start, index)
      default:
        let (kind, end) = try Scanner.word(bytes, start)
        index = end
        finish(kind, start, end)
      }
      if try closesContainers() { break }
    }
    skipSpace()
    if index < end { throw Stop(.rest, at: index) }
  }

  /// Opens a container; false where nothing is in it and it is closed again.
  @inline(__always)
  private mutating func opens(_ kind: Token.Kind, _ closing: UInt8) throws(Stop) -> Bool {
    try push(kind)
    skipSpace()
    if bytes[index] != closing { return true }
    pop()
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
    open = Int32(truncatingIfNeeded: count)
    finish(kind, index, index)
    (next - 1).pointee.next = around
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
    guard bytes[index] == UInt8(ascii: "\"") else { throw Stop(.key, at: index) }
    guard count < limit else { throw Stop(.full, at: index) }
    let start = index &+ 1
    let flags = try string()
    next.pointee.keyStart = UInt32(truncatingIfNeeded: start)
    next.pointee.keyEnd = UInt32(truncatingIfNeeded: index &- 1)
    next.pointee.flags = flags.contains(.escaped) ? [.hasKey, .keyEscaped] : .hasKey
    skipSpace()
    guard bytes[index] == UInt8(ascii: ":") else { throw Stop(.colon, at: index) }
    index &+= 1
    skipSpace()
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
    let (end, flags) = try Scanner.string(bytes, index &+ 1)
    if !flags.isEmpty, flags.contains(.loneSurrogate) { hasLoneSurrogates = true }
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
}

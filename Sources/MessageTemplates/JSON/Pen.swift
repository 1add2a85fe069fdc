internal import CBytes

/// Writes bytes into room that was reserved for them.
struct Pen {
  /// Where the next byte goes.
  private(set) var next: UnsafeMutablePointer<UInt8>

  init(_ start: UnsafeMutablePointer<UInt8>) { next = start }

  /// How much room a text needs at most: a byte takes six, `\u001f`, and there are the quotation
  /// marks.
  @inline(__always)
  static func room(for text: UnsafeBufferPointer<UInt8>) -> Int { text.count &* 6 &+ 2 }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    next.initialize(to: byte)
    next += 1
  }

  /// A word that needs no escape.
  @inline(__always)
  mutating func write(_ word: StaticString) {
    next.initialize(from: word.utf8Start, count: word.utf8CodeUnitCount)
    next += word.utf8CodeUnitCount
  }

  /// A word that needs no escape, in quotation marks.
  @inline(__always)
  mutating func write(quoted word: StaticString) {
    write(UInt8(ascii: "\""))
    write(word)
    write(UInt8(ascii: "\""))
  }

  /// A key that needs no escape, and its colon.
  @inline(__always)
  mutating func write(key: StaticString) {
    write(quoted: key)
    write(UInt8(ascii: ":"))
  }

  /// A text in quotation marks, with the shortest escapes.
  @inline(__always)
  mutating func write(quoted text: UnsafeBufferPointer<UInt8>) {
    write(UInt8(ascii: "\""))
    if let base = text.baseAddress { next = bytes_copy_escaped(next, base, text.count) }
    write(UInt8(ascii: "\""))
  }
}

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
    bytes_copy_short(next, word.utf8Start, word.utf8CodeUnitCount)
    next += word.utf8CodeUnitCount
  }

  /// A run of bytes.
  @inline(__always)
  mutating func write(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    next.initialize(from: start, count: run.count)
    next += run.count
  }

  /// A number in decimal digits; twenty bytes are enough for any.
  @inline(__always)
  mutating func write(decimal value: Int) {
    if value < 0 { write(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var unit = rest
    while unit > 9 {
      unit /= 10
      next += 1
    }
    next += 1
    var place = next
    repeat {
      place -= 1
      place.initialize(to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
  }

  /// A text within quotation marks, with the shortest escapes.
  @inline(__always)
  mutating func write(escaped text: UnsafeBufferPointer<UInt8>) {
    if let base = text.baseAddress { next = bytes_copy_escaped(next, base, text.count) }
  }

  /// A byte within quotation marks, which takes six at most.
  @inline(__always)
  mutating func write(escaped byte: UInt8) { next = bytes_put_escaped(next, byte) }

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
    write(escaped: text)
    write(UInt8(ascii: "\""))
  }
}

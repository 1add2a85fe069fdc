internal import CBytes

/// Texts that come from a document and go into another one.
extension Pen {
  /// Writes a stretch of a text within quotation marks, with the shortest escapes.
  ///
  /// Six times the stretch must fit, and sixteen bytes more.
  ///
  /// - Returns: Where the stretch ends; behind `end` if an escape stands there.
  mutating func write(_ text: SpelledText, from start: Int, to end: Int) -> Int {
    let bytes = text.bytes
    guard text.isEscaped else {
      write(escaped: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      return end
    }
    var index = start
    while index < end {
      let stop = bytes.firstIndex(of: UInt8(ascii: "\\"), from: index, to: end)
      write(UnsafeBufferPointer(rebasing: bytes[index..<stop]))
      index = stop
      if index < end { index = write(escapeAt: index, of: bytes) }
    }
    return index
  }

  /// Writes what an escape means; where the text goes on behind it.
  @inline(never)
  private mutating func write(escapeAt start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard start + 1 < bytes.count else { return bytes.count }
    let letter = bytes[start + 1]
    var index = start + 2
    switch letter {
    case UInt8(ascii: "u"):
      let scalar = unicode(bytes, &index)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        write(escaped: byte)
      }
    case UInt8(ascii: "/"): write(letter)
    default:
      write(UInt8(ascii: "\\"))
      write(letter)
    }
    return index
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first in a stretch; its end for none.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
    guard let base = baseAddress else { return end }
    return bytes_find(base, start, end, byte)
  }
}

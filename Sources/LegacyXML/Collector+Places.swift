import CBytes
import CLibXML2

/// Where things stand, in the source that is held.
extension Collector {
  /// Where libxml2 stands.
  @inline(__always)
  var cursor: Int {
    guard let input else { return 0 }
    let offset = Int(bitPattern: input.pointee.cur) &- Int(bitPattern: input.pointee.base)
    return Int(bitPattern: input.pointee.consumed) &+ offset &- dropped
  }

  /// Where a byte of libxml2's buffer stands; -1 for one that is elsewhere.
  ///
  /// The buffer holds the source as it is, in UTF-8.
  @inline(__always)
  func index(of byte: UnsafePointer<UInt8>) -> Int {
    guard let input, let base = input.pointee.base, byte >= base, byte < input.pointee.end
    else { return -1 }
    return Int(bitPattern: input.pointee.consumed) &+ (byte - base) &- dropped
  }

  /// Whether some bytes stand in the source at an index.
  func holds(_ bytes: UnsafePointer<UInt8>, _ count: Int, at index: Int) -> Bool {
    guard index >= 0, index + count <= source.count else { return false }
    return memcmp(source.start + index, bytes, count) == 0
  }

  /// Line and column of a byte.
  func location(at index: Int) -> (line: Int, column: Int) {
    let end = min(max(index, 0), source.count)
    let breaks = bytes_count(source.start, 0, end, 0x0A)
    if breaks == 0 { return (line, end + column) }
    return (line + breaks, end - lineStart(before: end) + 1)
  }

  /// The column of a byte, from 1, in UTF-16 code units.
  func unitColumn(at index: Int) -> Int {
    let start = lineStart(before: index)
    var units = start == 0 ? unitColumn : 1
    for position in start..<index {
      let byte = source.start[position]
      units &+= byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
    return units
  }

  /// Where the line of a byte begins; 0 where that is before all that is held.
  private func lineStart(before end: Int) -> Int {
    var start = end
    while start > 0, source.start[start - 1] != 0x0A { start -= 1 }
    return start
  }
}

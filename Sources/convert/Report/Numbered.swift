/// Bytes in which templates' places in their file stand, as far as they were known when written.
///
/// A block of lines is converted before it is known whether a line in an earlier block held a list.
struct Numbered: Sendable {
  var bytes: [UInt8] = []
  /// Where a place stands, and which.
  private var indices: [(range: Range<Int>, value: Int)] = []

  /// Makes room for so many bytes at once.
  mutating func reserve(_ count: Int) {
    if count > 0 { bytes.reserveCapacity(count) }
  }

  /// Forgets all, and keeps the memory.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    indices.removeAll(keepingCapacity: true)
  }

  /// Adds bytes in which one place stands, if any.
  mutating func append(_ other: UnsafeBufferPointer<UInt8>, index: Range<Int>?, value: Int) {
    let start = bytes.count
    bytes.append(contentsOf: other)
    if let index {
      indices.append((start + index.lowerBound..<start + index.upperBound, value))
    }
  }

  /// Adds bytes with their places.
  mutating func append(_ other: Numbered) {
    let start = bytes.count
    bytes += other.bytes
    for (range, value) in other.indices {
      indices.append((start + range.lowerBound..<start + range.upperBound, value))
    }
  }

  /// The bytes with every place moved on.
  func moved(by distance: Int) -> [UInt8] {
    if distance == 0 || indices.isEmpty { return bytes }
    var result: [UInt8] = []
    var start = 0
    for (range, value) in indices {
      result += bytes[start..<range.lowerBound]
      result += String(value + distance).utf8
      start = range.upperBound
    }
    return result + bytes[start...]
  }
}

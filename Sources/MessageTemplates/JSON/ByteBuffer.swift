/// Bytes that are written, cut off and written again, in memory that is kept.
struct ByteBuffer: Sendable {
  /// The memory; what stands behind ``count`` is of no meaning.
  private var room: [UInt8] = []
  private(set) var count = 0

  init() {}

  /// Cuts off what stands behind a place.
  @inline(__always)
  mutating func cut(to count: Int) { self.count = count }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == room.count { grow(by: 1) }
    room[count] = byte
    count += 1
  }

  /// Adds a run of bytes.
  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let source = run.baseAddress else { return }
    if run.count > room.count - count { grow(by: run.count) }
    room.withUnsafeMutableBufferPointer { room in
      guard let base = room.baseAddress else { return }
      (base + count).update(from: source, count: run.count)
    }
    count += run.count
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Makes room for so many bytes.
  mutating func reserve(_ count: Int) {
    if count > room.count { grow(by: count - self.count) }
  }

  private mutating func grow(by more: Int) {
    let size = max(64, 2 * room.count, count + more)
    room.append(contentsOf: repeatElement(0, count: size - room.count))
  }

  subscript(index: Int) -> UInt8 { room[index] }

  /// Calls with a stretch of the bytes.
  @inline(__always)
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Calls with all bytes.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes(0..<count, body)
  }

  func string(_ range: Range<Int>) -> String {
    withBytes(range) { String(decoding: $0, as: UTF8.self) }
  }
}

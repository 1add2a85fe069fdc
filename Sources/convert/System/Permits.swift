/// So many permits, and threads that wait for one: the bytes in a pipe.
struct Permits: Sendable {
  private let reading: Int32
  private let writing: Int32

  /// Makes a number of permits; nil where the system has no pipe to give.
  init?(_ count: Int) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    give(count)
  }

  /// Waits for a permit and takes it.
  func take() {
    var bytes: [UInt8] = []
    _ = try? File.read(reading, atMost: 1, onto: &bytes)
  }

  /// Gives permits back.
  func give(_ count: Int) {
    if count > 0 {
      try? File.write([UInt8](repeating: 0, count: count), to: writing, named: "")
    }
  }
}

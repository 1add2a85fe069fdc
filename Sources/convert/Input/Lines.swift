import MessageTemplates

/// Lines, and whether bytes hold a document on each.
extension [UInt8] {
  /// How many lines end here.
  var newlines: Int { Memory.count(0x0A, in: self) }

  /// Where the first line that is not blank stands.
  private var firstLine: Range<Int>? {
    guard let start = firstIndex(where: { $0 > 0x20 }) else { return nil }
    return start..<(self[start...].firstIndex(of: 0x0A) ?? count)
  }

  /// Where something stands behind the first line.
  var secondLine: Int? {
    guard let first = firstLine else { return nil }
    return self[first.upperBound...].firstIndex { $0 > 0x20 }
  }

  /// Whether a second value stands behind the first, which ends with its line.
  var holdsLines: Bool {
    guard let first = firstLine, secondLine != nil else { return false }
    let last = self[first].last { $0 > 0x20 }
    // A document laid out for people ends its first line with none of these.
    guard last == UInt8(ascii: "}") || last == UInt8(ascii: "]") else { return false }
    return (try? JSONValue(reading: span.extracting(first))) != nil
  }

  /// Calls with each line, without its end; what stands behind the last end is a line too.
  func eachLine(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < count {
      let end = Memory.find(0x0A, in: self, from: start) ?? count
      body(start..<end)
      start = end + 1
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether there is nothing but white space.
  var isBlank: Bool { !contains { $0 > 0x20 } }
}

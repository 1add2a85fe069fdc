/// What is written into room that was reserved.
extension OutputSpan<UInt8> {
  /// Adds what is JSON already.
  @inline(__always)
  mutating func literal(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a number in decimal digits; twenty bytes are enough for any.
  mutating func decimal(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    while value.magnitude / unit > 9 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(value.magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Adds a string, which takes six times its bytes at most, and its marks.
  @inline(__always)
  mutating func quoted(_ text: UnsafeBufferPointer<UInt8>) {
    precondition(Pen.room(for: text) <= freeCapacity, "the room was reserved")
    withUnsafeMutableBufferPointer { room, count in
      guard let base = room.baseAddress else { return }
      var pen = Pen(base + count)
      pen.write(quoted: text)
      count = pen.next - base
    }
  }

  /// Adds a run of bytes, for which there is room.
  @inline(__always)
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    precondition(run.count <= freeCapacity, "the room was reserved")
    guard let source = run.baseAddress else { return }
    withUnsafeMutableBufferPointer { room, count in
      guard let base = room.baseAddress else { return }
      (base + count).initialize(from: source, count: run.count)
      count += run.count
    }
  }

  /// Adds an array of strings, each a range of some bytes.
  mutating func quoted(_ texts: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>) {
    var mark = UInt8(ascii: "[")
    for text in texts {
      append(mark)
      quoted(UnsafeBufferPointer(rebasing: bytes[text]))
      mark = UInt8(ascii: ",")
    }
    if texts.isEmpty { append(mark) }
    append(UInt8(ascii: "]"))
  }
}

extension Output {
  /// Adds a member.
  mutating func string(_ key: StaticString, _ text: UnsafeBufferPointer<UInt8>) {
    add(key, at: .nowhere, room: Pen.room(for: text)) { $0.write(quoted: text) }
  }
}

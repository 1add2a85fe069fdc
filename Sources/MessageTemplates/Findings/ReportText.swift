/// A report that is being printed, and who takes what is there of a long one.
struct ReportText: ~Copyable {
  /// Takes bytes of a report that goes on, and where the index stands, at first among them; false if
  /// it does not want to.
  typealias Spill = (_ bytes: UnsafeBufferPointer<UInt8>, _ index: Range<Int>) -> Bool

  private var memory = Scratch<UInt8>()
  /// Where in the report the template's place in its file stands.
  var index = 0..<0
  /// How much is kept before it is handed on, and how much of a text is written at once.
  private static let limit = 1 << 16
  private static let piece = 1 << 14

  var count: Int { memory.count }
  /// What is there, until more is written.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(memory.values) }

  mutating func removeAll() { memory.removeAll() }

  /// Whether it has more memory than most reports need.
  var isLarge: Bool { memory.capacity > 4 * ReportText.limit }

  /// Writes into room that is enough.
  @inline(__always)
  mutating func write(atMost room: Int, _ body: (inout Pen) -> Void) {
    var pen = Pen(memory.room(for: room))
    body(&pen)
    memory.take(to: pen.next)
  }

  /// What was written since, but for the quotation mark at the end, as far as it is still here.
  @inline(__always)
  func text(from start: Int) -> Range<Int> { min(start, max(count - 1, 0))..<max(count - 1, 0) }

  /// Writes what needs no escape.
  @inline(__always)
  mutating func write(_ literal: StaticString) {
    write(atMost: literal.utf8CodeUnitCount) { $0.write(literal) }
  }

  /// Writes a text within its quotation marks.
  mutating func write(escaped text: String) {
    var text = text
    text.withUTF8 { text in
      write(atMost: Pen.room(for: text)) { $0.write(escaped: text) }
    }
  }

  /// Writes a member; its key stands there with all that leads to the text.
  mutating func write(member key: StaticString, _ value: String) {
    write(key)
    write(escaped: value)
    write("\"")
  }

  /// Ends an array whose elements were each followed by a comma.
  @inline(__always)
  mutating func closeArray() {
    if memory.last == UInt8(ascii: ",") { memory.removeAll(from: memory.count - 1) }
    write(atMost: 1) { $0.write(UInt8(ascii: "]")) }
  }

  /// Writes a text of a document with what stands around it, a long one piece by piece.
  @inline(__always)
  mutating func write(
    _ lead: StaticString, _ text: SpelledText, _ trail: StaticString, _ spill: Spill
  ) {
    if text.bytes.count > ReportText.piece {
      write(lead)
      write(long: text, spill)
      return write(trail)
    }
    let around = lead.utf8CodeUnitCount + trail.utf8CodeUnitCount
    write(atMost: around + text.bytes.count * 6 + 16) {
      $0.write(lead)
      _ = $0.write(text, from: 0, to: text.bytes.count)
      $0.write(trail)
    }
  }

  @inline(never)
  private mutating func write(long text: SpelledText, _ spill: Spill) {
    var start = 0
    while start < text.bytes.count {
      let end = min(start + ReportText.piece, text.bytes.count)
      write(atMost: (end - start) * 6 + 16) { start = $0.write(text, from: start, to: end) }
      rest(spill)
    }
  }

  /// Hands on what is there if it is much.
  @inline(__always)
  mutating func rest(_ spill: Spill) {
    if memory.count > ReportText.limit { hand(on: spill) }
  }

  @inline(never)
  private mutating func hand(on spill: Spill) {
    if spill(bytes, index) { memory.removeAll() }
  }
}

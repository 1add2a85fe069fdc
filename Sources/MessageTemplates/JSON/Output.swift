/// A JSON document under construction.
///
/// Compact, in the order of the calls, with the shortest escapes.
/// Each value that comes from the source notes where it landed.
struct Output: Sendable {
  /// A value of the source, and where in the output it begins.
  struct Landing: Sendable {
    var place: Place
    var offset: UInt32
    /// Behind the beginning of the text that holds the document the offset is into; 0 for none.
    var inside: UInt32 = 0
    /// Whether all that stands within the value landed with it.
    var isWhole = false
  }

  private(set) var bytes: [UInt8] = []
  private(set) var landings: [Landing] = []
  private var needsComma = false

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    landings.removeAll(keepingCapacity: true)
    needsComma = false
  }

  mutating func land(_ place: Place) {
    guard place.exists else { return }
    landings.append(Landing(place: place, offset: UInt32(truncatingIfNeeded: bytes.count)))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// A member kept from the source, with all that stands within it.
  mutating func kept(_ kept: Kept) {
    if let key = kept.key { begin(named: key) } else { separate() }
    if kept.place.exists {
      let offset = UInt32(truncatingIfNeeded: bytes.count)
      landings.append(Landing(place: kept.place, offset: offset, isWhole: true))
    }
    bytes.append(contentsOf: kept.json.utf8)
  }

  /// A document as text that holds JSON.
  mutating func embedded(_ key: StaticString, _ document: Output) {
    begin(key)
    let start = UInt32(truncatingIfNeeded: bytes.count)
    quote(String(decoding: document.bytes, as: UTF8.self))
    for landing in document.landings {
      landings.append(
        Landing(
          place: landing.place, offset: landing.offset, inside: start + 1,
          isWhole: landing.isWhole))
    }
  }

  /// Begins an object, as a member or an element.
  mutating func beginObject(_ key: StaticString? = nil, at place: Place = .nowhere) {
    begin(key)
    land(place)
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func beginArray(_ key: StaticString? = nil, at place: Place = .nowhere) {
    begin(key)
    land(place)
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Begins a value: the comma before it and its key, which needs no escape.
  @inline(__always)
  mutating func begin(_ key: StaticString?) {
    separate()
    guard let key else { return }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Begins a value whose key is known at run time only.
  mutating func begin(named key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A value spelled already: a number, true, null, or a whole JSON text.
  mutating func spelled(_ text: some Sequence<UInt8>, at place: Place = .nowhere) {
    land(place)
    bytes.append(contentsOf: text)
  }

  mutating func string(_ text: String, at place: Place = .nowhere) {
    land(place)
    quote(text)
  }

  mutating func string(_ key: StaticString, _ text: String, at place: Place = .nowhere) {
    begin(key)
    string(text, at: place)
  }

  mutating func word(_ key: StaticString, _ text: StaticString, at place: Place = .nowhere) {
    begin(key)
    land(place)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func boolean(_ key: StaticString, _ value: Bool, at place: Place = .nowhere) {
    begin(key)
    spelled((value ? "true" : "false").utf8, at: place)
  }

  mutating func integer(_ key: StaticString, _ value: Int) {
    begin(key)
    spelled(String(value).utf8)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Where the next byte may need an escape, looking at eight at a time.
  private static func plain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return start }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= text.count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let stop =
        ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- ones &* 0x20) & ~word)
      let found = UInt64(littleEndian: stop) & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    return index
  }

  /// Copies runs without anything to escape, and escapes what stands between.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      index = Output.plain(text, from: index)
      guard index < text.count else { break }
      let byte = text[index]
      index += 1
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index - 1]))
      bytes.append(UInt8(ascii: "\\"))
      start = index
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      default:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        let low = byte & 15
        bytes.append(low < 10 ? 0x30 + low : 0x57 + low)
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }
}

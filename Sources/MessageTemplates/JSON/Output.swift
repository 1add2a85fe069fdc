internal import CBytes

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

  /// Opens an object for which ``begin(_:)`` was called.
  mutating func openObject() {
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
    guard let key else { return separate() }
    let comma = needsComma
    needsComma = true
    bytes.append(addingCapacity: key.utf8CodeUnitCount + 4) { room in
      if comma { room.append(UInt8(ascii: ",")) }
      room.append(UInt8(ascii: "\""))
      room.append(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
      room.append(UInt8(ascii: "\""))
      room.append(UInt8(ascii: ":"))
    }
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

  /// A text as an element of an array.
  mutating func element(_ text: String, at place: Place = .nowhere) {
    separate()
    string(text, at: place)
  }

  /// A piece of the document that is always the same, commas and all.
  mutating func raw(_ piece: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: piece.utf8Start, count: piece.utf8CodeUnitCount))
  }

  /// The last piece of a value that was written in pieces.
  mutating func close(_ piece: StaticString) {
    raw(piece)
    needsComma = true
  }

  /// A text behind a beginning that needs no escape.
  mutating func join(_ beginning: StaticString, _ text: Text) {
    string("\(beginning)" + text.string)
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
    bytes.append(addingCapacity: text.utf8CodeUnitCount + 2) { room in
      room.append(UInt8(ascii: "\""))
      room.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      room.append(UInt8(ascii: "\""))
    }
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
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { quote($0) }
    if isDone != nil { return }
    var text = text
    text.withUTF8 { quote($0) }
  }

  mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    let plain = Output.plain(text, from: 0)
    // A byte takes six at most: `\u001f`.
    let rest = (text.count - plain) * 6
    bytes.append(addingCapacity: plain + rest + 2) { room in
      room.append(UInt8(ascii: "\""))
      if rest == 0 { room.append(text) } else { Output.escape(text, from: plain, into: &room) }
      room.append(UInt8(ascii: "\""))
    }
  }

  /// Where the next byte needs an escape; the end where none does.
  @inline(__always)
  private static func plain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = text.baseAddress else { return text.count }
    return bytes_find_escape(base, start, text.count)
  }

  /// Copies runs without anything to escape, and escapes what stands between.
  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>, from first: Int, into room: inout OutputSpan<UInt8>
  ) {
    var start = 0
    var index = first
    while index < text.count {
      room.append(UnsafeBufferPointer(rebasing: text[start..<index]))
      room.append(UInt8(ascii: "\\"))
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): room.append(byte)
      case 0x08: room.append(UInt8(ascii: "b"))
      case 0x09: room.append(UInt8(ascii: "t"))
      case 0x0A: room.append(UInt8(ascii: "n"))
      case 0x0C: room.append(UInt8(ascii: "f"))
      case 0x0D: room.append(UInt8(ascii: "r"))
      default:
        for letter in "u00".utf8 { room.append(letter) }
        room.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        let low = byte & 15
        room.append(low < 10 ? 0x30 + low : 0x57 + low)
      }
      start = index + 1
      index = plain(text, from: start)
    }
    room.append(UnsafeBufferPointer(rebasing: text[start...]))
  }
}

extension OutputSpan<UInt8> {
  /// Adds a run of bytes, for which there is room.
  @inline(__always)
  fileprivate mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    precondition(run.count <= freeCapacity, "the room was reserved")
    guard let source = run.baseAddress else { return }
    withUnsafeMutableBufferPointer { room, count in
      guard let base = room.baseAddress else { return }
      (base + count).initialize(from: source, count: run.count)
      count += run.count
    }
  }
}

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

  private var page = Page<UInt8>(1 << 15)
  private(set) var landings = Page<Landing>(1 << 9)
  private var needsComma = false

  mutating func reset() {
    page.reset()
    landings.reset()
    needsComma = false
  }

  /// The document, compact.
  var bytes: [UInt8] { withBytes { Array($0) } }

  /// How many bytes were written.
  var count: Int { page.count }

  /// Calls with the document.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    page.withValues(body)
  }

  /// Ends the document: from now on it is only read.
  mutating func close() {
    page.close()
    landings.close()
  }

  /// The document, which is here no longer.
  mutating func taken() -> [UInt8] { page.taken() }

  mutating func land(_ place: Place) { land(place, at: page.count) }

  @inline(__always)
  private mutating func land(_ place: Place, at offset: Int) {
    if !place.exists { return }
    landings.append(Landing(place: place, offset: UInt32(truncatingIfNeeded: offset)))
  }

  /// Adds a value: the comma before it, its key, and what `write` puts into the room for it.
  @inline(__always)
  mutating func add(
    _ key: StaticString?, at place: Place, room: Int, _ write: (inout Pen) -> Void
  ) {
    let comma = needsComma
    let lead = (comma ? 1 : 0) &+ (key.map { $0.utf8CodeUnitCount &+ 3 } ?? 0)
    let start = page.count &+ lead
    needsComma = true
    append(room: lead &+ room) { pen in
      if comma { pen.write(UInt8(ascii: ",")) }
      if let key { pen.write(key: key) }
      write(&pen)
    }
    land(place, at: start)
  }

  /// Adds what `write` puts into room that is enough for it.
  @inline(__always)
  private mutating func append(room: Int, _ write: (inout Pen) -> Void) {
    if !page.hasRoom(for: room) { return turn(room, write) }
    var pen = Pen(page.next)
    write(&pen)
    page.take(to: pen.next)
  }

  /// The same where there is no room on the page.
  @inline(never)
  private mutating func turn(_ room: Int, _ write: (inout Pen) -> Void) {
    page.append(room: room) { start in
      var pen = Pen(start)
      write(&pen)
      return pen.next
    }
  }

  /// Adds bytes as they are.
  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { page.append($0) }
  }

  /// Adds a byte as it is.
  @inline(__always)
  private mutating func append(_ byte: UInt8) { page.append(byte) }

  /// A member kept from the source, with all that stands within it.
  mutating func kept(_ kept: Kept) {
    if let key = kept.key { begin(named: key) } else { begin(nil) }
    if kept.place.exists {
      let offset = UInt32(truncatingIfNeeded: page.count)
      landings.append(Landing(place: kept.place, offset: offset, isWhole: true))
    }
    append(kept.json)
  }

  /// A kept value for which ``begin(_:)`` was called.
  mutating func whole(_ kept: Kept) {
    if kept.place.exists {
      let offset = UInt32(truncatingIfNeeded: page.count)
      landings.append(Landing(place: kept.place, offset: offset, isWhole: true))
    }
    append(kept.json)
    needsComma = true
  }

  /// A document as text that holds JSON.
  mutating func embedded(_ key: StaticString, _ document: Output) {
    begin(key)
    let start = UInt32(truncatingIfNeeded: page.count)
    document.withBytes { quote($0) }
    document.landings.withValues {
      for landing in $0 {
        landings.append(
          Landing(
            place: landing.place, offset: landing.offset, inside: start + 1,
            isWhole: landing.isWhole))
      }
    }
  }

  // What writers call everywhere is there once: code that runs once a template costs more to read
  // than to run.

  /// Begins an object, as a member or an element.
  @inline(never)
  mutating func beginObject(_ key: StaticString? = nil, at place: Place = .nowhere) {
    add(key, at: place, room: 1) { $0.write(UInt8(ascii: "{")) }
    needsComma = false
  }

  /// Begins an object with members that are always the same, as an element.
  ///
  /// For example: `{"Type":"BODY"`
  @inline(never)
  mutating func beginObject(spelled piece: StaticString, at place: Place) {
    add(nil, at: place, room: piece.utf8CodeUnitCount) { $0.write(piece) }
  }

  /// Opens an object for which ``begin(_:)`` was called.
  mutating func openObject() {
    append(UInt8(ascii: "{"))
    needsComma = false
  }

  @inline(never)
  mutating func endObject() {
    append(UInt8(ascii: "}"))
    needsComma = true
  }

  @inline(never)
  mutating func beginArray(_ key: StaticString? = nil, at place: Place = .nowhere) {
    add(key, at: place, room: 1) { $0.write(UInt8(ascii: "[")) }
    needsComma = false
  }

  @inline(never)
  mutating func endArray() {
    append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Begins a value: the comma before it and its key, which needs no escape.
  mutating func begin(_ key: StaticString?) {
    add(key, at: .nowhere, room: 0) { _ in }
  }

  /// Begins a value whose key is known at run time only.
  mutating func begin(named key: String) {
    begin(nil)
    quote(key)
    append(UInt8(ascii: ":"))
  }

  /// A text whose key is another one.
  @inline(__always)
  mutating func text(named key: borrowing Text, _ text: borrowing Text) {
    let place = text.place
    key.withBytes { key in text.withBytes { member(key, $0, at: place) } }
  }

  @inline(never)
  private mutating func member(
    _ key: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, at place: Place
  ) {
    let comma = needsComma
    needsComma = true
    var offset = page.count
    append(room: Pen.room(for: key) &+ Pen.room(for: text) &+ 2) { pen in
      let start = pen.next
      if comma { pen.write(UInt8(ascii: ",")) }
      pen.write(quoted: key)
      pen.write(UInt8(ascii: ":"))
      offset &+= pen.next - start
      pen.write(quoted: text)
    }
    land(place, at: offset)
  }

  /// A value spelled already: a number, true, null, or a whole JSON text.
  mutating func spelled(_ text: some Sequence<UInt8>, at place: Place = .nowhere) {
    land(place)
    let isDone: Void? = text.withContiguousStorageIfAvailable { page.append($0) }
    if isDone == nil { for byte in text { append(byte) } }
  }

  /// A text as an element of an array.
  mutating func element(_ text: String, at place: Place = .nowhere) {
    begin(nil)
    string(text, at: place)
  }

  /// A piece of the document that is always the same, commas and all.
  mutating func raw(_ piece: StaticString) {
    append(room: piece.utf8CodeUnitCount) { $0.write(piece) }
  }

  /// The last piece of a value that was written in pieces.
  @inline(never)
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

  @inline(never)
  mutating func word(_ key: StaticString, _ text: StaticString, at place: Place = .nowhere) {
    add(key, at: place, room: text.utf8CodeUnitCount + 2) { $0.write(quoted: text) }
  }

  @inline(never)
  mutating func boolean(_ key: StaticString, _ value: Bool, at place: Place = .nowhere) {
    add(key, at: place, room: 5) { $0.write(value ? "true" as StaticString : "false") }
  }

  mutating func integer(_ key: StaticString, _ value: Int) {
    begin(key)
    append(room: 20) { $0.write(decimal: value) }
  }

  private mutating func quote(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { quote($0) }
    if isDone != nil { return }
    var text = text
    text.withUTF8 { quote($0) }
  }

  mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    append(room: Pen.room(for: text)) { $0.write(quoted: text) }
  }
}

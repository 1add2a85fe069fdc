/// Members of the model, written where they say something.
extension Output {
  @inline(__always)
  mutating func text(_ key: StaticString, _ text: Text?) {
    text.withRun { bytes, place in member(key, bytes, at: place) }
  }

  @inline(never)
  private mutating func member(
    _ key: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, at place: Place
  ) {
    add(key, at: place, room: Pen.room(for: bytes)) { $0.write(quoted: bytes) }
  }

  /// A text whose key is known at run time only.
  mutating func text(named key: String, _ text: Text) {
    begin(named: key)
    self.text(text)
  }

  /// A text as an element, or behind its key.
  mutating func text(_ text: borrowing Text) {
    land(text.place)
    text.withBytes { quote($0) }
  }

  @inline(__always)
  mutating func boolean(_ key: StaticString, _ value: Located<Bool>?) {
    if let value { boolean(key, value.value, at: value.place) }
  }

  /// A number as it was spelled; as a text where JSON has no such number.
  @inline(__always)
  mutating func number(_ key: StaticString, _ number: Number?) {
    if let number { self.number(key, number) }
  }

  @inline(never)
  private mutating func number(_ key: StaticString, _ number: Number) {
    guard number.isJSON else { return string(key, number.spelling, at: number.place) }
    begin(key)
    spelled(number.spelling.utf8, at: number.place)
  }

  /// A number where the format wants a text.
  mutating func numeral(_ key: StaticString, _ number: Number?) {
    guard let number else { return }
    string(key, number.spelling, at: number.place)
  }

  /// Texts in an array, where there are any.
  mutating func texts(_ key: StaticString, _ texts: [Text]) {
    if texts.isEmpty { return }
    beginArray(key)
    for text in texts { element(text.string, at: text.place) }
    endArray()
  }

  @inline(__always)
  mutating func kept(_ members: [Kept]) {
    if !members.isEmpty { keep(members) }
  }

  @inline(never)
  private mutating func keep(_ members: [Kept]) { for member in members { kept(member) } }
}

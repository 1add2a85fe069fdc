/// A key of a format: its place in ``Fields``.
protocol FieldKey: RawRepresentable, Sendable where RawValue == UInt8 {}

/// Leaves out of members.
///
/// Each says what it expects. A member that says nothing counts as absent; one of another type is
/// named and dropped.
extension Source {
  /// A text; a number is read as the text that spells it.
  mutating func string<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> (String, Place)? {
    guard let place = textPlace(&fields, key.rawValue) else { return nil }
    return (plain(at: place).string, place)
  }

  /// A text with its variables and, where wanted, its markup.
  @inline(__always)
  mutating func text<Key: FieldKey>(_ fields: inout Fields, _ key: Key, markup: Bool = false)
    -> Text?
  {
    fields.has(key.rawValue) ? readText(&fields, key.rawValue, markup) : nil
  }

  /// A text in which nothing is a variable.
  @inline(__always)
  mutating func plain<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Text? {
    fields.has(key.rawValue) ? readPlain(&fields, key.rawValue) : nil
  }

  private mutating func readText(_ fields: inout Fields, _ id: UInt8, _ markup: Bool) -> Text? {
    guard let place = textPlace(&fields, id) else { return nil }
    return text(at: place, markup: markup)
  }

  private mutating func readPlain(_ fields: inout Fields, _ id: UInt8) -> Text? {
    guard let place = textPlace(&fields, id) else { return nil }
    return plain(at: place)
  }

  /// The text that a string spells, or a number, with its variables.
  @inline(__always)
  func text(at place: Place, markup: Bool = false) -> Text {
    withText(at: place) {
      ownsTexts
        ? Text($0, markup: markup, at: place, in: nil)
        : arena.text($0, markup: markup, at: place)
    }
  }

  /// The text that a string spells, or a number.
  @inline(__always)
  func plain(at place: Place) -> Text {
    withText(at: place) {
      ownsTexts ? Text(plain: $0, at: place, in: nil) : arena.plain($0, at: place)
    }
  }

  /// A member's key as a text.
  func key(of member: Token) -> Text {
    if member.flags.contains(.keyEscaped) {
      return .plain(tape.key(of: member), in: ownsTexts ? nil : arena)
    }
    return tape.withBytes(member.keyRange) {
      ownsTexts ? Text(plain: $0, at: .nowhere, in: nil) : arena.plain($0, at: .nowhere)
    }
  }

  @inline(__always)
  private func withText(at place: Place, _ body: (UnsafeBufferPointer<UInt8>) -> Text) -> Text {
    let token = tape.tokens[Int(place.token)]
    if token.flags.contains(.escaped) { return withMeaning(of: token, body) }
    return tape.withBytes(token.range) { body($0) }
  }

  @inline(never)
  private func withMeaning(of token: Token, _ body: (UnsafeBufferPointer<UInt8>) -> Text) -> Text {
    tape.withBytes(token.range) { bytes in
      withUnescaped(bytes) { $0.withUnsafeBufferPointer { body($0) } }
    }
  }

  /// Takes a member that is a text, or a number that is read as one.
  @inline(__always)
  private mutating func textPlace(_ fields: inout Fields, _ id: UInt8) -> Place? {
    guard let place = fields.peek(id) else { return nil }
    let token = tape.tokens[Int(place.token)]
    let isText = token.kind == .string || token.kind == .number
    if isText, token.start != token.end { return fields.take(id) }
    if present(&fields, id) != nil { refuse(&fields, id, place, "a text") }
    return nil
  }

  /// A number, or a text that spells one.
  @inline(__always)
  mutating func number<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Number? {
    fields.has(key.rawValue) ? readNumber(&fields, key.rawValue) : nil
  }

  private mutating func readNumber(_ fields: inout Fields, _ id: UInt8) -> Number? {
    guard let place = present(&fields, id) else { return nil }
    let token = tape.tokens[Int(place.token)]
    if token.kind == .number || token.kind == .string {
      let number = Number(tape.string(place).trimmed, at: place)
      if number.value != nil {
        _ = fields.take(id)
        return number
      }
    }
    refuse(&fields, id, place, "a number")
    return nil
  }

  /// A truth value, or a text that spells one.
  @inline(__always)
  mutating func boolean<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Located<Bool>? {
    fields.has(key.rawValue) ? readBoolean(&fields, key.rawValue) : nil
  }

  private mutating func readBoolean(_ fields: inout Fields, _ id: UInt8) -> Located<Bool>? {
    guard let place = present(&fields, id) else { return nil }
    let value: Bool? =
      switch kind(place) {
      case .yes: true
      case .no: false
      case .string:
        switch tape.string(place).lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
      default: nil
      }
    guard let value else {
      refuse(&fields, id, place, "true or false")
      return nil
    }
    _ = fields.take(id)
    return Located(value, at: place)
  }

  /// An array, which may be spelled as text that holds JSON.
  mutating func array<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    container(&fields, key.rawValue, .array)
  }

  /// An object, which may be spelled as text that holds JSON.
  mutating func object<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    container(&fields, key.rawValue, .object)
  }

  /// An object whose presence says something even when it is empty.
  mutating func node<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    guard let place = fields.peek(key.rawValue), kind(place) == .object, isEmpty(place) else {
      return container(&fields, key.rawValue, .object)
    }
    return fields.take(key.rawValue)
  }

  private mutating func container(_ fields: inout Fields, _ id: UInt8, _ kind: Token.Kind)
    -> Place?
  {
    guard let member = fields.peek(id) else { return nil }
    let token = tape.tokens[Int(member.token)]
    if token.kind == kind, token.next > member.token + 1 { return fields.take(id) }
    return opened(member, &fields, id, kind)
  }

  /// A container that is spelled as text, or says nothing; what is none is named and dropped.
  @inline(never)
  private mutating func opened(
    _ member: Place, _ fields: inout Fields, _ id: UInt8, _ kind: Token.Kind
  ) -> Place? {
    if present(&fields, id) == nil { return nil }
    let place = opened(member)
    guard self.kind(place) == kind else {
      refuse(&fields, id, member, kind == .array ? "an array" : "an object")
      return nil
    }
    _ = fields.take(id)
    if place.token != member.token, isEmpty(place) { tape.fates[Int(place.token)] = .structure }
    return place
  }

  /// One of the known words; a misspelling that is known is noted.
  @inline(__always)
  mutating func word<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, in table: KeyTable
  ) -> (id: UInt8, place: Place)? {
    fields.has(key.rawValue) ? readWord(&fields, key.rawValue, in: table) : nil
  }

  private mutating func readWord(_ fields: inout Fields, _ id: UInt8, in table: KeyTable)
    -> (id: UInt8, place: Place)?
  {
    guard let place = fields.peek(id) else { return nil }
    let token = tape.tokens[Int(place.token)]
    guard token.kind == .string, token.start != token.end else {
      _ = present(&fields, id)
      return nil
    }
    let found = tape.find(token, in: table)
    guard let (word, isAlias) = found else { return nil }
    _ = fields.take(id)
    if isAlias { log.add(.spellingCorrected, at: place) }
    return (word, place)
  }

  /// Takes a word whose value the object itself tells: it shares the object's fate.
  mutating func discriminator<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, in table: KeyTable
  ) -> UInt8? {
    guard let (id, place) = word(&fields, key, in: table) else { return nil }
    tape.fates[Int(place.token)] = .structure
    return id
  }

  /// Whether an element is an object; what is not is named and dropped.
  @inline(__always)
  mutating func isObject(_ place: Place) -> Bool {
    if kind(place) == .object { return true }
    drop(place, "an object")
    return false
  }

  /// Names a value of another type than expected, which is dropped.
  @inline(never)
  private mutating func drop(_ place: Place, _ expected: String) {
    log.add(.unexpectedType, at: place, detail: expected)
    log.add(.wrongTypeDropped, at: place, detail: expected)
  }

  /// The texts of an array, or the one text that stands without its array.
  mutating func texts(_ array: Place) -> [Text] {
    var texts: [Text] = []
    var elements = elements(array)
    while let element = next(&elements) {
      switch kind(element) {
      case .string: texts.append(.plain(tape.string(element), at: element))
      case .number, .yes, .no:
        texts.append(.plain(tape.string(of: tape.tokens[Int(element.token)].range), at: element))
      case .null, .array, .object:
        drop(element, "a text")
      }
    }
    return texts
  }

  /// A member of another type than expected is named and dropped.
  @inline(never)
  private mutating func refuse(
    _ fields: inout Fields, _ id: UInt8, _ place: Place, _ expected: String
  ) {
    _ = fields.take(id)
    drop(place, expected)
  }

  /// A member that says something; one that does not is taken and shares the fate of its object.
  private mutating func present(_ fields: inout Fields, _ id: UInt8) -> Place? {
    guard let place = fields.peek(id) else { return nil }
    guard isEmpty(place) else { return place }
    _ = fields.take(id)
    tape.fates[Int(place.token)] = .structure
    return nil
  }

  /// What is left of an object's members.
  mutating func kept(_ fields: borrowing Fields) -> [Kept] {
    fields.isEmpty ? [] : fields.leftovers.map { kept($0) }
  }
}

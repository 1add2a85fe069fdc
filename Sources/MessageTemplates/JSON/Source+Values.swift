/// A key of a format: its place in ``Fields``.
protocol FieldKey: RawRepresentable, Sendable where RawValue == UInt8 {}

/// Leaves out of members.
///
/// Each says what it expects. A member that says nothing counts as absent; one of another type is
/// named and dropped.
extension Source {
  /// A text; a number is read as the text that spells it.
  mutating func string<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> (String, Place)? {
    textPlace(&fields, key).map { (plain(at: $0).string, $0) }
  }

  /// A text with its variables and, where wanted, its markup.
  mutating func text<Key: FieldKey>(_ fields: inout Fields, _ key: Key, markup: Bool = false)
    -> Text?
  {
    textPlace(&fields, key).map { text(at: $0, markup: markup) }
  }

  /// A text in which nothing is a variable.
  mutating func plain<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Text? {
    textPlace(&fields, key).map { plain(at: $0) }
  }

  /// The text that a string spells, or a number, with its variables.
  func text(at place: Place, markup: Bool = false) -> Text {
    withText(at: place) { Text($0, markup: markup, at: place, in: arena) }
  }

  /// The text that a string spells, or a number.
  func plain(at place: Place) -> Text {
    withText(at: place) { Text(plain: $0, at: place, in: arena) }
  }

  @inline(__always)
  private func withText(at place: Place, _ body: (UnsafeBufferPointer<UInt8>) -> Text) -> Text {
    let token = tape.tokens[Int(place.token)]
    return tape.withBytes(token.range) { bytes in
      if !token.flags.contains(.escaped) { return body(bytes) }
      return withUnescaped(bytes) { $0.withUnsafeBufferPointer { body($0) } }
    }
  }

  /// Takes a member that is a text, or a number that is read as one.
  @inline(__always)
  private mutating func textPlace<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    guard let place = present(&fields, key) else { return nil }
    switch kind(place) {
    case .string, .number: return fields.take(key.rawValue)
    default:
      refuse(&fields, key, place, "a text")
      return nil
    }
  }

  /// A number, or a text that spells one.
  mutating func number<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Number? {
    guard let place = present(&fields, key) else { return nil }
    let token = tape.tokens[Int(place.token)]
    if token.kind == .number || token.kind == .string {
      let number = Number(tape.string(place).trimmed, at: place)
      if number.value != nil {
        _ = fields.take(key.rawValue)
        return number
      }
    }
    refuse(&fields, key, place, "a number")
    return nil
  }

  /// A truth value, or a text that spells one.
  mutating func boolean<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Located<Bool>? {
    guard let place = present(&fields, key) else { return nil }
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
      refuse(&fields, key, place, "true or false")
      return nil
    }
    _ = fields.take(key.rawValue)
    return Located(value, at: place)
  }

  /// An array, which may be spelled as text that holds JSON.
  mutating func array<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    container(&fields, key, .array)
  }

  /// An object, which may be spelled as text that holds JSON.
  mutating func object<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    container(&fields, key, .object)
  }

  /// An object whose presence says something even when it is empty.
  mutating func node<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    guard let place = fields.peek(key.rawValue), kind(place) == .object, isEmpty(place) else {
      return container(&fields, key, .object)
    }
    return fields.take(key.rawValue)
  }

  private mutating func container<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, _ kind: Token.Kind
  ) -> Place? {
    guard let member = present(&fields, key) else { return nil }
    let place = opened(member)
    guard self.kind(place) == kind else {
      refuse(&fields, key, member, kind == .array ? "an array" : "an object")
      return nil
    }
    _ = fields.take(key.rawValue)
    if place.token != member.token, isEmpty(place) { tape.fates[Int(place.token)] = .structure }
    return place
  }

  /// One of the known words; a misspelling that is known is noted.
  mutating func word<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, in table: KeyTable
  ) -> (id: UInt8, place: Place)? {
    guard let place = present(&fields, key), kind(place) == .string else { return nil }
    let token = tape.tokens[Int(place.token)]
    let found = tape.bytes.withUnsafeBufferPointer { table.find($0, token.range) }
    guard let (id, isAlias) = found else { return nil }
    _ = fields.take(key.rawValue)
    if isAlias { log.add(.spellingCorrected, at: place) }
    return (id, place)
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
  mutating func isObject(_ place: Place) -> Bool {
    if kind(place) == .object { return true }
    log.add(.unexpectedType, at: place, detail: "an object")
    log.add(.wrongTypeDropped, at: place, detail: "an object")
    return false
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
        log.add(.unexpectedType, at: element, detail: "a text")
        log.add(.wrongTypeDropped, at: element, detail: "a text")
      }
    }
    return texts
  }

  /// A member of another type than expected is named and dropped.
  private mutating func refuse<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, _ place: Place, _ expected: String
  ) {
    _ = fields.take(key.rawValue)
    log.add(.unexpectedType, at: place, detail: expected)
    log.add(.wrongTypeDropped, at: place, detail: expected)
  }

  /// A member that says something; one that does not is taken and shares the fate of its object.
  private mutating func present<Key: FieldKey>(_ fields: inout Fields, _ key: Key) -> Place? {
    guard let place = fields.peek(key.rawValue) else { return nil }
    guard isEmpty(place) else { return place }
    _ = fields.take(key.rawValue)
    tape.fates[Int(place.token)] = .structure
    return nil
  }

  /// What is left of an object's members.
  mutating func kept(_ fields: borrowing Fields) -> [Kept] {
    let leftovers = fields.leftovers
    return leftovers.isEmpty ? [] : leftovers.map { kept($0) }
  }
}

/// Containers out of members, and what is left of an object.
extension Source {
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

  /// Whether an element is an object; what is not is named and dropped.
  @inline(__always)
  mutating func isObject(_ place: Place) -> Bool {
    if kind(place) == .object { return true }
    drop(place, "an object")
    return false
  }

  /// Names a value of another type than expected, which is dropped.
  @inline(never)
  mutating func drop(_ place: Place, _ expected: String) {
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

  /// What is left of an object's members.
  mutating func kept(_ fields: borrowing Fields) -> [Kept] {
    fields.isEmpty ? [] : fields.leftovers.map { kept($0) }
  }
}

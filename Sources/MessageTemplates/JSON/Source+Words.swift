/// Numbers, truth values and words out of members.
extension Source {
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
    guard let place = fields.peek(id) else { return nil }
    let kind = kind(place)
    if kind != .yes, kind != .no, present(&fields, id) == nil { return nil }
    let value: Bool? =
      switch kind {
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
    guard token.kind == .string, let (word, isAlias) = tape.find(token, in: table) else {
      _ = present(&fields, id)
      return nil
    }
    _ = fields.take(id)
    if isAlias { log.add(.spellingCorrected, at: place) }
    return (word, place)
  }

  /// Takes a word whose value the object itself tells: it shares the object's fate.
  @inline(__always)
  mutating func discriminator<Key: FieldKey>(
    _ fields: inout Fields, _ key: Key, in table: KeyTable
  ) -> UInt8? {
    fields.has(key.rawValue) ? readDiscriminator(&fields, key.rawValue, in: table) : nil
  }

  private mutating func readDiscriminator(
    _ fields: inout Fields, _ id: UInt8, in table: KeyTable
  ) -> UInt8? {
    guard let (id, place) = readWord(&fields, id, in: table) else { return nil }
    tape.fates[Int(place.token)] = .structure
    return id
  }
}

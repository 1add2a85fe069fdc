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

  /// Reads a text in which nothing is a variable into a place where there is none yet.
  @inline(__always)
  mutating func plain<Key: FieldKey>(_ fields: inout Fields, _ key: Key, into text: inout Text?) {
    if fields.has(key.rawValue) { text.fill(readPlain(&fields, key.rawValue)) }
  }

  // Apart, so that readers, which ask for many texts, stay small.
  @inline(never)
  private mutating func readText(_ fields: inout Fields, _ id: UInt8, _ markup: Bool) -> Text? {
    guard let place = textPlace(&fields, id) else { return nil }
    return text(at: place, markup: markup)
  }

  @inline(never)
  private mutating func readPlain(_ fields: inout Fields, _ id: UInt8) -> Text? {
    guard let place = textPlace(&fields, id) else { return nil }
    return plain(at: place)
  }

  /// The text that a string spells, or a number, with its variables.
  @inline(__always)
  func text(at place: Place, markup: Bool = false) -> Text {
    guard let run = run(at: place) else {
      return Text(tape.string(place), at: place, markup: markup)
    }
    return arena.text(kept: run, markup: markup, at: place)
  }

  /// The text that a string spells, or a number.
  @inline(__always)
  func plain(at place: Place) -> Text {
    guard let run = run(at: place) else { return .plain(tape.string(place), at: place) }
    return arena.plain(kept: run, at: place)
  }

  /// A member's key as a text.
  @inline(__always)
  func key(of member: Token) -> Text {
    if !ownsTexts, !member.flags.contains(.keyEscaped),
      let run = arena.held(member.keyStart, member.keyEnd)
    {
      return arena.plain(kept: run, at: .nowhere)
    }
    return .plain(tape.key(of: member), in: ownsTexts ? nil : arena)
  }

  /// What a scalar spells, in the arena, where it stands already unless it has escapes; nil where
  /// texts own their memory.
  @inline(__always)
  private func run(at place: Place) -> UnsafeBufferPointer<UInt8>? {
    let token = tape.tokens[Int(place.token)]
    if !token.flags.contains(.escaped), let run = arena.held(token.start, token.end) { return run }
    return copied(token)
  }

  @inline(never)
  private func copied(_ token: Token) -> UnsafeBufferPointer<UInt8>? {
    if ownsTexts { return nil }
    return tape.withBytes(token.range) {
      token.flags.contains(.escaped) ? arena.unescaped($0) : arena.keep($0)
    }
  }

  /// Takes a member that is a text, or a number that is read as one.
  @inline(__always)
  mutating func textPlace(_ fields: inout Fields, _ id: UInt8) -> Place? {
    guard let place = fields.peek(id) else { return nil }
    let token = tape.tokens[Int(place.token)]
    let isText = token.kind == .string || token.kind == .number
    if isText, token.start != token.end { return fields.take(id) }
    if present(&fields, id) != nil { refuse(&fields, id, place, "a text") }
    return nil
  }

  /// A member of another type than expected is named and dropped.
  @inline(never)
  mutating func refuse(
    _ fields: inout Fields, _ id: UInt8, _ place: Place, _ expected: String
  ) {
    _ = fields.take(id)
    drop(place, expected)
  }

  /// A member that says something; one that does not is taken and shares the fate of its object.
  mutating func present(_ fields: inout Fields, _ id: UInt8) -> Place? {
    guard let place = fields.peek(id) else { return nil }
    guard isEmpty(place) else { return place }
    _ = fields.take(id)
    tape.fates[Int(place.token)] = .structure
    return nil
  }
}

/// The members of one object, by their known keys; each is taken once.
///
/// What is left at the end stood where it means nothing, and is kept.
struct Fields: ~Copyable {
  /// How many keys a format can know.
  static let capacity = 64

  private let slots: FieldSlots
  private var present: UInt64 = 0
  /// The members whose keys are unknown; few objects have any.
  fileprivate var unknown = TokenList()

  @inline(__always)
  fileprivate init(in rooms: FieldRooms) { slots = rooms.open() }

  deinit { slots.close() }

  /// Puts a member in; false where there is one with its key.
  @inline(__always)
  fileprivate mutating func put(_ id: UInt8, _ token: Int32) -> Bool {
    if has(id) { return false }
    slots[id] = token
    present |= Fields.bit(id)
    return true
  }

  /// Puts a member in the place of an earlier one, which is returned.
  fileprivate mutating func replace(_ id: UInt8, _ token: Int32) -> Int32 {
    defer { slots[id] = token }
    return slots[id]
  }

  /// Whether a member is there and was not taken.
  @inline(__always)
  func has(_ id: UInt8) -> Bool { present & Fields.bit(id) != 0 }

  @inline(__always)
  private static func bit(_ id: UInt8) -> UInt64 { 1 &<< UInt64(id) }

  /// Looks without taking.
  @inline(__always)
  func peek(_ id: UInt8) -> Place? { has(id) ? Place(token: slots[id]) : nil }

  /// Takes a member out.
  @inline(__always)
  mutating func take(_ id: UInt8) -> Place? {
    guard has(id) else { return nil }
    present &= ~Fields.bit(id)
    return Place(token: slots[id])
  }

  /// Whether every member was taken.
  @inline(__always)
  var isEmpty: Bool { present == 0 && !hasUnknown }

  /// Whether there are members whose keys are unknown.
  @inline(__always)
  var hasUnknown: Bool { unknown.count > 0 }

  /// The members nobody took, in source order.
  var leftovers: [Place] { isEmpty ? [] : collected }

  private var collected: [Place] {
    @inline(never) get {
      var tokens = unknown.tokens
      var bits = present
      while bits != 0 {
        tokens.append(slots[UInt8(bits.trailingZeroBitCount)])
        bits &= bits - 1
      }
      return tokens.sorted().map(Place.init(token:))
    }
  }
}

extension Tape {
  /// The identifier of the word that a string spells without escapes.
  @inline(__always)
  func find(_ string: Token, in table: KeyTable) -> (id: UInt8, isAlias: Bool)? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return table.find(base + Int(string.start), Int(string.end &- string.start))
    }
  }

  /// The identifier of a member's key.
  func find(keyOf member: Token, in table: KeyTable) -> UInt8? {
    if member.flags.contains(.keyEscaped) { return table.find(key(of: member)) }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let count = Int(member.keyEnd &- member.keyStart)
      return table.find(base + Int(member.keyStart), count)?.id
    }
  }

  /// Sorts members by their keys, up to one whose key needs a second look; says where that stands.
  @inline(__always)
  fileprivate func sort(
    from start: Int32, to end: Int32, _ table: KeyTable, into fields: inout Fields
  ) -> Int32 {
    tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        guard let tokens = tokens.baseAddress, let bytes = bytes.baseAddress else { return end }
        var index = start
        while index < end {
          let member = tokens + Int(index)
          let count = Int(member.pointee.keyEnd &- member.pointee.keyStart)
          guard !member.pointee.flags.contains(.keyEscaped),
            let (id, _) = table.find(bytes + Int(member.pointee.keyStart), count),
            fields.put(id, index)
          else { break }
          index = member.pointee.next
        }
        return index
      }
    }
  }
}

extension Source {
  /// Sorts the members of an object by their keys; of equal keys the last counts.
  @inline(never)
  mutating func fields(of object: Place, _ table: KeyTable, ignoresUnknown: Bool = false)
    -> Fields
  {
    var fields = Fields(in: arena.rooms)
    let token = tape.tokens[Int(object.token)]
    guard token.kind == .object else { return fields }
    let index = tape.sort(from: object.token + 1, to: token.next, table, into: &fields)
    if index < token.next {
      sort(from: index, to: token.next, table, ignoresUnknown: ignoresUnknown, into: &fields)
    }
    return fields
  }

  /// Sorts members from one on whose key needs a second look.
  @inline(never)
  private mutating func sort(
    from start: Int32, to end: Int32, _ table: KeyTable, ignoresUnknown: Bool,
    into fields: inout Fields
  ) {
    var index = start
    while index < end {
      let member = tape.tokens[Int(index)]
      if let id = tape.find(keyOf: member, in: table) {
        if !fields.put(id, index) { dropDuplicate(fields.replace(id, index)) }
      } else if !ignoresUnknown {
        putUnknown(index, in: &fields)
      }
      index = member.next
    }
  }

  private mutating func putUnknown(_ token: Int32, in fields: inout Fields) {
    let count = fields.unknown.count
    for position in max(count - Fields.capacity, 0)..<count
    where hasSameKey(tape.tokens[Int(fields.unknown[position])], tape.tokens[Int(token)]) {
      dropDuplicate(fields.unknown.remove(at: position))
      break
    }
    fields.unknown.append(token, in: arena)
  }

  private func hasSameKey(_ a: Token, _ b: Token) -> Bool {
    if a.flags.contains(.keyEscaped) || b.flags.contains(.keyEscaped) {
      return tape.key(of: a) == tape.key(of: b)
    }
    return a.keyRange.count == b.keyRange.count
      && tape.bytes[a.keyRange].elementsEqual(tape.bytes[b.keyRange])
  }

  @inline(never)
  private mutating func dropDuplicate(_ token: Int32) {
    log.add(.duplicateKey, at: Place(token: token))
  }
}

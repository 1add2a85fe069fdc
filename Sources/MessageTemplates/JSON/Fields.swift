/// The members of one object, by their known keys; each is taken once.
///
/// What is left at the end stood where it means nothing, and is kept.
struct Fields: ~Copyable {
  /// How many keys a format can know.
  static let capacity = 64

  private var slots = InlineArray<64, Int32>(repeating: -1)
  private var present: UInt64 = 0
  fileprivate(set) var unknown: [Int32] = []

  fileprivate mutating func put(_ id: UInt8, _ token: Int32) -> Int32? {
    var slots = slots.mutableSpan
    let earlier = present & 1 << UInt64(id) != 0 ? slots[Int(id)] : nil
    slots[Int(id)] = token
    present |= 1 << UInt64(id)
    return earlier
  }

  /// Looks without taking.
  ///
  /// It mutates nothing, but a borrowed `InlineArray` would be copied to be read.
  mutating func peek(_ id: UInt8) -> Place? {
    present & 1 << UInt64(id) != 0 ? Place(token: slots.mutableSpan[Int(id)]) : nil
  }

  /// Takes a member out.
  mutating func take(_ id: UInt8) -> Place? {
    guard present & 1 << UInt64(id) != 0 else { return nil }
    present &= ~(1 << UInt64(id))
    return Place(token: slots.mutableSpan[Int(id)])
  }

  /// The members nobody took, in source order.
  var leftovers: [Place] {
    present == 0 && unknown.isEmpty ? [] : collected
  }

  private var collected: [Place] {
    @inline(never) get {
      var tokens = unknown
      var bits = present
      while bits != 0 {
        tokens.append(slots.span[bits.trailingZeroBitCount])
        bits &= bits - 1
      }
      return tokens.sorted().map(Place.init(token:))
    }
  }
}

extension Source {
  /// Sorts the members of an object by their keys; of equal keys the last counts.
  mutating func fields(of object: Place, _ table: KeyTable, ignoresUnknown: Bool = false)
    -> Fields
  {
    var fields = Fields()
    let token = tape.tokens[Int(object.token)]
    guard token.kind == .object else { return fields }
    var index = object.token + 1
    while index < token.next {
      let member = tape.tokens[Int(index)]
      let id = key(of: member, in: table)
      if ignoresUnknown, id == nil {
        index = member.next
        continue
      }
      if let id {
        if let earlier = fields.put(id, index) { dropDuplicate(earlier) }
      } else {
        dropUnknownDuplicate(&fields.unknown, of: member)
        fields.unknown.append(index)
      }
      index = member.next
    }
    return fields
  }

  @inline(__always)
  private func key(of member: Token, in table: KeyTable) -> UInt8? {
    if member.flags.contains(.keyEscaped) { return table.find(tape.key(of: member)) }
    return tape.bytes.withUnsafeBufferPointer { table.find($0, member.keyRange)?.id }
  }

  private mutating func dropUnknownDuplicate(_ unknown: inout [Int32], of member: Token) {
    for position in unknown.indices.suffix(Fields.capacity)
    where hasSameKey(tape.tokens[Int(unknown[position])], member) {
      dropDuplicate(unknown.remove(at: position))
      return
    }
  }

  private func hasSameKey(_ a: Token, _ b: Token) -> Bool {
    if a.flags.contains(.keyEscaped) || b.flags.contains(.keyEscaped) {
      return tape.key(of: a) == tape.key(of: b)
    }
    return a.keyRange.count == b.keyRange.count
      && tape.bytes[a.keyRange].elementsEqual(tape.bytes[b.keyRange])
  }

  private mutating func dropDuplicate(_ token: Int32) {
    log.add(.duplicateKey, at: Place(token: token))
  }
}

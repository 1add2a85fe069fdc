/// Looking for one member, without sorting them all.
extension Tape {
  /// The last member of an object with a key.
  func member(of object: Place, _ key: StaticString) -> Place? {
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var found: Place?
    tokens.withUnsafeBufferPointer { tokens in
      let end = tokens[Int(object.token)].next
      var index = object.token &+ 1
      while index < end {
        let member = tokens[Int(index)]
        if Int(member.keyEnd &- member.keyStart) == wanted.count, has(member, wanted) {
          found = Place(token: index)
        }
        index = member.next
      }
    }
    return found
  }

  private func has(_ member: Token, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(member.keyRange) { $0.isEqual(to: key) }
  }

  /// Whether two members of an object may have one key: escapes are not resolved for that.
  func mayRepeatKeys(of object: Place) -> Bool {
    tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        let end = tokens[Int(object.token)].next
        var index = object.token + 1
        if areClearlyApart(tokens, bytes, from: index, to: end) { return false }
        while index < end {
          let member = tokens[Int(index)]
          if member.flags.contains(.keyEscaped) { return true }
          var earlier = object.token + 1
          while earlier < index {
            let other = tokens[Int(earlier)]
            if other.hasSameKey(as: member, in: bytes) { return true }
            earlier = other.next
          }
          index = member.next
        }
        return false
      }
    }
  }

  /// Whether no two keys have the same length, first and last byte: a glance at each tells most.
  @inline(__always)
  private func areClearlyApart(
    _ tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>,
    from first: Int32, to end: Int32
  ) -> Bool {
    var seen: UInt64 = 0
    var index = first
    while index < end {
      let member = tokens[Int(index)]
      if member.flags.contains(.keyEscaped) || member.keyStart == member.keyEnd { return false }
      let looks =
        member.keyEnd &- member.keyStart
        &+ UInt32(bytes[Int(member.keyStart)]) &* 5 &+ UInt32(bytes[Int(member.keyEnd) - 1]) &* 3
      let bit: UInt64 = 1 &<< UInt64(looks & 63)
      if seen & bit != 0 { return false }
      seen |= bit
      index = member.next
    }
    return true
  }
}

extension Token {
  /// Whether the key is spelled like another one.
  @inline(__always)
  fileprivate func hasSameKey(as other: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    keyEnd &- keyStart == other.keyEnd &- other.keyStart
      && bytes[keyRange].elementsEqual(bytes[other.keyRange])
  }
}

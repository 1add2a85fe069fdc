/// Looking for one member, without sorting them all.
extension Tape {
  /// The last member of an object with a key.
  func member(of object: Place, _ key: StaticString) -> Place? {
    let end = tokens[Int(object.token)].next
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var found: Place?
    var index = object.token + 1
    tokens.withUnsafeBufferPointer { tokens in
      while index < end {
        let range = tokens[Int(index)].keyRange
        if range.count == wanted.count, bytes[range].elementsEqual(wanted) {
          found = Place(token: index)
        }
        index = tokens[Int(index)].next
      }
    }
    return found
  }

  /// Whether two members of an object may have one key: escapes are not resolved for that.
  func mayRepeatKeys(of object: Place) -> Bool {
    tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        let end = tokens[Int(object.token)].next
        var index = object.token + 1
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
}

extension Token {
  /// Whether the key is spelled like another one.
  @inline(__always)
  fileprivate func hasSameKey(as other: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    keyEnd &- keyStart == other.keyEnd &- other.keyStart
      && bytes[keyRange].elementsEqual(bytes[other.keyRange])
  }
}

/// Looking for one member, without sorting them all.
extension Tape {
  /// The last member of an object with a key.
  func member(of object: Place, _ key: StaticString) -> Place? {
    let end = tokens[Int(object.token)].next
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var found: Place?
    var index = object.token + 1
    while index < end {
      let token = tokens[Int(index)]
      if token.keyRange.count == wanted.count,
        bytes[token.keyRange].elementsEqual(wanted)
      {
        found = Place(token: index)
      }
      index = token.next
    }
    return found
  }
}

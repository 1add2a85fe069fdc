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
}

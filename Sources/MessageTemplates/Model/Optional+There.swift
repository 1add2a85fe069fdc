extension Optional {
  /// Whether there is a value; asking copies none.
  @inline(__always)
  var isThere: Bool {
    switch self {
    case .none: false
    case .some: true
    }
  }

  /// Puts a value where there is none yet.
  ///
  /// Assigning would look for what the old value has to give back; nothing has nothing.
  @inline(__always)
  mutating func fill(_ value: Wrapped?) {
    assert(!isThere, "a value would be forgotten")
    withUnsafeMutablePointer(to: &self) { $0.initialize(to: value) }
  }
}

extension Array {
  /// Removes all, and keeps the memory.
  ///
  /// One by one, which is cheap for the few that there are; `removeAll` is made for many.
  @inline(__always)
  mutating func clear() {
    while !isEmpty { removeLast() }
  }
}

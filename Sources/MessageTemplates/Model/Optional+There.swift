extension Optional {
  /// Whether there is a value; asking copies none.
  @inline(__always)
  var isThere: Bool {
    switch self {
    case .none: false
    case .some: true
    }
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

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
  @inline(__always)
  mutating func clear() {
    if !isEmpty { removeAll(keepingCapacity: true) }
  }
}

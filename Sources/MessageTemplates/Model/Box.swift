/// A large value that few nodes have, kept apart so that the nodes stay cheap to copy.
enum Box<Value: Hashable & Sendable>: Hashable, Sendable {
  case none
  indirect case some(Value)

  init(_ value: Value?) {
    if let value { self = .some(value) } else { self = .none }
  }

  /// Whether there is a value; asking copies none.
  @inline(__always)
  var isEmpty: Bool {
    switch self {
    case .none: true
    case .some: false
    }
  }

  @inline(__always)
  var value: Value? {
    switch self {
    case .none: nil
    case .some(let value): value
    }
  }
}

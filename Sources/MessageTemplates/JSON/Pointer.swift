/// From a pointer, or from a place in the bytes, to the value there.
extension Tape {
  /// The token a pointer leads to.
  func place(at pointer: String) -> Place? {
    var current: Int32 = 0
    guard !tokens.isEmpty else { return nil }
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let child = child(of: current, named: String(part)) else { return nil }
      current = child
    }
    return Place(token: current)
  }

  private func child(of parent: Int32, named name: String) -> Int32? {
    let isArray = tokens[Int(parent)].kind == .array
    guard tokens[Int(parent)].isContainer else { return nil }
    var child = parent + 1
    var index = 0
    while child < tokens[Int(parent)].next {
      let token = tokens[Int(child)]
      if isArray ? "\(index)" == name : key(of: token).pointerEscaped == name { return child }
      child = token.next
      index += 1
    }
    return nil
  }
}

extension String {
  /// A key as part of a JSON Pointer.
  var pointerEscaped: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return self
    }
    return reduce(into: "") { result, character in
      switch character {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.append(character)
      }
    }
  }
}

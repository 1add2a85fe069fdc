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

extension Tape {
  /// The token whose value begins at a byte of the document.
  func token(at offset: UInt32, from first: Int = 0) -> Place? {
    var low = first
    var high = openings.first(where: { Int($0.root) > first }).map { Int($0.root) } ?? tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].spelledRange.lowerBound < Int(offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < tokens.count, tokens[low].spelledRange.lowerBound == Int(offset) else { return nil }
    return Place(token: Int32(low))
  }

  /// The token that a value landed on.
  func token(of landing: Output.Landing) -> Place? {
    guard landing.inside > 0 else { return token(at: landing.offset) }
    guard let parent = token(at: landing.inside - 1),
      let opening = openings.first(where: { $0.parent == parent.token })
    else { return nil }
    return token(at: landing.offset + UInt32(opening.base), from: Int(opening.root))
  }
}

/// Pointers, lines and columns: computed when somebody wants to read them.
extension Tape {
  /// The JSON Pointer (RFC 6901) to a token; text that holds JSON is entered with `#`.
  func pointer(to place: Place) -> String {
    guard place.exists else { return "" }
    let target = place.token
    if let opening = openings.last(where: { $0.root <= target && target < $0.end }) {
      let hashes = String(repeating: "#", count: opening.layers)
      return pointer(to: Place(token: opening.parent)) + hashes
        + path(from: opening.root, to: target)
    }
    if let origin { return origin.path(to: target) }
    if let base, base.place.token <= target, target < tokens[Int(base.place.token)].next {
      return base.pointer + path(from: base.place.token, to: target)
    }
    return path(from: 0, to: target)
  }

  private func path(from root: Int32, to target: Int32) -> String {
    var path = ""
    var current = root
    while current < target {
      let isArray = tokens[Int(current)].kind == .array
      var child = current + 1
      var index = 0
      while tokens[Int(child)].next <= target {
        child = tokens[Int(child)].next
        index += 1
      }
      path += "/" + (isArray ? "\(index)" : key(of: tokens[Int(child)]).pointerEscaped)
      current = child
    }
    return path
  }

  /// Whether a value stands within another, or is it; also through text that was opened.
  func contains(_ outer: Place, _ inner: Place) -> Bool {
    guard outer.exists else { return false }
    if inner.token >= outer.token, inner.token < tokens[Int(outer.token)].next { return true }
    return openings.contains {
      inner.token >= $0.root && inner.token < $0.end && contains(outer, Place(token: $0.parent))
    }
  }

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

  /// Line and column of a value in the document, both from 1, the column in UTF-8 bytes.
  func location(of place: Place) -> (line: Int, column: Int) {
    guard place.exists else { return (1, 1) }
    if let origin { return location(of: place.token, offset: 0, in: origin) }
    return location(ofByte: sourceOffset(tokens[Int(place.token)].spelledRange.lowerBound))
  }

  /// Line and column of a byte of the document itself.
  func location(ofByte offset: Int) -> (line: Int, column: Int) {
    let end = min(offset, documentEnd)
    if !lineStarts.isEmpty { return indexedLocation(end) }
    var line = 1
    var start = 0
    for index in 0..<end where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return (line, max(end - start, 0) + 1)
  }

  private func indexedLocation(_ offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, lineStarts.count)
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return (low, offset - lineStarts[low - 1] + 1)
  }

  /// Where a byte of an opened text stood in the document that held it.
  private func sourceOffset(_ offset: Int) -> Int {
    guard offset >= documentEnd,
      let opening = openings.last(where: { $0.base <= offset })
    else { return offset }
    let parent = tokens[Int(opening.parent)]
    guard opening.layers == 1 else { return sourceOffset(Int(parent.start)) }
    return sourceOffset(Int(parent.start) + encodedLength(parent, upTo: offset - opening.base))
  }

  /// How many bytes of a string's spelling make its first decoded bytes.
  func encodedLength(_ token: Token, upTo decodedCount: Int) -> Int {
    guard token.flags.contains(.escaped) else { return decodedCount }
    let source = Array(bytes[token.range])
    var (index, count) = (0, 0)
    while index < source.count, count < decodedCount {
      var length = 1
      if source[index] == UInt8(ascii: "\\") {
        length = index + 1 < source.count && source[index + 1] == UInt8(ascii: "u") ? 6 : 2
        if length == 6, index + 7 < source.count, source[index + 6] == UInt8(ascii: "\\"),
          unescaped(Array(source[index..<min(index + 12, source.count)])).count == 4
        {
          length = 12
        }
      }
      count += unescaped(Array(source[index..<min(index + length, source.count)])).count
      index += length
    }
    return index
  }

  /// An error whose offset was into the bytes, with its line and column.
  func located(_ error: ReadError) -> ReadError {
    var error = error
    (error.line, error.column) = location(ofByte: error.offset)
    return error
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

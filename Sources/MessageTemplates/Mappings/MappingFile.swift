import CMappings

/// A mapping file that is being read: strict, so that a mistake in it is found by its line.
package struct MappingFile {
  /// A mistake in a mapping file.
  package struct Mistake: Error, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var column: Int
    package var message: String
    package var description: String { "\(file):\(line):\(column): \(message)" }
  }

  private let path: String
  private var tape = Tape()

  /// Opens a file of the user's.
  package init(_ bytes: [UInt8], path: String) throws(Mistake) {
    self.path = path
    do throws(ReadError) {
      try tape.load(bytes.span)
    } catch {
      throw Mistake(file: path, line: error.line, column: error.column, message: error.message)
    }
  }

  /// Opens one of the embedded files.
  package init(_ name: String) throws(Mistake) {
    let path = "Mappings/\(name).json"
    var index: UInt = 0
    while let found = embedded_mapping_at(index).name {
      let mapping = embedded_mapping_at(index)
      index += 1
      guard String(cString: found) == name else { continue }
      let bytes = UnsafeBufferPointer(start: mapping.bytes, count: Int(mapping.count))
      try self.init(Array(bytes), path: path)
      return
    }
    throw Mistake(
      file: path, line: 1, column: 1, message: "No such mapping file is embedded.")
  }

  package var root: Place { Place(token: 0) }

  package func mistake(_ message: String, at place: Place) -> Mistake {
    let (line, column) = tape.location(of: place)
    return Mistake(file: path, line: line, column: column, message: message)
  }

  /// The members of an object, in order.
  package func members(_ object: Place) throws(Mistake) -> [(key: String, value: Place)] {
    let token = tape.tokens[Int(object.token)]
    guard token.kind == .object else { throw mistake("expected an object", at: object) }
    return children(object).map { (tape.key(of: tape.tokens[Int($0.token)]), $0) }
  }

  /// Whether a value has members.
  package func isObject(_ place: Place) -> Bool { tape.tokens[Int(place.token)].kind == .object }

  /// The elements of an array, in order.
  package func elements(_ array: Place) throws(Mistake) -> [Place] {
    guard tape.tokens[Int(array.token)].kind == .array else {
      throw mistake("expected an array", at: array)
    }
    return children(array)
  }

  /// The texts of an array, in order.
  func strings(_ array: Place) throws(Mistake) -> [String] {
    var strings: [String] = []
    for element in try elements(array) { strings.append(try string(element)) }
    return strings
  }

  private func children(_ parent: Place) -> [Place] {
    var children: [Place] = []
    var index = parent.token + 1
    while index < tape.tokens[Int(parent.token)].next {
      children.append(Place(token: index))
      index = tape.tokens[Int(index)].next
    }
    return children
  }

  package func string(_ place: Place) throws(Mistake) -> String {
    guard tape.tokens[Int(place.token)].kind == .string else {
      throw mistake("expected a text", at: place)
    }
    return tape.string(place)
  }

  package func integer(_ place: Place) throws(Mistake) -> Int {
    guard tape.tokens[Int(place.token)].kind == .number, let value = Int(tape.string(place)) else {
      throw mistake("expected a whole number", at: place)
    }
    return value
  }

  package func boolean(_ place: Place) throws(Mistake) -> Bool {
    switch tape.tokens[Int(place.token)].kind {
    case .yes: return true
    case .no: return false
    default: throw mistake("expected true or false", at: place)
    }
  }

  /// One of the known words.
  package func word(_ place: Place, of known: [String]) throws(Mistake) -> Int {
    let word = try string(place)
    guard let index = known.firstIndex(of: word) else { throw unknown(word, known, at: place) }
    return index
  }

  /// What is wrong with a key or word that nobody knows.
  package func unknown(_ word: String, _ known: [String], at place: Place) -> Mistake {
    mistake("`\(word)` is none of \(known.joined(separator: ", "))", at: place)
  }
}

import CMappings

/// A mapping file that is being read: strict, so that a mistake in it is found by its line.
struct MappingFile {
  /// A mistake in a mapping file.
  struct Mistake: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var column: Int
    var message: String
    var description: String { "Mappings/\(file).json:\(line):\(column): \(message)" }
  }

  let name: String
  private var tape = Tape()

  /// Opens one of the embedded files.
  init(_ name: String) throws(Mistake) {
    self.name = name
    var index: UInt = 0
    while let found = embedded_mapping_at(index).name {
      let mapping = embedded_mapping_at(index)
      index += 1
      guard String(cString: found) == name else { continue }
      let bytes = Array(UnsafeBufferPointer(start: mapping.bytes, count: Int(mapping.count)))
      do throws(ReadError) {
        try tape.load(bytes.span)
        return
      } catch {
        throw Mistake(file: name, line: error.line, column: error.column, message: error.message)
      }
    }
    throw Mistake(file: name, line: 1, column: 1, message: "No such mapping file is embedded.")
  }

  var root: Place { Place(token: 0) }

  func mistake(_ message: String, at place: Place) -> Mistake {
    let (line, column) = tape.location(of: place)
    return Mistake(file: name, line: line, column: column, message: message)
  }

  /// The members of an object, in order.
  func members(_ object: Place) throws(Mistake) -> [(key: String, value: Place)] {
    let token = tape.tokens[Int(object.token)]
    guard token.kind == .object else { throw mistake("expected an object", at: object) }
    return children(object).map { (tape.key(of: tape.tokens[Int($0.token)]), $0) }
  }

  /// The elements of an array, in order.
  func elements(_ array: Place) throws(Mistake) -> [Place] {
    guard tape.tokens[Int(array.token)].kind == .array else {
      throw mistake("expected an array", at: array)
    }
    return children(array)
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

  func string(_ place: Place) throws(Mistake) -> String {
    guard tape.tokens[Int(place.token)].kind == .string else {
      throw mistake("expected a text", at: place)
    }
    return tape.string(place)
  }

  func integer(_ place: Place) throws(Mistake) -> Int {
    guard tape.tokens[Int(place.token)].kind == .number, let value = Int(tape.string(place)) else {
      throw mistake("expected a whole number", at: place)
    }
    return value
  }

  func boolean(_ place: Place) throws(Mistake) -> Bool {
    switch tape.tokens[Int(place.token)].kind {
    case .yes: return true
    case .no: return false
    default: throw mistake("expected true or false", at: place)
    }
  }

  /// One of the known words.
  func word(_ place: Place, of known: [String]) throws(Mistake) -> Int {
    let word = try string(place)
    guard let index = known.firstIndex(of: word) else { throw unknown(word, known, at: place) }
    return index
  }

  /// What is wrong with a key or word that nobody knows.
  func unknown(_ word: String, _ known: [String], at place: Place) -> Mistake {
    mistake("`\(word)` is none of \(known.joined(separator: ", "))", at: place)
  }
}

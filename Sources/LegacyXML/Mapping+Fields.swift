import MessageTemplates

/// The parts of a mapping that names its fields one by one.
extension Mapping.Content {
  mutating func readFields(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) {
    for (key, value) in try file.members(place) {
      guard let index = Field.keys.firstIndex(of: key) else {
        throw file.unknown(key, Field.keys, at: value)
      }
      let field = Field.allCases[index]
      for (rank, path) in try paths(value, file).enumerated() {
        try add(path, .field(field, rank: rank), from: 0, at: value, file)
        if path.hasPrefix("../") { around.append(path) }
        if field == .body { contentPath = path }
      }
    }
  }

  mutating func readButtons(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) {
    let button = try item(place, "button", file)
    let start = tree.addButtons(at: button)
    for (key, value) in try file.members(place) where key != "button" {
      guard let index = ButtonField.keys.firstIndex(of: key) else {
        throw file.unknown(key, ["button"] + ButtonField.keys, at: value)
      }
      let meaning = PathTree.Meaning.button(ButtonField.allCases[index])
      try add(try file.string(value), meaning, from: start, of: button, at: value, file)
    }
  }

  mutating func readSamples(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) {
    let start = tree.addSamples(at: try item(place, "sample", file))
    for (key, value) in try file.members(place) where key != "sample" {
      guard let index = SampleField.keys.firstIndex(of: key) else {
        throw file.unknown(key, ["sample"] + SampleField.keys, at: value)
      }
      let meaning = PathTree.Meaning.sample(SampleField.allCases[index])
      try add(try file.string(value), meaning, from: start, at: value, file)
    }
  }

  /// The path of the element that stands for one item.
  private func item(_ place: Place, _ key: String, _ file: MappingFile)
    throws(MappingFile.Mistake) -> String
  {
    for (name, value) in try file.members(place) where name == key {
      return try file.string(value)
    }
    throw file.mistake("`\(key)` is missing: the path of each", at: place)
  }

  mutating func readValues(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) {
    for (key, table) in try file.members(place) {
      guard let words = Mapping.translations[key] else {
        throw file.unknown(key, Mapping.translations.keys.sorted(), at: table)
      }
      for (word, meaning) in try file.members(table) {
        if !words.isEmpty { _ = try file.word(meaning, of: words) }
        values[key, default: [:]][word] = try file.string(meaning)
      }
    }
  }

  mutating func readVariables(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) {
    var placeholders = Placeholders()
    for (key, value) in try file.members(place) {
      switch key {
      case "open": placeholders.open = Array(try file.string(value).utf8)
      case "close": placeholders.close = Array(try file.string(value).utf8)
      case "names":
        placeholders.isExpression = try file.word(value, of: ["as-written", "expression"]) == 1
      default: throw file.unknown(key, ["open", "close", "names"], at: value)
      }
    }
    if placeholders.open.isEmpty || placeholders.close.isEmpty {
      throw file.mistake("`open` and `close` say what stands around a variable", at: place)
    }
    variables.append(placeholders)
  }

  /// One path, or several of which the first that the export has counts.
  private func paths(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) -> [String] {
    if let elements = try? file.elements(place) {
      var paths: [String] = []
      for element in elements { paths.append(try file.string(element)) }
      return paths
    }
    return [try file.string(place)]
  }

  /// Gives a path a meaning; it begins at an element, the template if none is named.
  private mutating func add(
    _ path: String, _ meaning: PathTree.Meaning, from start: Int, of item: String = ".",
    at place: Place, _ file: MappingFile
  ) throws(MappingFile.Mistake) {
    if !tree.add(path, meaning, from: start) {
      throw file.mistake("`\(path)` has a meaning already", at: place)
    }
    let holder = path == "." ? item : path
    if meaning.isText, let name = Mapping.parts(holder).last, !name.hasPrefix("@") {
      textNames.insert(name)
    }
  }
}

extension Mapping {
  /// The tables that a mapping can have, and the words they can lead to; none where all can.
  static let translations: [String: [String]] = [
    "category": ["marketing", "utility", "authentication"], "language": [], "state": [],
    "media-kind": ["image", "video", "document"],
    "button-kind": ["url", "phone", "coupon", "reply"],
    "inline": ["bold", "italic", "strike", "code", "line", "plain"],
  ]
}

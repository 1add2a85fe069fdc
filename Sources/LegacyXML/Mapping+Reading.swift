package import MessageTemplates

extension Mapping {
  /// A mapping file's content.
  struct Content: Sendable {
    var format = ""
    var channel = ""
    var summary = ""
    var roots: [String] = []
    var templates: [String] = []
    var isCAMS = false
    var lists: [(name: String, members: Set<String>)] = []
    var keepsSpace: Set<String> = []
    var namedBy: [String: String] = [:]
    var envelope: [String] = []
  }

  /// Reads one of the program's own mappings.
  convenience init(embedded name: String) throws(MappingFile.Mistake) {
    try self.init(Content(MappingFile("xml/" + name)))
  }

  /// Reads a mapping of the user's.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: Its name in errors.
  /// - Throws: The first mistake, with its line and column.
  package convenience init(_ bytes: [UInt8], path: String) throws(MappingFile.Mistake) {
    try self.init(Content(MappingFile(bytes, path: path)))
  }
}

extension Mapping.Content {
  init(_ file: MappingFile) throws(MappingFile.Mistake) {
    for (key, value) in try file.members(file.root) { try read(key, value, file) }
  }

  private mutating func read(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake)
  {
    switch key {
    case "format": format = try file.string(value)
    case "channel": channel = try file.string(value)
    case "summary": summary = try file.string(value)
    case "source", "date": _ = try file.string(value)
    case "roots": roots = try strings(value, file)
    case "templates": templates = try strings(value, file)
    case "reads-as": isCAMS = try file.word(value, of: ["cams", "fields"]) == 0
    case "lists":
      for (name, members) in try file.members(value) {
        lists.append((name, Set(try strings(members, file).map(\.initialLowercase))))
      }
    case "keeps-space": keepsSpace = Set(try strings(value, file).map(\.initialLowercase))
    case "named-by":
      for (name, attribute) in try file.members(value) {
        namedBy[name] = try file.string(attribute)
      }
    case "envelope": envelope = try strings(value, file)
    default: throw file.mistake("unknown key `\(key)`", at: value)
    }
  }

  func strings(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) -> [String] {
    var strings: [String] = []
    for element in try file.elements(place) { strings.append(try file.string(element)) }
    return strings
  }
}

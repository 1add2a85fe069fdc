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
    /// The elements and attributes whose texts are HTML.
    var html: Set<String> = []
    var namedBy: [String: String] = [:]
    var envelope: [String] = []
    /// Elements that look like templates and hold none, and what they are.
    var refusals: [String: String] = [:]
    /// What the paths of a mapping by fields mean.
    var tree = PathTree()
    /// The names of the elements that hold a text.
    var textNames: Set<String> = []
    /// Paths to what stands around a template, before it: `../@key`.
    var around: [String] = []
    /// The path of what every template has.
    var contentPath = ""
    /// Words of the export, and what they mean, by the key of a field.
    var values: [String: [String: String]] = [:]
    var variables: [Placeholders] = []
    /// Whether texts are marked up as WhatsApp does it.
    var hasMarkup = false
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
    let needed: [(key: String, isGiven: Bool)] = [
      ("format", !format.isEmpty), ("roots", !roots.isEmpty), ("templates", !templates.isEmpty),
      (isCAMS ? "lists" : "fields", isCAMS ? !lists.isEmpty : tree.steps.count > 1),
    ]
    if let missing = needed.first(where: { !$0.isGiven }) {
      throw file.mistake("`\(missing.key)` is missing", at: file.root)
    }
    if isCAMS, tree.steps.count > 1 {
      throw file.mistake("`fields` do not go with the reads-as `cams`", at: file.root)
    }
  }

  private mutating func read(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake)
  {
    switch key {
    case "format": format = try file.string(value)
    case "channel": channel = try file.string(value)
    case "summary": summary = try file.string(value)
    case "source", "date", "$schema": _ = try file.string(value)
    case "roots": roots = try strings(value, file)
    case "templates": templates = try strings(value, file)
    case "reads-as": isCAMS = try file.word(value, of: ["cams", "fields"]) == 0
    case "lists":
      for (name, members) in try file.members(value) {
        lists.append((name, Set(try strings(members, file).map(\.initialLowercase))))
      }
    case "keeps-space": keepsSpace = Set(try strings(value, file).map(\.initialLowercase))
    case "html": html = Set(try strings(value, file))
    case "named-by":
      for (name, attribute) in try file.members(value) {
        namedBy[name] = try file.string(attribute)
      }
    case "envelope": envelope = try strings(value, file)
    case "without-template":
      for (name, reason) in try file.members(value) { refusals[name] = try file.string(reason) }
    case "fields": try readFields(value, file)
    case "buttons": try readButtons(value, file)
    case "samples": try readSamples(value, file)
    case "values": try readValues(value, file)
    case "variables":
      for element in try file.elements(value) { try readVariables(element, file) }
    case "markup": hasMarkup = try file.boolean(value)
    default: throw file.mistake("unknown key `\(key)`", at: value)
    }
  }

  func strings(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) -> [String] {
    var strings: [String] = []
    for element in try file.elements(place) { strings.append(try file.string(element)) }
    return strings
  }
}

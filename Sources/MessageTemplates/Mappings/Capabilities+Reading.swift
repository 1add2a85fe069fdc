/// The parts of a mapping file, each read strictly.
extension Capabilities {
  func source(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) -> String {
    let source = try file.string(place)
    guard sources[source] != nil else {
      throw file.unknown(source, sources.keys.sorted(), at: place)
    }
    return source
  }

  func features(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake)
    -> [Feature]
  {
    var features: [Feature] = []
    for (name, source) in try file.members(place) {
      features.append(try feature(named: name, file, at: source))
      _ = try self.source(source, file)
    }
    return features
  }

  /// A member that means something to the format alone: its source, or what its value is.
  mutating func readMember(_ name: String, _ place: Place, _ file: MappingFile)
    throws(MappingFile.Mistake)
  {
    members.insert(name)
    if file.isObject(place) {
      let known = sources
      memberRules[name] = try ObjectRules().readMember(name, place, file) {
        (place) throws(MappingFile.Mistake) in
        let source = try file.string(place)
        if known[source] == nil { throw file.unknown(source, known.keys.sorted(), at: place) }
      }
    } else {
      _ = try source(place, file)
    }
  }

  func readProfile(
    _ name: String, _ base: Features, _ place: Place, _ file: MappingFile
  ) throws(MappingFile.Mistake) -> Profile {
    var profile = Profile(name: name, features: base)
    for (key, value) in try file.members(place) {
      switch key {
      case "adds": for feature in try features(value, file) { profile.features.insert(feature) }
      case "lacks": for feature in try features(value, file) { profile.features.remove(feature) }
      case "requires": profile.required = Features(try features(value, file))
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    return profile
  }

  func feature(named name: String, _ file: MappingFile, at place: Place)
    throws(MappingFile.Mistake) -> Feature
  {
    guard let index = Feature.names.firstIndex(of: name) else {
      throw file.unknown(name, Feature.names, at: place)
    }
    return Feature.allCases[index]
  }

  func kind(named name: String, _ file: MappingFile, at place: Place)
    throws(MappingFile.Mistake) -> Media.Kind
  {
    let kinds: [Media.Kind] = [.image, .video, .document, .audio, .gif]
    guard let index = Media.Kind.names.firstIndex(of: name) else {
      throw file.unknown(name, Media.Kind.names, at: place)
    }
    return kinds[index]
  }

  mutating func readTrait(_ name: String, _ place: Place, _ file: MappingFile)
    throws(MappingFile.Mistake)
  {
    guard let index = Trait.names.firstIndex(of: name) else {
      throw file.unknown(name, Trait.names, at: place)
    }
    traits.insert(Trait.allCases[index])
    _ = try source(place, file)
  }

  mutating func readLimit(_ name: String, _ place: Place, _ file: MappingFile)
    throws(MappingFile.Mistake)
  {
    guard let index = Measure.names.firstIndex(of: name) else {
      throw file.unknown(name, Measure.names, at: place)
    }
    var limit = Limit()
    var origin: String?
    for (key, value) in try file.members(place) {
      switch key {
      case "minimum": limit.minimum = try file.integer(value)
      case "maximum": limit.maximum = try file.integer(value)
      case "advised": limit.advised = try file.integer(value)
      case "unit": limit.unit = Unit.allCases[try file.word(value, of: Unit.names)]
      case "exempt": limit.exempt = try file.integer(value)
      case "enforced": limit.isEnforced = try file.boolean(value)
      case "source": origin = try source(value, file)
      case "why": _ = try file.string(value)
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    guard let origin else { throw file.mistake("a limit names its source", at: place) }
    set(limit, from: origin, at: index)
  }

  func readLayout(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake)
    -> Layout
  {
    let kinds: [Media.Kind] = [.image, .video, .document, .audio, .gif]
    var layout = Layout()
    for (key, value) in try file.members(place) {
      switch key {
      case "name": layout.name = try file.string(value)
      case "header": layout.shape.header = kinds[try file.word(value, of: Media.Kind.names)]
      case "body": layout.shape.hasBody = try file.boolean(value)
      case "button":
        let buttons = Layout.ButtonKind.allCases
        layout.shape.button = buttons[try file.word(value, of: ["url", "label"])]
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    return layout
  }

  func readCategory(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake)
    -> CategoryName
  {
    let purposes: [Category.Purpose] = [.marketing, .utility, .authentication]
    let words = ["marketing", "utility", "authentication"]
    var category = CategoryName(.marketing)
    for (key, value) in try file.members(place) {
      switch key {
      case "spelling": category.spelling = try file.string(value)
      case "purpose":
        category.purpose = purposes[try file.word(value, of: words)]
      case "legacy": category.isLegacy = try file.boolean(value)
      case "source": _ = try source(value, file)
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    return category
  }

  func readSpelling(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake)
    -> String
  {
    var meaning = ""
    for (key, value) in try file.members(place) {
      switch key {
      case "means": meaning = try file.string(value)
      case "source": _ = try source(value, file)
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    return meaning
  }

  func readUndecidable(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake)
    -> Undecidable
  {
    var item = Undecidable(what: "", source: "")
    for (key, value) in try file.members(place) {
      switch key {
      case "what": item.what = try file.string(value)
      case "source": item.source = try source(value, file)
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    return item
  }
}

extension Media.Kind {
  /// The words in a mapping file, in the order of the kinds.
  static let names = ["image", "video", "document", "audio", "gif"]
}

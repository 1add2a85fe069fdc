/// The members of a mapping file, by the kind of their values.
extension Capabilities {
  mutating func read(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake)
  {
    if try readAbout(key, value, file) { return }
    if try readSwitch(key, value, file) { return }
    if try readFeatures(key, value, file) { return }
    if try readWords(key, value, file) { return }
    if try readRules(key, value, file) { return }
    if try readTable(key, value, file) { return }
    throw file.mistake("unknown key `\(key)`", at: value)
  }

  private mutating func readAbout(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake) -> Bool
  {
    switch key {
    case "format": format = try file.string(value)
    case "channel": channel = try file.string(value)
    case "summary": summary = try file.string(value)
    case "sources":
      for (name, title) in try file.members(value) { sources[name] = try file.string(title) }
    default: return false
    }
    return true
  }

  private mutating func readSwitch(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake) -> Bool
  {
    switch key {
    case "closing-mark-wants-space": closingMarkWantsSpace = try file.boolean(value)
    case "image-below-text": showsImageBelowText = try file.boolean(value)
    case "own-placeholders": hasOwnPlaceholders = try file.boolean(value)
    case "numbers-variables": numbersVariables = try file.boolean(value)
    case "variable-ends-address": endsWithVariable = try file.boolean(value)
    case "plain-titles": hasPlainTitles = try file.boolean(value)
    case "free-authentication": hasFreeAuthentication = try file.boolean(value)
    case "app-identities": checksApps = try file.boolean(value)
    case "even-cards": hasEvenCards = try file.boolean(value)
    case "strict-names": hasStrictNames = try file.boolean(value)
    default: return false
    }
    return true
  }

  private mutating func readFeatures(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake) -> Bool
  {
    switch key {
    case "stand-alone": lonely = Features(try features(value, file))
    case "fixed-labels": fixedLabels = Features(try features(value, file))
    case "own-labels": ownLabels = Features(try features(value, file))
    case "marketing-only": marketingOnly = Features(try features(value, file))
    case "card-headers": cardHeaders = Features(try features(value, file))
    case "not-authentication": notAuthentication = Features(try features(value, file))
    case "product-card-buttons": productCardButtons = Features(try features(value, file))
    case "without-effect": withoutEffect = Features(try features(value, file))
    case "alone": alone = Features(try features(value, file))
    case "chips-alone": chipsAlone = Features(try features(value, file))
    case "undocumented": undocumented = Features(try features(value, file))
    default: return false
    }
    return true
  }

  private mutating func readWords(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake) -> Bool
  {
    switch key {
    case "file-types": fileTypes = Set(try file.strings(value))
    case "video-types": videoTypes = Set(try file.strings(value))
    case "gif-types": gifTypes = Set(try file.strings(value))
    case "refused-file-types": refusedFileTypes = Set(try file.strings(value))
    case "keeps": keeps = Set(try file.strings(value))
    case "languages": languages = try file.strings(value)
    case "link-schemes": linkSchemes = try file.strings(value)
    case "media-types":
      for (use, types) in try file.members(value) { mediaTypes[use] = try file.strings(types) }
    case "link-shorteners":
      for (host, place) in try file.members(value) {
        shorteners.append(host)
        _ = try source(place, file)
      }
    default: return false
    }
    return true
  }

  private mutating func readRules(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake) -> Bool
  {
    switch key {
    case "members":
      for (name, place) in try file.members(value) { try readMember(name, place, file) }
    case "excludes", "advises-against":
      for (name, others) in try file.members(value) {
        exclusions.append(
          Exclusion(
            feature: try feature(named: name, file, at: others),
            others: Features(try features(others, file)), isEnforced: key == "excludes"))
      }
    case "needs":
      for (name, wanted) in try file.members(value) {
        needs[try kind(named: name, file, at: wanted)].features =
          Features(try features(wanted, file))
      }
    case "traits":
      for (name, source) in try file.members(value) { try readTrait(name, source, file) }
    case "objects":
      var rules = ObjectRules()
      try rules.read(value, file) { (place) throws(MappingFile.Mistake) in
        _ = try source(place, file)
      }
      objects = rules
    case "limits":
      for (name, limit) in try file.members(value) { try readLimit(name, limit, file) }
    default: return false
    }
    return true
  }

  private mutating func readTable(_ key: String, _ value: Place, _ file: MappingFile)
    throws(MappingFile.Mistake) -> Bool
  {
    switch key {
    case "layouts":
      for layout in try file.elements(value) { layouts.append(try readLayout(layout, file)) }
    case "categories":
      for category in try file.elements(value) {
        categories.append(try readCategory(category, file))
      }
    case "spellings":
      for (wrong, spelling) in try file.members(value) {
        spellings.append((wrong, try readSpelling(spelling, file)))
      }
    case "answers":
      for (code, advice) in try file.members(value) {
        answers.append((code, try file.string(advice)))
      }
    case "undecidable":
      for item in try file.elements(value) { undecidable.append(try readUndecidable(item, file)) }
    default: return false
    }
    return true
  }
}

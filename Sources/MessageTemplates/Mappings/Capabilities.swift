/// What one format can hold: its mapping file, read.
struct Capabilities: Sendable {
  /// A category as a platform spells it.
  struct CategoryName: Sendable {
    var spelling: String
    var purpose: Category.Purpose
    var isLegacy: Bool
  }

  /// A shape of the message that a platform names: which header, body and button go together.
  struct Layout: Sendable, Hashable {
    /// What the layout's button can do.
    enum ButtonKind: UInt8, CaseIterable, Sendable { case url, label }

    /// What goes together.
    struct Shape: Sendable, Hashable {
      var header: Media.Kind?
      var hasBody = false
      var button: ButtonKind?
    }

    /// What the platform calls it.
    var name: String { didSet { spelling = .plain(name) } }
    private(set) var spelling = Text.empty
    var shape = Shape()
    var header: Media.Kind? { shape.header }
    var hasBody: Bool { shape.hasBody }
    var button: ButtonKind? { shape.button }

    init() { name = "" }

    /// What is no layout of the platform.
    static let none = Layout()
  }

  /// Something that no document shows.
  struct Undecidable: Sendable {
    var what: String
    var source: String
  }

  var format = ""
  var channel = ""
  var summary = ""
  var sources: [String: String] = [:]
  /// What one shape of the format can hold, and what it must.
  struct Profile: Sendable {
    var name = ""
    var features = Features()
    var required = Features()
  }

  /// The shapes of the format, the default first.
  var profiles: [Profile] = []
  /// A feature, and those that may not stand beside it.
  struct Exclusion: Sendable {
    var feature: Feature
    var others: Features
    /// Whether the platform is known to refuse them; else a source advises against it.
    var isEnforced: Bool
  }

  /// What does not go together.
  var exclusions: [Exclusion] = []
  /// What a medium must come with, by its kind.
  var needs = Needs()
  /// Whether a closing mark must be followed by a space or the end.
  var closingMarkWantsSpace = false
  /// Whether phones show an image below the text.
  var showsImageBelowText = false
  /// The types of file that the platform lists; empty where it lists none.
  var fileTypes: Set<String> = []
  /// Whether variables are `$(name)` and nothing else.
  var hasOwnPlaceholders = false
  /// Whether variables are numbered in each text, or have names in lower case; in an address they
  /// are numbered in any case.
  var numbersVariables = false
  /// Whether an address ends with its variable.
  var endsWithVariable = false
  /// Whether headers and footers take no emoji.
  var hasPlainTitles = false
  /// Whether there are passwords with texts of one's own still, from before they were fixed.
  var hasFreeAuthentication = false
  /// Whether packages and signatures of apps have the form that app stores give them.
  var checksApps = false
  /// Whether all cards have the same parts.
  var hasEvenCards = false
  /// The buttons that stand alone.
  var lonely = Features()
  /// The buttons whose label the platform writes: always, or where there is none.
  var fixedLabels = Features()
  var ownLabels = Features()
  /// What only marketing templates may hold.
  var marketingOnly = Features()
  /// What can stand above a card: an image or a video, where the mapping says nothing else.
  var cardHeaders = Features([.headerImage, .headerVideo])
  /// Members that mean something to this format alone, and are written as they are.
  var members: Set<String> = []
  /// What the values of some of these members are.
  var memberRules: [String: ObjectRules.Member] = [:]
  /// What a template for passwords cannot hold beside what its own rules exclude.
  var notAuthentication = Features()
  /// The buttons of cards that show an article of the catalog; any where the mapping says nothing.
  var productCardButtons: Features?
  /// What the platform takes and does nothing with any more.
  var withoutEffect = Features()
  /// Hosts whose short links hide where they lead.
  var shorteners: [String] = []
  /// The lists of language codes that the platform takes.
  var languages: [String] = ["cams"]
  /// The language codes that the platform takes.
  private(set) var languageCodes = Languages.Codes()
  /// Whether names are lower-case letters, digits and underscores.
  var hasStrictNames = false
  /// How else the channel differs from others.
  var traits = Traits()
  /// What takes a message of its own beside other content.
  var alone = Features()
  /// What only chips can be or have.
  var chipsAlone = Features()
  /// Other formats whose members and layouts go home through this one.
  var keeps: Set<String> = []
  /// The schemes of the addresses that a tap can open; http and https where none is named.
  var linkSchemes: [String] = []
  /// The types of film that the platform lists; empty where it lists none.
  var videoTypes: Set<String> = []
  /// The types of film or picture that play by themselves; any where the platform lists none.
  var gifTypes: Set<String> = []
  /// The types of file that the platform refuses.
  var refusedFileTypes: Set<String> = []
  /// What works though the platform's own pages do not have it.
  var undocumented = Features()
  /// The types of file that the platform lists for media, by what they are for: `image`, `icon`.
  var mediaTypes: [String: [String]] = [:]
  /// The objects that messages are made of; none where templates are.
  var objects = ObjectRules()
  var layouts: [Layout] = []
  var categories: [CategoryName] = []
  var spellings: [(wrong: String, right: String)] = []
  var undecidable: [Undecidable] = []
  /// What to do about an answer that is an error, by its code.
  var answers: [(code: String, advice: String)] = []
  private var limits = [Limit](repeating: .none, count: Measure.allCases.count)

  /// Where each limit is documented, by its key in ``sources``.
  private(set) var limitSources = [String](repeating: "", count: Measure.allCases.count)

  /// What went wrong in reading the mapping file; a test sees to it that nothing does.
  private(set) var mistake: String?

  subscript(_ measure: Measure) -> Limit { limits[Int(measure.rawValue)] }

  /// What the format can hold in its first shape.
  private(set) var firstFeatures = Features()
  /// What the shape named `detail` can hold, or else the first.
  private(set) var detailFeatures = Features()

  func features(_ profile: String?) -> Features {
    (profiles.first { $0.name == profile } ?? profiles.first)?.features ?? Features()
  }

  /// Reads the mapping file of a format.
  init(_ file: String) {
    do throws(MappingFile.Mistake) {
      try read(MappingFile("formats/" + file))
    } catch {
      mistake = error.description
    }
  }

  private mutating func read(_ file: MappingFile) throws(MappingFile.Mistake) {
    var base = Features()
    for (key, value) in try file.members(file.root) {
      switch key {
      case "format": format = try file.string(value)
      case "channel": channel = try file.string(value)
      case "summary": summary = try file.string(value)
      case "sources":
        for (name, title) in try file.members(value) { sources[name] = try file.string(title) }
      case "holds": for feature in try features(value, file) { base.insert(feature) }
      case "profiles":
        for (name, profile) in try file.members(value) {
          profiles.append(try readProfile(name, base, profile, file))
        }
      case "closing-mark-wants-space": closingMarkWantsSpace = try file.boolean(value)
      case "image-below-text": showsImageBelowText = try file.boolean(value)
      case "file-types":
        for type in try file.elements(value) { fileTypes.insert(try file.string(type)) }
      case "own-placeholders": hasOwnPlaceholders = try file.boolean(value)
      case "numbers-variables": numbersVariables = try file.boolean(value)
      case "variable-ends-address": endsWithVariable = try file.boolean(value)
      case "plain-titles": hasPlainTitles = try file.boolean(value)
      case "free-authentication": hasFreeAuthentication = try file.boolean(value)
      case "app-identities": checksApps = try file.boolean(value)
      case "even-cards": hasEvenCards = try file.boolean(value)
      case "stand-alone": lonely = Features(try features(value, file))
      case "fixed-labels": fixedLabels = Features(try features(value, file))
      case "own-labels": ownLabels = Features(try features(value, file))
      case "marketing-only": marketingOnly = Features(try features(value, file))
      case "card-headers": cardHeaders = Features(try features(value, file))
      case "members":
        for (name, place) in try file.members(value) { try readMember(name, place, file) }
      case "not-authentication": notAuthentication = Features(try features(value, file))
      case "product-card-buttons": productCardButtons = Features(try features(value, file))
      case "without-effect": withoutEffect = Features(try features(value, file))
      case "link-shorteners":
        for (host, place) in try file.members(value) {
          shorteners.append(host)
          _ = try source(place, file)
        }
      case "languages":
        languages = try file.elements(value).map { (place) throws(MappingFile.Mistake) in
          try file.string(place)
        }
      case "strict-names": hasStrictNames = try file.boolean(value)
      case "excludes", "advises-against":
        for (name, others) in try file.members(value) {
          exclusions.append(
            Exclusion(
              feature: try feature(named: name, file, at: others),
              others: Features(try features(others, file)), isEnforced: key == "excludes"))
        }
      case "needs":
        for (name, wanted) in try file.members(value) {
          let index = try kind(named: name, file, at: wanted)
          needs[index].features = Features(try features(wanted, file))
        }
      case "traits":
        for (name, source) in try file.members(value) {
          guard let index = Trait.names.firstIndex(of: name) else {
            throw file.unknown(name, Trait.names, at: source)
          }
          traits.insert(Trait.allCases[index])
          _ = try self.source(source, file)
        }
      case "alone": alone = Features(try features(value, file))
      case "chips-alone": chipsAlone = Features(try features(value, file))
      case "keeps":
        for name in try file.elements(value) { keeps.insert(try file.string(name)) }
      case "link-schemes":
        for scheme in try file.elements(value) { linkSchemes.append(try file.string(scheme)) }
      case "media-types":
        for (use, types) in try file.members(value) {
          for type in try file.elements(types) {
            mediaTypes[use, default: []].append(try file.string(type))
          }
        }
      case "video-types":
        for type in try file.elements(value) { videoTypes.insert(try file.string(type)) }
      case "gif-types":
        for type in try file.elements(value) { gifTypes.insert(try file.string(type)) }
      case "refused-file-types":
        for type in try file.elements(value) { refusedFileTypes.insert(try file.string(type)) }
      case "undocumented": undocumented = Features(try features(value, file))
      case "objects":
        var rules = ObjectRules()
        try rules.read(value, file) { (place) throws(MappingFile.Mistake) in
          _ = try source(place, file)
        }
        objects = rules
      case "limits":
        for (name, limit) in try file.members(value) {
          guard let index = Measure.names.firstIndex(of: name) else {
            throw file.unknown(name, Measure.names, at: limit)
          }
          limits[index] = try readLimit(limit, file)
          limitSources[index] = try source(ofLimit: limit, file)
        }
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
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
    if profiles.isEmpty { profiles = [Profile(name: "", features: base)] }
    needs.spellOut(by: self)
    languageCodes = Languages.shared.codes(in: languages)
    firstFeatures = features(nil)
    detailFeatures = features("detail")
  }
}

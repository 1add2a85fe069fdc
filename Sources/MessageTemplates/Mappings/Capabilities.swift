/// What one format can hold: its mapping file, read.
///
/// Methods that are called often are inlined: a call of another one copies all of it.
struct Capabilities: Sendable {
  var format = ""
  var channel = ""
  var summary = ""
  var sources: [String: String] = [:]
  /// The shapes of the format, the default first.
  var profiles: [Profile] = []
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

  /// What the format can hold in its first shape.
  private(set) var firstFeatures = Features()
  /// What the shape named `detail` can hold, or else the first.
  private(set) var detailFeatures = Features()

  subscript(_ measure: Measure) -> Limit {
    @inline(__always) get { limits[Int(measure.rawValue)] }
  }

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
      if key == "holds" {
        base = Features(try features(value, file))
      } else if key == "profiles" {
        for (name, profile) in try file.members(value) {
          profiles.append(try readProfile(name, base, profile, file))
        }
      } else {
        try read(key, value, file)
      }
    }
    if profiles.isEmpty { profiles = [Profile(name: "", features: base)] }
    needs.spellOut(by: self)
    languageCodes = Languages.shared.codes(in: languages)
    firstFeatures = features(nil)
    detailFeatures = features("detail")
  }

  mutating func set(_ limit: Limit, from source: String, at index: Int) {
    limits[index] = limit
    limitSources[index] = source
  }
}

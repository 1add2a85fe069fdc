/// The objects that a platform's messages are made of: their members, and what each may be.
struct ObjectRules: Sendable {
  /// What a member's value is.
  enum Value: UInt8, CaseIterable, Sendable {
    /// Words for people or for the business.
    case text
    /// Where a medium is fetched.
    case url
    /// Where something is fetched, over http or https.
    case address
    /// What a tap opens.
    case link
    /// `#RRGGBB`, with two digits more for how opaque it is.
    case color
    case number, integer, boolean
    /// One of some words.
    case word
    /// A word, pixels or percents.
    case length
    /// `20:13`
    case ratio
    case object, list
    /// A list of whole numbers.
    case integers
    /// Anything: the platform's own matter.
    case any
    /// Objects by names that the sender chooses.
    case map

    static let names = allCases.map { "\($0)" }
  }

  /// One member of an object.
  struct Member: Sendable {
    var key = ""
    var value = Value.any
    /// The object it is, or that the list is of; -1 for none.
    var object = -1
    var words: [String] = []
    var isRequired = false
    /// Whether it says how something looks, not what it says or does.
    var isLook = false
    var takesPercent = false
    /// How many elements a list of numbers has; any where 0.
    var count = 0
    /// Whether a text needs more than white space.
    var isVisible = false
    var limit = Limit()
    /// The first version of the platform's schema that has the member.
    var since = 1
    /// The first versions that have a word, or a text that holds something.
    var sinceWord: [(word: String, version: Int)] = []
    /// What the member is, for a sentence, where the platform's own pages do not have it.
    var undocumented = ""
    /// The use among the format's media types that an address is for; empty for none.
    var types = ""
    /// Wrong words that are common, with the right ones.
    var spellings: [(wrong: String, right: String)] = []
    /// How many objects of a kind a map takes.
    var most: [(kind: String, maximum: Int)] = []
    /// Whether the platform goes on with the address, so that it names no file.
    var isBase = false
  }

  /// An object, or several kinds of one that a member tells apart.
  struct Object: Sendable {
    var name = ""
    /// The member that tells the kinds apart; empty for an object.
    var by = ""
    var kinds: [(word: String, object: Int)] = []
    /// Kinds that the platform does not take any more, and that only made room.
    var retired: [String] = []
    var members: [Member] = []
  }

  private(set) var objects: [Object] = []

  /// Where an object stands among all.
  func index(of name: String) -> Int? { objects.firstIndex { $0.name == name } }
}

/// Reading them from a mapping file.
extension ObjectRules {
  mutating func read(
    _ place: Place, _ file: MappingFile, _ cite: (Place) throws(MappingFile.Mistake) -> Void
  ) throws(MappingFile.Mistake) {
    let all = try file.members(place)
    objects = all.map { Object(name: $0.key) }
    for (index, (_, value)) in all.enumerated() {
      for (key, part) in try file.members(value) {
        switch key {
        case "by": objects[index].by = try file.string(part)
        case "kinds":
          for (word, name) in try file.members(part) {
            objects[index].kinds.append((word, try object(name, file)))
          }
        case "retired":
          for word in try file.elements(part) {
            objects[index].retired.append(try file.string(word))
          }
        case "members":
          for (key, member) in try file.members(part) {
            objects[index].members.append(try readMember(key, member, file, cite))
          }
        default: throw file.mistake("unknown key `\(key)`", at: part)
        }
      }
    }
  }

  private func object(_ place: Place, _ file: MappingFile) throws(MappingFile.Mistake) -> Int {
    let name = try file.string(place)
    guard let index = index(of: name) else {
      throw file.unknown(name, objects.map(\.name), at: place)
    }
    return index
  }

  func readMember(
    _ key: String, _ place: Place, _ file: MappingFile,
    _ cite: (Place) throws(MappingFile.Mistake) -> Void
  ) throws(MappingFile.Mistake) -> Member {
    var member = Member(key: key)
    for (name, value) in try file.members(place) {
      switch name {
      case "is": member.value = Value.allCases[try file.word(value, of: Value.names)]
      case "of": member.object = try object(value, file)
      case "words":
        for word in try file.elements(value) { member.words.append(try file.string(word)) }
      case "required": member.isRequired = try file.boolean(value)
      case "look": member.isLook = try file.boolean(value)
      case "visible": member.isVisible = try file.boolean(value)
      case "percent": member.takesPercent = try file.boolean(value)
      case "count": member.count = try file.integer(value)
      case "minimum": member.limit.minimum = try file.integer(value)
      case "maximum": member.limit.maximum = try file.integer(value)
      case "advised": member.limit.advised = try file.integer(value)
      case "unit": member.limit.unit = Unit.allCases[try file.word(value, of: Unit.names)]
      case "since": member.since = try file.integer(value)
      case "since-word":
        for (word, version) in try file.members(value) {
          member.sinceWord.append((word, try file.integer(version)))
        }
      case "undocumented": member.undocumented = try file.string(value)
      case "types": member.types = try file.string(value)
      case "spellings":
        for (wrong, right) in try file.members(value) {
          member.spellings.append((wrong, try file.string(right)))
        }
      case "most":
        for (kind, maximum) in try file.members(value) {
          member.most.append((kind, try file.integer(maximum)))
        }
      case "base": member.isBase = try file.boolean(value)
      case "source": try cite(value)
      case "why": _ = try file.string(value)
      default: throw file.mistake("unknown key `\(name)`", at: value)
      }
    }
    return member
  }
}

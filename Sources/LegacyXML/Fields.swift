/// What a value of an export can be to a template.
enum Field: Int, CaseIterable, Sendable {
  case name, language, category, code, state, reason
  case header, body, footer, caption
  case image, video, document, media, mediaKind, fileName, fileType, thumbnail, duration

  /// The keys of a mapping file: `media-kind`.
  static let keys = allCases.map { "\($0)".kebab }
}

/// What a value of an export can be to a button.
enum ButtonField: Int, CaseIterable, Sendable {
  case label, kind, url, phone, code
  /// What the kind says it is: an address, a number or a code.
  case target

  static let keys = allCases.map { "\($0)" }
}

/// What a value of an export can be to a variable's sample.
enum SampleField: Int, CaseIterable, Sendable {
  case name, value

  static let keys = allCases.map { "\($0)" }
}

/// The paths of a mapping as one tree: a step for each name, from the template's element inwards.
struct PathTree: Sendable {
  enum Meaning: Sendable {
    /// A field of the template; of several that stand in the export the lowest rank counts.
    case field(Field, rank: Int)
    case button(ButtonField)
    case sample(SampleField)

    /// Whether a text that people read, which may hold elements.
    var isText: Bool {
      switch self {
      case .field(let field, _): [.header, .body, .footer, .caption].contains(field)
      case .button(let field): field == .label
      case .sample: false
      }
    }
  }

  struct Step: Sendable {
    var next: [String: Int] = [:]
    var meaning: Meaning?
    /// Whether each such element is a button, or a sample.
    var isButton = false
    var isSample = false
  }

  private(set) var steps = [Step()]

  /// The step of a path, from a step inwards; `.` is the element itself.
  mutating func step(at path: String, from start: Int = 0) -> Int {
    var current = start
    for name in Mapping.parts(path) where name != "." {
      if let next = steps[current].next[name] {
        current = next
      } else {
        steps.append(Step())
        steps[current].next[name] = steps.count - 1
        current = steps.count - 1
      }
    }
    return current
  }

  /// Gives a path a meaning; false where it has one already.
  mutating func add(_ path: String, _ meaning: Meaning, from start: Int = 0) -> Bool {
    let step = step(at: path, from: start)
    guard steps[step].meaning == nil else { return false }
    steps[step].meaning = meaning
    return true
  }

  mutating func addButtons(at path: String) -> Int {
    let step = step(at: path)
    steps[step].isButton = true
    return step
  }

  mutating func addSamples(at path: String) -> Int {
    let step = step(at: path)
    steps[step].isSample = true
    return step
  }
}

extension String {
  /// `mediaKind` as `media-kind`.
  fileprivate var kebab: String {
    reduce(into: "") { result, letter in
      if letter.isUppercase { result += "-" + letter.lowercased() } else { result.append(letter) }
    }
  }
}

import MessageTemplates

/// How templates can end.
enum Ending: Int, CaseIterable {
  case converted, valid, refused, invalid, unreadable

  /// The word in a report.
  var name: String {
    switch self {
    case .converted: "converted"
    case .valid: "valid"
    case .refused: "refused"
    case .invalid: "invalid"
    case .unreadable: "unreadable"
    }
  }
}

/// What is counted over many templates.
struct Tally: Sendable {
  /// A count with the first few that it counts.
  struct Group: Sendable {
    var count = 0
    var examples: [Example] = []

    mutating func add(_ example: Example) {
      count += 1
      if examples.count < 3 { examples.append(example) }
    }

    mutating func merge(_ other: Group) {
      count += other.count
      examples += other.examples.prefix(3 - examples.count)
    }
  }

  /// Where an example stands.
  struct Example: Sendable {
    var input: String
    var line: Int?
    /// The place in a list; none where the file holds one template.
    var index: Int?

    /// The place for people: `many.ndjson:12`, `list.json[3]`.
    var description: String {
      input + (line.map { ":\($0)" } ?? "") + (index.map { "[\($0)]" } ?? "")
    }
  }

  /// From one format to another.
  struct Pair: Hashable, Sendable {
    var from: String
    var to: String
  }

  private(set) var templates = 0
  private(set) var endings = [Int](repeating: 0, count: Ending.allCases.count)
  private(set) var severities = [Int](repeating: 0, count: Severity.allCases.count)
  /// By the numbers of the codes; empty groups for those that were not met.
  private(set) var codes = [Group](repeating: Group(), count: Code.allCases.count)
  private(set) var pairs = Groups<Pair>()
  private(set) var languages = Groups<String>()
  /// Whether a converted template has an error.
  private(set) var hasErrors = false

  func count(_ ending: Ending) -> Int { endings[ending.rawValue] }
  func count(_ severity: Severity) -> Int { severities[Int(severity.rawValue)] }

  /// The worst severity that was found.
  var worst: Severity? { Severity.allCases.last { count($0) > 0 } }

  /// Counts how a template ended.
  mutating func add(_ ending: Ending, _ example: Example, pair: Pair?, language: String?) {
    templates += 1
    endings[ending.rawValue] += 1
    if let pair { pairs.add(pair, example) }
    if let language { languages.add(language, example) }
  }

  /// Counts a finding of a template.
  mutating func add(_ code: Code, _ severity: Severity, _ ending: Ending, _ example: Example) {
    severities[Int(severity.rawValue)] += 1
    codes[Int(code.rawValue)].add(example)
    if severity == .error, ending == .converted { hasErrors = true }
  }

  /// Adds what was counted elsewhere, further on.
  mutating func merge(_ other: Tally) {
    templates += other.templates
    for index in endings.indices { endings[index] += other.endings[index] }
    for index in severities.indices { severities[index] += other.severities[index] }
    for index in codes.indices where other.codes[index].count > 0 {
      codes[index].merge(other.codes[index])
    }
    pairs.merge(other.pairs)
    languages.merge(other.languages)
    hasErrors = hasErrors || other.hasErrors
  }
}

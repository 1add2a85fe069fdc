/// A declaration's sentence, cut once at the words it leaves open.
struct Sentence: Sendable {
  /// A word that a finding fills in.
  private enum Word: String {
    case source, target, before, after, limit, found, detail, pointer
  }

  private var pieces: [(literal: String, word: Word?)] = []

  /// What happened, by code.
  static let messages = Code.allCases.map { Sentence(Catalogue.declaration(of: $0).message) }
  /// What to do about it, by code.
  static let remedies = Code.allCases.map { Sentence(Catalogue.declaration(of: $0).remedy) }

  private init(_ sentence: StaticString) {
    var rest = Substring("\(sentence)")
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let word = Word(rawValue: String(rest[rest.index(after: open)..<close]))
      pieces.append((String(rest[..<open]), word))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append((String(rest), nil))
  }

  /// The sentence with a finding's words in it.
  func filled(with words: Words) -> String {
    var result = ""
    for (literal, word) in pieces {
      result += literal
      switch word {
      case .source: result += words.source
      case .target: result += words.target
      case .before: result += short(words.before ?? "")
      case .after: result += short(words.after ?? "")
      case .limit: result += String(words.entry.limit)
      case .found: result += String(words.entry.found)
      case .detail: result += words.entry.detail
      case .pointer: result += words.entry.pointer
      case nil: break
      }
    }
    return result
  }

  private func short(_ text: String) -> String {
    text.utf8.count <= 60 || text.count <= 60 ? text : text.prefix(59) + "…"
  }
}

/// The words that a finding has for its sentences.
struct Words {
  var source: String
  var target: String
  var before: String?
  var after: String?
  var entry: Entry

  func fill(_ sentence: Sentence) -> String { sentence.filled(with: self) }
}

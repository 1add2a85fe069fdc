/// The few words a fallback needs, by language, and the patterns of its lines.
struct Phrases: Sendable {
  /// What a phrase is for.
  enum Phrase: String, CaseIterable, Sendable {
    case code, security, expiry, play, document, coupon, location
    case expiryOne = "expiry-one"
  }

  /// What a line looks like.
  enum Pattern: Int, CaseIterable, Sendable {
    case link, phone, reply, card, cardLink, coupon, document, location, map, bold

    static let names = allCases.map { "\($0)".kebab }
  }

  static let shared = Phrases()

  /// A pattern cut at its words.
  private struct Piece: Sendable {
    var literal: String
    var name: String?
  }

  private var patterns: [[Piece]] = Array(repeating: [], count: Pattern.allCases.count)
  private var languages: [String: [Phrase: String]] = [:]
  /// What went wrong in reading the file; a test sees to it that nothing does.
  private(set) var mistake: String?

  private init() {
    do throws(MappingFile.Mistake) {
      try read(MappingFile("phrases"))
    } catch {
      mistake = error.description
    }
  }

  private mutating func read(_ file: MappingFile) throws(MappingFile.Mistake) {
    for (key, value) in try file.members(file.root) {
      switch key {
      case "source", "date": _ = try file.string(value)
      case "patterns":
        for (name, pattern) in try file.members(value) {
          guard let index = Pattern.names.firstIndex(of: name) else {
            throw file.unknown(name, Pattern.names, at: pattern)
          }
          patterns[index] = Phrases.pieces(try file.string(pattern))
        }
      case "languages":
        for (code, phrases) in try file.members(value) {
          for (name, phrase) in try file.members(phrases) {
            guard let known = Phrase(rawValue: name) else {
              throw file.unknown(name, Phrase.allCases.map(\.rawValue), at: phrase)
            }
            languages[code, default: [:]][known] = try file.string(phrase)
          }
        }
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
  }

  /// The languages there are phrases for.
  var codes: [String] { languages.keys.sorted() }

  /// A phrase in a language, by its whole code or its first part; else in English.
  func phrase(_ phrase: Phrase, in language: String) -> (text: String, isFallback: Bool) {
    if let text = languages[language]?[phrase] { return (text, false) }
    let base = language.utf8.prefix { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
    if let text = languages[String(Substring(base))]?[phrase] { return (text, false) }
    return (languages["en"]?[phrase] ?? "", true)
  }

  /// A pattern with its words filled in.
  func line(_ pattern: Pattern, _ values: [(name: String, text: Text)]) -> Text {
    fill(patterns[pattern.rawValue], values)
  }

  /// Replaces each `{name}` by its text; marks stay marks.
  func fill(_ pattern: String, _ values: [(name: String, text: Text)]) -> Text {
    fill(Phrases.pieces(pattern), values)
  }

  private func fill(_ pieces: [Piece], _ values: [(name: String, text: Text)]) -> Text {
    var result = Text.plain("")
    var count = 0
    for index in pieces.indices { count += pieces[index].literal.utf8.count }
    for index in values.indices { count += values[index].text.string.utf8.count }
    result.reserve(count)
    for index in pieces.indices {
      result.append(literal: pieces[index].literal)
      guard let name = pieces[index].name else { continue }
      for value in values.indices where values[value].name == name {
        result.append(values[value].text)
        break
      }
    }
    return result
  }

  private static func pieces(_ pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = pattern.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      pieces.append(Piece(literal: String(Substring(rest[..<open])), name: name))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(Piece(literal: String(Substring(rest)), name: nil))
    return pieces
  }
}

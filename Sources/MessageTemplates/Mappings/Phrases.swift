/// The few words a fallback needs, by language, and the patterns of its lines.
struct Phrases: Sendable {
  /// What a phrase is for.
  enum Phrase: String, CaseIterable, Sendable {
    case code, security, expiry, play, listen, document, picture, coupon, location
    case expiryOne = "expiry-one"
    case codeNotice = "code-notice"
  }

  /// What a line looks like.
  enum Pattern: Int, CaseIterable, Sendable {
    case link, phone, reply, card, cardLink, coupon, document, location, map, bold

    static let names = [
      "link", "phone", "reply", "card", "card-link", "coupon", "document", "location", "map",
      "bold",
    ]
  }

  /// What a pattern has room for.
  enum Word: UInt8, CaseIterable, Sendable {
    case label, url, phone, code, number, text, name, latitude, longitude, minutes

    static let names = [
      "label", "url", "phone", "code", "number", "text", "name", "latitude", "longitude", "minutes",
    ]
  }

  /// A sentence in one language.
  struct Sentence: Sendable {
    /// The sentence with its variables, its words not filled in.
    let text: Text
    fileprivate let pieces: [Piece]

    fileprivate init(_ words: String) {
      text = Text(words)
      pieces = Phrases.pieces(words)
    }
  }

  /// The sentences of one language.
  private struct Language: Sendable {
    var code: String
    var sentences: [Phrase: Sentence] = [:]
  }

  /// What the words of a pattern become; three at most.
  struct Values: ~Copyable {
    var first: (word: Word, text: Text)
    var second: (word: Word, text: Text)?
    var third: (word: Word, text: Text)?

    init(
      _ first: (word: Word, text: Text), _ second: (word: Word, text: Text)? = nil,
      _ third: (word: Word, text: Text)? = nil
    ) {
      self.first = first
      self.second = second
      self.third = third
    }

    @inline(__always)
    func text(_ word: Word?) -> Text? {
      guard let word else { return nil }
      if first.word == word { return first.text }
      if let second, second.word == word { return second.text }
      if let third, third.word == word { return third.text }
      return nil
    }
  }

  static let shared = Phrases()

  /// A pattern cut at its words.
  fileprivate struct Piece: Sendable {
    var literal: String
    var word: Word?
  }

  private var patterns: [[Piece]] = Array(repeating: [], count: Pattern.allCases.count)
  /// English first.
  private var languages = [Language(code: "en")]
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
          var language = Language(code: code)
          for (name, phrase) in try file.members(phrases) {
            guard let known = Phrase(rawValue: name) else {
              throw file.unknown(name, Phrase.allCases.map(\.rawValue), at: phrase)
            }
            language.sentences[known] = Sentence(try file.string(phrase))
          }
          if code == "en" { languages[0] = language } else { languages.append(language) }
        }
      default: throw file.mistake("unknown key `\(key)`", at: value)
      }
    }
  }

  /// The languages there are phrases for.
  var codes: [String] { languages.map(\.code).sorted() }

  /// A phrase in a language, by its whole code or its first part; else in English.
  func sentence(_ phrase: Phrase, in language: Text) -> (sentence: Sentence, isFallback: Bool) {
    let end = language.withBytes { code in
      min(
        code.firstIndex(of: UInt8(ascii: "_"), from: 0),
        code.firstIndex(of: UInt8(ascii: "-"), from: 0))
    }
    for code in [language, language.part(0..<end)] {
      for index in languages.indices where code.reads(languages[index].code) {
        if let sentence = languages[index].sentences[phrase] { return (sentence, false) }
      }
    }
    return (languages[0].sentences[phrase] ?? Sentence(""), true)
  }

  /// A pattern with its words filled in.
  func line(_ pattern: Pattern, _ values: borrowing Values, in arena: Arena?) -> Text {
    fill(patterns[pattern.rawValue], values, in: arena)
  }

  /// A sentence with its words filled in; marks stay marks.
  func fill(_ sentence: Sentence, _ values: borrowing Values, in arena: Arena?) -> Text {
    fill(sentence.pieces, values, in: arena)
  }

  private func fill(_ pieces: [Piece], _ values: borrowing Values, in arena: Arena?) -> Text {
    var (bytes, marks) = (0, 0)
    for index in pieces.indices {
      bytes += pieces[index].literal.utf8.count
      guard let text = values.text(pieces[index].word) else { continue }
      bytes += text.count
      marks += text.markCount
    }
    var builder = TextBuilder(bytes: bytes, marks: marks, in: arena)
    for index in pieces.indices {
      builder.append(pieces[index].literal)
      if let text = values.text(pieces[index].word) { builder.append(text) }
    }
    return builder.finished(at: .nowhere)
  }

  private static func pieces(_ pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = pattern.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      let word = Word.names.firstIndex(of: name).map { Word.allCases[$0] }
      pieces.append(Piece(literal: String(Substring(rest[..<open])), word: word))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(Piece(literal: String(Substring(rest)), word: nil))
    return pieces
  }
}

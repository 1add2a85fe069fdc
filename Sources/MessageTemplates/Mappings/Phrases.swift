internal import CBytes

/// The few words a fallback needs, by language, and the patterns of its lines.
struct Phrases: Sendable {
  /// What a phrase is for.
  enum Phrase: Int, CaseIterable, Sendable {
    case code, security, expiry, play, listen, document, picture, coupon, location, expiryOne
    case codeNotice

    static let names = [
      "code", "security", "expiry", "play", "listen", "document", "picture", "coupon", "location",
      "expiry-one", "code-notice",
    ]
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
    fileprivate let pieces: Range<Int>
  }

  /// The sentences of one language, by their phrases.
  private struct Language: Sendable {
    let code: String
    /// What tells most codes apart at a glance.
    let digest: UInt64
    var sentences = [Sentence?](repeating: nil, count: Phrase.allCases.count)

    init(_ code: String) {
      self.code = code
      digest = Text.plain(code).digest
    }
  }

  /// What the words of a pattern become; three at most.
  struct Values: ~Copyable {
    typealias Value = (word: Word, text: Text)

    let first: Value
    let second: Value?
    var third: Value?

    init(_ first: Value, _ second: Value? = nil, _ third: Value? = nil) {
      self.first = first
      self.second = second
      self.third = third
    }
  }

  static let shared = Phrases()

  /// Letters of a pattern, and the word behind them.
  private struct Piece: Sendable {
    let letters: Range<Int>
    let word: Word?
  }

  /// The letters of all patterns and sentences, and their pieces.
  private var letters: [UInt8] = []
  private var pieces: [Piece] = []
  private var patterns = [Range<Int>](repeating: 0..<0, count: Pattern.allCases.count)
  /// English first.
  private var languages = [Language("en")]
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
          patterns[index] = cut(try file.string(pattern))
        }
      case "languages":
        for (code, phrases) in try file.members(value) {
          var language = Language(code)
          for (name, phrase) in try file.members(phrases) {
            guard let index = Phrase.names.firstIndex(of: name) else {
              throw file.unknown(name, Phrase.names, at: phrase)
            }
            let words = try file.string(phrase)
            language.sentences[index] = Sentence(text: Text(words), pieces: cut(words))
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
    let own = sentence(phrase, named: language)
    if let own = own ?? sentence(phrase, named: language.part(0..<end)) { return (own, false) }
    let english = languages[0].sentences[phrase.rawValue]
    return (english ?? Sentence(text: .empty, pieces: 0..<0), true)
  }

  /// A phrase in a language that has just this code.
  private func sentence(_ phrase: Phrase, named code: Text) -> Sentence? {
    let digest = code.digest
    for index in languages.indices
    where languages.span[index].digest == digest && code.reads(languages.span[index].code) {
      return languages.span[index].sentences[phrase.rawValue]
    }
    return nil
  }

  /// A pattern with its words filled in.
  func line(_ pattern: Pattern, _ values: borrowing Values, in arena: Arena?) -> Text {
    fill(patterns[pattern.rawValue], values, in: arena)
  }

  /// A sentence with its words filled in; marks stay marks.
  func fill(_ sentence: Sentence, _ values: borrowing Values, in arena: Arena?) -> Text {
    fill(sentence.pieces, values, in: arena)
  }

  private func fill(_ range: Range<Int>, _ values: borrowing Values, in arena: Arena?) -> Text {
    var (bytes, marks) = (0, 0)
    for index in range {
      bytes += pieces.span[index].letters.count
      values.measure(pieces.span[index].word, &bytes, &marks)
    }
    var builder = TextBuilder(bytes: bytes, marks: marks, in: arena)
    for index in range {
      let run = pieces.span[index].letters
      if !run.isEmpty {
        letters.withUnsafeBufferPointer { builder.append(UnsafeBufferPointer(rebasing: $0[run])) }
      }
      values.append(pieces.span[index].word, to: &builder)
    }
    return builder.finished(at: .nowhere)
  }

  /// Cuts a pattern at its words.
  private mutating func cut(_ pattern: String) -> Range<Int> {
    let start = pieces.count
    var pattern = pattern
    pattern.withUTF8 { bytes in
      var index = 0
      while true {
        let open = bytes.firstIndex(of: UInt8(ascii: "{"), from: index)
        let close = bytes.firstIndex(of: UInt8(ascii: "}"), from: open)
        if close == bytes.count { break }
        let name = String(decoding: bytes[open + 1..<close], as: UTF8.self)
        add(bytes[index..<open], Word.names.firstIndex(of: name).map { Word.allCases[$0] })
        index = close + 1
      }
      if index < bytes.count { add(bytes[index...], nil) }
    }
    return start..<pieces.count
  }

  private mutating func add(_ run: Slice<UnsafeBufferPointer<UInt8>>, _ word: Word?) {
    let start = letters.count
    letters += UnsafeBufferPointer(rebasing: run)
    pieces.append(Piece(letters: start..<letters.count, word: word))
  }
}

extension Phrases.Values {
  /// Adds the size of what a word becomes.
  @inline(__always)
  fileprivate borrowing func measure(
    _ word: Phrases.Word?, _ bytes: inout Int, _ marks: inout Int
  ) {
    guard let word else { return }
    if first.word == word {
      bytes += first.text.count
      marks += first.text.markCount
    } else if second?.word == word {
      bytes += second?.text.count ?? 0
      marks += second?.text.markCount ?? 0
    } else if third?.word == word {
      bytes += third?.text.count ?? 0
      marks += third?.text.markCount ?? 0
    }
  }

  /// Writes what a word becomes.
  @inline(__always)
  fileprivate borrowing func append(_ word: Phrases.Word?, to builder: inout TextBuilder) {
    guard let word else { return }
    if first.word == word {
      builder.append(first.text)
    } else if let second, second.word == word {
      builder.append(second.text)
    } else if let third, third.word == word {
      builder.append(third.text)
    }
  }
}

extension Text {
  /// How long the text is, and how it begins: of short ones all there is to know.
  fileprivate var digest: UInt64 {
    withBytes { bytes in bytes.baseAddress.map { bytes_digest($0, bytes.count) } ?? 0 }
  }
}

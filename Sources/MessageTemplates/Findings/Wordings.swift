/// The sentences of findings, taken apart when a code is first met: what always stands there, as JSON
/// spells it, and which word comes behind it.
struct Wordings: ~Copyable {
  /// A stretch that is always the same, and the first letter of the word behind it; 0 for none.
  struct Piece {
    var start: Int
    var count: Int
    var word: UInt8
  }

  /// What is said of one code.
  struct Wording {
    /// Up to the first pointer.
    var head = 0..<0
    /// The pieces of the sentences.
    var message = 0..<0
    var remedy = 0..<0
    /// How many bytes all pieces have, and how many words stand among them.
    var length = 0
    var words = 0
    /// Whether a sentence quotes the texts.
    var quotesBefore = false
    var quotesAfter = false
    /// Whether it has a word or a pointer of its own.
    var hasDetail = false
  }

  private var text = Scratch<UInt8>()
  private(set) var pieces = Scratch<Piece>()
  private var known = Scratch<Wording>()
  /// Which wording is a code's, from 1.
  private var table = Scratch<Int16>()

  init() { table.fill(0, count: Code.allCases.count) }

  /// What is said of a code.
  @inline(__always)
  mutating func find(_ code: Code) -> Wording {
    let index = Int(table[Int(code.rawValue)])
    return index > 0 ? known[index - 1] : add(code)
  }

  /// A stretch of what is always the same.
  @inline(__always)
  func text(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text.values[start..<start + count])
  }

  @inline(never)
  private mutating func add(_ code: Code) -> Wording {
    let declaration = Catalogue.declaration(of: code)
    var wording = Wording()
    let start = text.count
    append("{\"code\":\"")
    append(declaration.id)
    append("\",\"severity\":\"")
    append(declaration.severity.word)
    append("\",\"sources\":[")
    wording.head = start..<text.count
    wording.message = take(apart: declaration.message, &wording)
    wording.remedy = take(apart: declaration.remedy, &wording)
    known.append(wording)
    table[Int(code.rawValue)] = Int16(known.count)
    return wording
  }

  /// Takes a sentence apart; `{word}` stands for one of its words.
  private mutating func take(apart sentence: StaticString, _ wording: inout Wording) -> Range<Int> {
    let first = pieces.count
    let sentence = UnsafeBufferPointer(
      start: sentence.utf8Start, count: sentence.utf8CodeUnitCount)
    var index = 0
    while index < sentence.count {
      let open = sentence.firstIndex(of: UInt8(ascii: "{"), from: index)
      let start = text.count
      append(escaped: UnsafeBufferPointer(rebasing: sentence[index..<open]))
      let close = sentence.firstIndex(of: UInt8(ascii: "}"), from: open)
      let word = open + 1 < close ? sentence[open + 1] : 0
      pieces.append(Piece(start: start, count: text.count - start, word: word))
      wording.note(text.count - start, word)
      index = close + 1
    }
    return first..<pieces.count
  }

  private mutating func append(_ literal: StaticString) {
    var pen = Pen(text.room(for: literal.utf8CodeUnitCount))
    pen.write(literal)
    text.take(to: pen.next)
  }

  private mutating func append(escaped run: UnsafeBufferPointer<UInt8>) {
    var pen = Pen(text.room(for: Pen.room(for: run)))
    pen.write(escaped: run)
    text.take(to: pen.next)
  }
}

extension Wordings.Wording {
  fileprivate mutating func note(_ count: Int, _ word: UInt8) {
    length += count
    if word != 0 { words += 1 }
    switch word {
    case UInt8(ascii: "b"): quotesBefore = true
    case UInt8(ascii: "a"): quotesAfter = true
    case UInt8(ascii: "d"), UInt8(ascii: "p"), UInt8(ascii: "o"): hasDetail = true
    case UInt8(ascii: "g"): (quotesBefore, hasDetail) = (true, true)
    default: break
    }
  }
}

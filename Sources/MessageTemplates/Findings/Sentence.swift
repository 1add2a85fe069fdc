/// The sentences of declarations, with a finding's words in the places they leave open.
extension FindingText {
  /// The words that a finding has for its sentences, but for those that are its own texts.
  struct Words {
    var source: String
    var target: String
    var entry: Entry
    var log: Log
  }

  /// Adds a sentence; `{word}` stands for one of its words.
  mutating func append(_ sentence: StaticString, _ words: Words) -> Range<Int> {
    let start = count
    let text = UnsafeBufferPointer(start: sentence.utf8Start, count: sentence.utf8CodeUnitCount)
    var index = 0
    while index < text.count {
      let open = text.firstIndex(of: UInt8(ascii: "{"), from: index)
      append(UnsafeBufferPointer(rebasing: text[index..<open]))
      if open == text.count { break }
      let close = text.firstIndex(of: UInt8(ascii: "}"), from: open)
      if close > open + 1 { append(word: text[open + 1], words) }
      index = close + 1
    }
    return start..<count
  }

  /// Adds a word, known by its first letter.
  private mutating func append(word letter: UInt8, _ words: Words) {
    switch letter {
    case UInt8(ascii: "s"): append(words.source)
    case UInt8(ascii: "t"): append(words.target)
    case UInt8(ascii: "b"):
      if let before { append(short: before) } else { append("…" as StaticString) }
    case UInt8(ascii: "g"):
      // What was supplied stood nowhere before.
      let detail = words.log.detail(of: words.entry)
      if before != nil || detail.isEmpty { append(word: UInt8(ascii: "b"), words) }
      if before == nil { append(detail) }
    case UInt8(ascii: "a"): if let after { append(short: after) }
    case UInt8(ascii: "l"): append(String(words.entry.limit))
    case UInt8(ascii: "f"): append(String(words.entry.found))
    case UInt8(ascii: "d"): append(words.log.detail(of: words.entry))
    case UInt8(ascii: "p"): append(words.log.pointer(of: words.entry))
    case UInt8(ascii: "o"): append(words.log.detail(of: words.entry).sampleOption)
    default: break
    }
  }

  /// Adds a text again, cut to so many characters as a sentence bears.
  private mutating func append(short text: Range<Int>) {
    let room = 60
    if text.count <= room { return append(again: text) }
    let isASCII = bytes.withBytes(text.lowerBound..<text.lowerBound + room + 1) {
      $0.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    }
    if isASCII {
      append(again: text.lowerBound..<text.lowerBound + room - 1)
    } else {
      let whole = bytes.string(text)
      guard whole.index(whole.startIndex, offsetBy: room + 1, limitedBy: whole.endIndex) != nil
      else { return append(again: text) }
      append(String(whole.prefix(room - 1)))
    }
    append("…" as StaticString)
  }
}

extension String {
  /// The place of a variable's sample as an option names it, for a shell where that needs quotes.
  fileprivate var sampleOption: String {
    let isPlain = utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }
    if isPlain { return "/samples/" + self }
    let escaped = replacing("~", with: "~0").replacing("/", with: "~1")
    return "'/samples/" + escaped.replacing("'", with: "'\\''") + "'"
  }
}

/// The words that a finding has for its sentences.
struct Words: ~Copyable {
  private var from: Format?
  private var to: Format?
  private var source = Scratch<UInt8>()
  private var target = Scratch<UInt8>()
  /// The texts of the source and the output, as short as a sentence bears them.
  private var before = Scratch<UInt8>()
  private var after = Scratch<UInt8>()
  private var hasBefore = false
  /// What the log has for this finding alone.
  private var detail = ""
  private var pointer = ""
  /// Whether messages name places as the platform does.
  private(set) var namesPlaces = false

  /// Starts on a conversion.
  mutating func begin(_ conversion: Conversion) {
    if from == conversion.from, to == conversion.to { return }
    (from, to) = (conversion.from, conversion.to)
    source.hold(conversion.from.channel)
    target.hold(conversion.to.channel)
    namesPlaces = conversion.from.capabilities.traits.contains(.namesPlaces)
  }

  mutating func take(_ log: Log, _ entry: Entry) {
    detail = log.detail(of: entry)
    pointer = log.pointer(of: entry)
  }

  mutating func quote(before text: SpelledText) {
    before.hold(short: Excerpt(text))
    hasBefore = true
  }

  mutating func quote(after excerpt: Excerpt) { after.hold(short: excerpt) }

  mutating func forgetBefore() {
    before.removeAll()
    hasBefore = false
  }

  mutating func forgetAfter() { after.removeAll() }

  /// Writes a sentence.
  mutating func write(
    _ pieces: Range<Int>, of wordings: borrowing Wordings, _ wording: Wordings.Wording,
    _ entry: Entry, to text: inout ReportText
  ) {
    let widest =
      wording.words == 0
      ? 0 : source.count + target.count + before.count + after.count + detailCount(wording) + 32
    text.write(atMost: wording.length + wording.words * 6 * widest) { pen in
      for index in pieces {
        let piece = wordings.pieces[index]
        pen.write(wordings.text(piece.start, piece.count))
        if piece.word != 0 { write(word: piece.word, entry, &pen) }
      }
    }
  }

  private func detailCount(_ wording: Wordings.Wording) -> Int {
    wording.hasDetail ? detail.utf8.count + pointer.utf8.count : 0
  }

  /// Writes a word, known by its first letter.
  private mutating func write(word letter: UInt8, _ entry: Entry, _ pen: inout Pen) {
    switch letter {
    case UInt8(ascii: "s"): pen.write(escaped: UnsafeBufferPointer(source.values))
    case UInt8(ascii: "t"): pen.write(escaped: UnsafeBufferPointer(target.values))
    case UInt8(ascii: "b"):
      if hasBefore {
        pen.write(escaped: UnsafeBufferPointer(before.values))
      } else {
        pen.write("…")
      }
    case UInt8(ascii: "g"):
      // What was supplied stood nowhere before.
      let isSupplied = !hasBefore && !detail.isEmpty
      write(word: UInt8(ascii: isSupplied ? "d" : "b"), entry, &pen)
    case UInt8(ascii: "a"): pen.write(escaped: UnsafeBufferPointer(after.values))
    case UInt8(ascii: "l"): pen.write(decimal: Int(entry.limit))
    case UInt8(ascii: "f"): pen.write(decimal: Int(entry.found))
    case UInt8(ascii: "d"): detail.withUTF8 { pen.write(escaped: $0) }
    case UInt8(ascii: "p"): pointer.withUTF8 { pen.write(escaped: $0) }
    case UInt8(ascii: "o"):
      var option = detail.sampleOption
      option.withUTF8 { pen.write(escaped: $0) }
    default: break
    }
  }
}

extension Scratch<UInt8> {
  /// Holds a text, and nothing else.
  fileprivate mutating func hold(_ text: String) {
    removeAll()
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Holds so much of a text as a sentence bears: so many characters.
  ///
  /// Most are short, and the beginning of a long one tells enough.
  fileprivate mutating func hold(short excerpt: Excerpt, upTo room: Int = 60, glance: Int = 1024) {
    removeAll()
    let isGlance = excerpt.text.bytes.count > glance
    let text = isGlance ? Excerpt.beginning(of: excerpt.text, glance) : excerpt.text.bytes
    append(excerpt.lead.text)
    if excerpt.text.isEscaped {
      withUnescaped(text) { $0.withUnsafeBufferPointer { append($0) } }
    } else {
      append(text)
    }
    if !isGlance { append(excerpt.trail.text) }
    if count <= room { return }
    if values[...room].allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      removeAll(from: room - 1)
    } else {
      // Where the glance ends, a character may be cut.
      let seen = String(decoding: values, as: UTF8.self).dropLast(isGlance ? 2 : 0)
      guard seen.index(seen.startIndex, offsetBy: room + 1, limitedBy: seen.endIndex) != nil else {
        if isGlance { hold(short: excerpt, upTo: room, glance: .max) }
        return
      }
      hold(String(seen.prefix(room - 1)))
    }
    append("…")
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

/// The stretch of a text of the output that something became, or the whole text.
struct Excerpt {
  /// What stands for the text that is left out.
  enum Gap { case none, gap, gapAndLineEnd }

  private(set) var lead = Gap.none
  private(set) var trail = Gap.none
  private(set) var text: SpelledText

  /// Takes a stretch, in bytes of what the text says; the whole where it is empty, or no stretch of
  /// whole characters.
  init(of whole: SpelledText, _ part: Range<Int32>) {
    text = whole
    if part.isEmpty { return }
    let first = Step(in: whole, from: Step(), to: Int(part.lowerBound))
    let end = Step(in: whole, from: first, to: Int(part.upperBound))
    guard first.isBorder(at: Int(part.lowerBound), in: whole),
      end.isBorder(at: Int(part.upperBound), in: whole)
    else { return }
    if first.count > 0 { lead = first.endsLine ? .gapAndLineEnd : .gap }
    if end.index < whole.bytes.count { trail = .gap }
    text = SpelledText(
      UnsafeBufferPointer(rebasing: whole.bytes[first.index..<end.index]),
      isEscaped: whole.isEscaped)
  }

  init(_ text: SpelledText) { self.text = text }

  /// The beginning of a text: so many bytes of what it says, or a little more.
  static func beginning(of text: SpelledText, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text.bytes[..<Step(in: text, from: Step(), to: count).index])
  }

  /// How far a text was gone through.
  private struct Step {
    /// How many bytes of the spelling, and of what it says.
    var index = 0
    var count = 0
    /// What the last two bytes mean, where an escape means them; else 0.
    private var last: UInt8 = 0
    private var previous: UInt8 = 0

    init() {}

    /// Goes on from a step to so many bytes of what the text says.
    init(in text: SpelledText, from start: Step, to wanted: Int) {
      self = start
      let bytes = text.bytes
      while count < wanted, index < bytes.count {
        let stop =
          text.isEscaped ? bytes.firstIndex(of: UInt8(ascii: "\\"), from: index) : bytes.count
        let plain = min(stop - index, wanted - count)
        index += plain
        count += plain
        if plain > 0 { (previous, last) = (plain > 1 ? 0 : last, 0) }
        if count == wanted || index == bytes.count { return }
        let escape = escapeLength(bytes, at: index)
        (previous, last) = (last, Step.meaning(bytes, index))
        index += escape.encoded
        count += escape.decoded
      }
    }

    /// The end of a line that an escape means; 0 for anything else.
    private static func meaning(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt8 {
      switch bytes[start + 1] {
      case UInt8(ascii: "n"): return 0x0A
      case UInt8(ascii: "r"): return 0x0D
      case UInt8(ascii: "u"):
        var index = start + 2
        return UInt8(exactly: unicode(bytes, &index).value) ?? 0
      default: return 0
      }
    }

    /// Whether a character begins here, or the text ends.
    func isBorder(at wanted: Int, in text: SpelledText) -> Bool {
      count == wanted && (index == text.bytes.count || text.bytes[index] & 0xC0 != 0x80)
    }

    /// Whether a line feed stands before it, and no carriage return before that.
    var endsLine: Bool { last == 0x0A && previous != 0x0D }
  }
}

extension Excerpt.Gap {
  /// The key of what comes behind it, as far as the text.
  var key: StaticString {
    switch self {
    case .none: ",\"after\":\""
    case .gap: ",\"after\":\"…"
    case .gapAndLineEnd: ",\"after\":\"…\\n"
    }
  }

  /// The end of what comes before it.
  var end: StaticString { self == .none ? "\"" : "…\"" }

  /// As it is read.
  var text: StaticString {
    switch self {
    case .none: ""
    case .gap: "…"
    case .gapAndLineEnd: "…\n"
    }
  }
}

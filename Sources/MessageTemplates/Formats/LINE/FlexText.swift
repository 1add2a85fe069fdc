/// A text of a bubble, with what of its look tells what it is.
struct FlexText {
  /// The blocks of a bubble.
  enum Block: UInt8 {
    case hero, header, body, footer
  }

  var text: Text
  let block: Block
  /// Whether all of it is bold.
  let isBold: Bool
  /// How large it is, from 0.
  let rank: Int
  /// Whether it is small and grey.
  let isSmallPrint: Bool
  var joiner = FlexContent.Joiner.line
  /// How all of it looks; spans have their own looks.
  private var style = Text.Style()
  /// What says so.
  private var styling: [Place] = []

  private static let sizes = [
    "xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl",
  ]

  /// Reads a text component; nil where it says nothing.
  init?(source: inout Source, at place: Place, in block: Block) {
    let spans = source.list(place, "contents")
    guard let text = spans.isEmpty ? source.text(place, "text") : Text(spans: spans, &source) else {
      return nil
    }
    // Spans take the place of a text beside them.
    if !spans.isEmpty, let unseen = source.member(place, "text") {
      source.tape.fates[Int(unseen.token)] = .presentation
    }
    self.text = text
    self.block = block
    if spans.isEmpty { (style, styling) = Text.Style.read(source, place) }
    isBold = style.contains(.bold)
    let size = source.word(place, "size")
    let pixels = size.hasSuffix("px") ? Double(size.dropLast(2)) : nil
    rank = pixels.map { Int($0) / 4 } ?? FlexText.sizes.firstIndex(of: size) ?? 3
    let isSmall = pixels.map { $0 <= 13 } ?? ["xxs", "xs", "sm"].contains(size)
    isSmallPrint = isSmall && source.word(place, "color").isGrey && !isBold
  }

  /// The text with its style as markup.
  func marked(_ source: inout Source) -> Text {
    if style.isEmpty || text.isBlank { return text }
    for place in styling { source.tape.fates[Int(place.token)] = .structure }
    return Text(styled: [(text, style)], at: text.place)
  }
}

extension String {
  /// Whether a colour is a grey in the middle.
  fileprivate var isGrey: Bool {
    let digits = Array(utf8.dropFirst().prefix(6)).compactMap(hexDigit)
    guard utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return false }
    let parts = [0, 2, 4].map { Int(digits[$0]) * 16 + Int(digits[$0 + 1]) }
    guard let low = parts.min(), let high = parts.max() else { return false }
    return high - low <= 24 && low >= 0x60 && high <= 0xCC
  }
}

/// Spans ⇄ markup.
extension Text {
  /// How a stretch looks.
  struct Style: OptionSet {
    let rawValue: UInt8
    static let bold = Style(rawValue: 1)
    static let italic = Style(rawValue: 2)
    static let strike = Style(rawValue: 4)

    /// In the order in which they are opened.
    static let all: [(style: Style, kind: Mark.Kind, delimiter: UInt8)] = [
      (.bold, .bold, 0x2A), (.italic, .italic, 0x5F), (.strike, .strike, 0x7E),
    ]
  }

  /// Reads spans as markup; the text stands where the first span does.
  init?(spans: [Place], _ source: inout Source) {
    var parts: [(text: Text, style: Style)] = []
    for span in spans {
      guard let text = source.text(span, "text") else { continue }
      let (style, styling) = Style.read(source, span)
      for place in styling { source.tape.fates[Int(place.token)] = .structure }
      parts.append((text, style))
    }
    guard let first = parts.first else { return nil }
    for part in parts.dropFirst() { source.join(part.text.place, to: first.text.place) }
    self.init(styled: parts, at: first.text.place)
  }

  /// Makes a text of stretches in styles, with delimiters around them.
  init(styled parts: [(text: Text, style: Style)], at place: Place) {
    var string = ""
    var marks: [Mark] = []
    var open: [(kind: Mark.Kind, style: Style, start: Int)] = []
    func close(_ keep: Style) {
      while let outer = open.firstIndex(where: { !keep.contains($0.style) }), open.count > outer {
        let last = open.removeLast()
        string.unicodeScalars.append(UnicodeScalar(Style.delimiter(of: last.style)))
        marks.append(Mark(last.kind, last.start..<string.utf8.count, delimiter: 1))
      }
    }
    for (index, part) in parts.enumerated() {
      let reach = Style.all.map { entry in
        parts[index...].prefix { $0.style.contains(entry.style) }.count
      }
      close(part.style)
      let opening = Style.all.indices.filter { position in
        part.style.contains(Style.all[position].style)
          && !open.contains { $0.style == Style.all[position].style }
      }
      for position in opening.sorted(by: { (reach[$1], $0) < (reach[$0], $1) }) {
        let entry = Style.all[position]
        open.append((entry.kind, entry.style, string.utf8.count))
        string.unicodeScalars.append(UnicodeScalar(entry.delimiter))
      }
      let shift = string.utf8.count
      marks += part.text.marks.map { $0.moved(by: shift) }
      string += part.text.string
    }
    close([])
    marks.sort { ($0.lower, $1.upper) < ($1.lower, $0.upper) }
    self.init(string, marks: marks, at: place)
  }
}

extension Text.Style {
  /// What of a component's look is markup, and where that stands; other looks are looks.
  fileprivate static func read(_ source: Source, _ place: Place) -> (Self, [Place]) {
    var (style, places): (Self, [Place]) = ([], [])
    for (key, word, mark) in [
      ("weight", "bold", Self.bold), ("style", "italic", .italic),
      ("decoration", "line-through", .strike),
    ] where source.word(place, key) == word {
      style.insert(mark)
      if let member = source.member(place, key) { places.append(member) }
    }
    return (style, places)
  }

  fileprivate static func delimiter(of style: Text.Style) -> UInt8 {
    all.first { $0.style == style }?.delimiter ?? 0x2A
  }
}

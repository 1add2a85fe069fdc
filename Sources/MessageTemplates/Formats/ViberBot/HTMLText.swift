/// A text with the few tags that Viber knows on buttons: b, i, s, u, br and font.
struct HTMLText {
  /// A stretch of the words that is marked up.
  private struct Span {
    var kind: Mark.Kind
    var range: Range<Int>
  }

  /// The words, without tags.
  private var words: [UInt8] = []
  private var spans: [Span] = []
  /// Whether a tag says how the words look.
  private(set) var isStyled = false
  /// Whether a tag says what no mark can: a colour, a size, a line below.
  private(set) var hasLooks = false

  init(_ html: String) {
    var open: [(name: String, start: Int)] = []
    var rest = Array(html.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), let tag = HTMLText.tag(rest) {
        rest = rest.dropFirst(tag.length)
        apply(tag.name, isEnd: tag.isEnd, &open)
      } else if byte == UInt8(ascii: "&"), let entity = HTMLText.entity(rest) {
        rest = rest.dropFirst(entity.length)
        words += Array(String(entity.scalar).utf8)
      } else {
        words.append(byte)
        rest = rest.dropFirst()
      }
    }
    for tag in open.reversed() { close(tag) }
  }

  private mutating func apply(
    _ name: String, isEnd: Bool, _ open: inout [(name: String, start: Int)]
  ) {
    if name == "br" { return words.append(0x0A) }
    isStyled = true
    if name == "font" || name == "u" { hasLooks = true }
    if !isEnd {
      open.append((name, words.count))
    } else if let index = open.lastIndex(where: { $0.name == name }) {
      close(open.remove(at: index))
    }
  }

  private mutating func close(_ tag: (name: String, start: Int)) {
    guard let kind = HTMLText.kinds.first(where: { $0.name == tag.name })?.kind else { return }
    for range in lines(tag.start..<words.count) {
      let repeats = spans.contains { $0.kind == kind && $0.range.overlaps(range) }
      if !repeats { spans.append(Span(kind: kind, range: range)) }
    }
  }

  /// The lines of a stretch, without the space at their ends: marks do not span lines.
  private func lines(_ range: Range<Int>) -> [Range<Int>] {
    words[range].split(separator: 0x0A).compactMap { line in
      guard let first = line.firstIndex(where: { $0 > 0x20 }),
        let last = line.lastIndex(where: { $0 > 0x20 })
      else { return nil }
      return first..<last + 1
    }
  }

  private static let kinds: [(name: String, kind: Mark.Kind, delimiter: UInt8)] = [
    ("b", .bold, UInt8(ascii: "*")), ("i", .italic, UInt8(ascii: "_")),
    ("s", .strike, UInt8(ascii: "~")),
  ]

  private static func tag(_ bytes: ArraySlice<UInt8>) -> (name: String, isEnd: Bool, length: Int)? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var inner = bytes[bytes.startIndex + 1..<end]
    let isEnd = inner.first == UInt8(ascii: "/")
    if isEnd { inner = inner.dropFirst() }
    let name = String(decoding: inner.prefix(while: \.isAlphanumeric), as: UTF8.self).lowercased()
    guard ["b", "i", "s", "u", "br", "font"].contains(name) else { return nil }
    return (name, isEnd, end - bytes.startIndex + 1)
  }

  /// A character by its name or number.
  private static func entity(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
    let length = end - bytes.startIndex + 1
    let names: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    ]
    if let scalar = names[name] { return (scalar, length) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, length)
  }
}

extension HTMLText {
  /// The words on one line, without markup.
  var line: String {
    let words = words.map { $0 == 0x0A ? 0x20 : $0 }
    return String(decoding: words, as: UTF8.self).trimmed
  }

  /// Whether all words are bold and nothing else, or nothing is marked up.
  var isBold: Bool {
    let marked = spans.reduce(0) { $0 + ($1.kind == .bold ? $1.range.count : 0) }
    let visible = words.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
    return spans.isEmpty || (marked >= visible && spans.allSatisfy { $0.kind == .bold })
  }

  /// The words with marks.
  func text(at place: Place) -> Text {
    let sorted = spans.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var bytes: [UInt8] = []
    var marks: [(kind: Mark.Kind, start: Int, end: Int)] = []
    var open: [(index: Int, upper: Int)] = []
    var next = 0
    for position in 0...words.count {
      while let last = open.last, last.upper <= position {
        open.removeLast()
        bytes.append(HTMLText.delimiter(of: marks[last.index].kind))
        marks[last.index].end = bytes.count
      }
      while next < sorted.count, sorted[next].range.lowerBound == position {
        // What crosses another span ends with it.
        let upper = min(sorted[next].range.upperBound, open.last?.upper ?? .max)
        open.append((marks.count, upper))
        marks.append((sorted[next].kind, bytes.count, 0))
        bytes.append(HTMLText.delimiter(of: sorted[next].kind))
        next += 1
      }
      if position < words.count { bytes.append(words[position]) }
    }
    let string = String(decoding: bytes, as: UTF8.self)
    let all =
      marks.map { Mark($0.kind, $0.start..<$0.end, delimiter: 1) }
      + Text.marks(in: string, markup: false)
    return Text(string, marks: all.sorted { $0.lower < $1.lower }, at: place)
  }

  private static func delimiter(of kind: Mark.Kind) -> UInt8 {
    kinds.first { $0.kind == kind }?.delimiter ?? UInt8(ascii: "*")
  }
}

extension Text {
  /// Whether a tag or an entity may stand in the text.
  var mayBeHTML: Bool { holds(UInt8(ascii: "<")) || holds(UInt8(ascii: "&")) }

  /// The text as Viber's buttons spell it: marks as tags, lines as `<br>`.
  var html: String {
    var result = ""
    var position = 0
    var events: [(offset: Int, length: Int, isEnd: Bool, tag: String)] = []
    for mark in marks {
      guard let tag = mark.kind.tag else { continue }
      let width = Int(mark.delimiter)
      events.append((mark.lower, width, false, tag))
      events.append((mark.upper - width, width, true, tag))
    }
    for event in events.sorted(by: { $0.offset < $1.offset }) {
      result += slice(position..<event.offset).escapedHTML(withLines: true)
      result += (event.isEnd ? "</" : "<") + event.tag + ">"
      position = event.offset + event.length
    }
    return result + slice(position..<count).escapedHTML(withLines: true)
  }

  /// The text as a button's label.
  var htmlLabel: String { string.escapedHTML(withLines: false) }
}

extension Mark.Kind {
  fileprivate var tag: String? {
    switch self {
    case .bold: "b"
    case .italic: "i"
    case .strike: "s"
    case .code, .variable: nil
    }
  }
}

extension String {
  /// The text with what would be a tag or an entity spelled out.
  fileprivate func escapedHTML(withLines: Bool) -> String {
    if utf8.allSatisfy({ $0 != 0x3C && $0 != 0x26 && $0 != 0x0A }) { return self }
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case 0x0A where withLines: bytes += Array("<br>".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

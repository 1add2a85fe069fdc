/// Placeholders in double braces, wherever they stand, as variables.
struct PlaceholderSpelling: TextVisitor {
  var log: Log

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    guard let respelled = text.respelledPlaceholders else { return }
    log.add(.placeholderRespelled, at: text.place, target: text.place)
    text = respelled
  }
}

extension Text {
  /// `{{1}}` and `{{name}}` as variables, other marks kept; nil where there are none.
  var respelledPlaceholders: Text? { holds("{{") ? withPlaceholdersRespelled : nil }

  private var withPlaceholdersRespelled: Text? {
    let bytes = withBytes { Array($0) }
    var result: [UInt8] = []
    var found: [(range: Range<Int>, mark: Mark)] = []
    var index = 0
    while index < bytes.count {
      guard let (name, end) = bytes.placeholder(at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let start = result.count
      let isNumber = name.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      result += Array((isNumber ? "$(v" : "$(").utf8) + name + [UInt8(ascii: ")")]
      found.append((index..<end, Mark(.variable, start..<result.count, delimiter: 2)))
      index = end
    }
    if found.isEmpty { return nil }
    let moved = marks.compactMap { $0.moved(around: found) } + found.map(\.mark)
    return Text(
      String(decoding: result, as: UTF8.self),
      marks: moved.sorted { ($0.lower, $1.upper) < ($1.lower, $0.upper) }, at: place)
  }
}

extension [UInt8] {
  /// The name in double braces that begins here, and where they end.
  fileprivate func placeholder(at index: Int) -> (name: [UInt8], end: Int)? {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard index + 4 < count, self[index] == open, self[index + 1] == open else { return nil }
    var end = index + 2
    while end + 1 < count, self[end] != close || self[end + 1] != close { end += 1 }
    guard end + 1 < count else { return nil }
    let inner = self[index + 2..<end].drop { $0 == 0x20 }
    let name = inner.prefix(inner.count - inner.reversed().prefix { $0 == 0x20 }.count)
    guard !name.isEmpty, name.allSatisfy({ $0 == 0x5F || $0.isAlphanumeric }) else { return nil }
    return (Array(name), end + 2)
  }
}

extension Mark {
  /// The mark where other stretches of the text became longer or shorter; nil where it stood
  /// within one of them.
  fileprivate func moved(around changes: [(range: Range<Int>, mark: Mark)]) -> Mark? {
    var (lower, upper) = (lower, upper)
    for change in changes {
      let shift = change.mark.range.count - change.range.count
      if change.range.lowerBound < self.lower, self.lower < change.range.upperBound { return nil }
      if change.range.lowerBound < self.upper, self.upper < change.range.upperBound { return nil }
      if change.range.contains(self.lower), self.upper <= change.range.upperBound { return nil }
      if change.range.upperBound <= self.lower { lower += shift }
      if change.range.upperBound <= self.upper { upper += shift }
    }
    return Mark(kind, lower..<upper, delimiter: Int(delimiter))
  }
}

extension Message {
  /// Whether an address that a tap or a phone opens holds a placeholder in double braces.
  var holdsBracesInAddress: Bool {
    buttons.hold("{{") || quickReplies?.hold("{{") ?? false
      || header?.content.url?.holds("{{") ?? false
      || carousel?.cards.contains {
        $0.buttons.hold("{{") || $0.header?.content.url?.holds("{{") ?? false
      } ?? false
  }
}

extension Buttons {
  fileprivate func hold(_ word: StaticString) -> Bool {
    items.contains { if case .url(let url?) = $0.action { url.holds(word) } else { false } }
  }
}

/// What looks like a variable of the target's and is none in the source.
struct VariableBreaking: TextVisitor {
  var log: Log

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    guard text.count(of: "$(") > text.variableCount else { return }
    let variables = text.marks.filter { $0.kind == .variable }.map(\.lower)
    let bytes = Array(text.string.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      result.append(bytes[index])
      let isOpening =
        bytes[index] == UInt8(ascii: "$") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "(")
      if isOpening, !variables.contains(index) { result += Array("\u{200B}".utf8) }
    }
    if result.count == bytes.count { return }
    log.add(.variableBroken, at: text.place, target: text.place)
    let string = String(decoding: result, as: UTF8.self)
    text = Text(string, at: text.place, markup: role == .marked)
  }
}

extension Text {
  /// Whether an ASCII letter, then letters, digits and underscores.
  var isUsualVariableName: Bool {
    withBytes { bytes in
      guard let first = bytes.first, first > 0x39, first != 0x5F else { return false }
      for byte in bytes {
        let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
        if !isLetter, byte &- UInt8(ascii: "0") > 9, byte != 0x5F { return false }
      }
      return true
    }
  }

  /// Whether lower-case letters, digits and underscores, and no digit first.
  var isStrictVariableName: Bool { withBytes(\.isStrictVariableName) }
}

extension String {
  /// Whether lower-case letters, digits and underscores, and no digit first.
  var isStrictVariableName: Bool {
    var copy = self
    return copy.withUTF8(\.isStrictVariableName)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isStrictVariableName: Bool {
    guard let first, !(0x30...0x39).contains(first), count <= 50 else { return false }
    return allSatisfy(\.isNameByte)
  }
}

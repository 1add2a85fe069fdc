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
  ///
  /// Braces within a variable are a part of its name.
  var respelledPlaceholders: Text? { holds("{{") ? withPlaceholdersRespelled : nil }

  private var withPlaceholdersRespelled: Text? {
    var result: [UInt8] = []
    var changes: [Change] = []
    var variables = marks.filter { $0.kind == .variable }.map(\.range)[...]
    withBytes { bytes in
      var position = 0
      var index = bytes.firstIndex(of: UInt8(ascii: "{"), from: 0)
      while index < bytes.count {
        while let first = variables.first, first.upperBound <= index { variables.removeFirst() }
        if let (name, end) = bytes.placeholder(at: index),
          variables.first.map({ $0.lowerBound >= end }) ?? true
        {
          result += bytes[position..<index]
          let start = result.count
          let isNumber = bytes[name].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
          result += (isNumber ? "$(v" : "$(").utf8
          result += bytes[name]
          result.append(UInt8(ascii: ")"))
          changes.append(Change(old: index..<end, new: start..<result.count))
          position = end
        }
        index = bytes.firstIndex(of: UInt8(ascii: "{"), from: max(position, index + 1))
      }
      result += bytes[position...]
    }
    if changes.isEmpty { return nil }
    let marks =
      marks.compactMap(changes.moved) + changes.map { Mark(.variable, $0.new, delimiter: 2) }
    return Text(
      String(decoding: result, as: UTF8.self),
      marks: marks.sorted { ($0.lower, $1.upper) < ($1.lower, $0.upper) }, at: place)
  }
}

/// A stretch of a text that became a longer or a shorter one.
private struct Change {
  let old: Range<Int>
  let new: Range<Int>
}

extension [Change] {
  /// The first one that ends behind a position.
  private func first(behind position: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].old.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a position is now; nil for one within a change.
  private func moved(_ position: Int) -> Int? {
    let next = first(behind: position)
    if next < count, self[next].old.lowerBound < position { return nil }
    return next == 0
      ? position
      : position + self[next - 1].new.upperBound
        - self[next - 1].old.upperBound
  }

  /// The mark where it is now; nil where an end of it, or all of it, stood within a change.
  fileprivate func moved(_ mark: Mark) -> Mark? {
    guard let lower = moved(mark.lower), let upper = moved(mark.upper) else { return nil }
    let next = first(behind: mark.lower)
    if next < count, self[next].old.contains(mark.lower), mark.upper <= self[next].old.upperBound {
      return nil
    }
    return Mark(mark.kind, lower..<upper, delimiter: Int(mark.delimiter))
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
  /// Whether an ASCII letter, then letters, digits and underscores.
  var isUsualVariableName: Bool {
    guard let first, first > 0x39, first != 0x5F else { return false }
    for byte in self {
      let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
      if !isLetter, byte &- UInt8(ascii: "0") > 9, byte != 0x5F { return false }
    }
    return true
  }

  fileprivate var isStrictVariableName: Bool {
    guard let first, !(0x30...0x39).contains(first), count <= 50 else { return false }
    return allSatisfy(\.isNameByte)
  }
}

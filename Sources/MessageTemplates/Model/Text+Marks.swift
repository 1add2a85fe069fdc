/// Finding variables and markup.
///
/// Markup follows the WhatsApp help page: a delimiter opens before a character that is no space
/// and after none that belongs to a word, closes the other way round, and does not span lines.
/// Nothing inside a variable is markup; inside code only variables are.
extension Text {
  /// The variables and, if wanted, the markup of a string.
  static func marks(in string: String, markup: Bool) -> [Mark] {
    var marks: [Mark] = []
    var native = string
    native.withUTF8 { findMarks(in: $0, markup: markup, into: &marks) }
    return marks
  }

  /// Finds variables and, if wanted, markup.
  static func findMarks(
    in bytes: UnsafeBufferPointer<UInt8>, markup: Bool, into marks: inout [Mark]
  ) {
    guard var index = nextSpecial(in: bytes, from: 0, markup: markup) else { return }
    var finder = MarkFinder(bytes: bytes, markup: markup)
    swap(&finder.marks, &marks)
    while index < bytes.count {
      let resume = finder.visit(index)
      guard let next = nextSpecial(in: bytes, from: resume, markup: markup) else { break }
      index = next
    }
    finder.sort()
    swap(&finder.marks, &marks)
  }

  /// The next byte that can begin or end a mark, looking at eight at a time.
  fileprivate static func nextSpecial(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, markup: Bool
  ) -> Int? {
    var index = start
    if !markup {
      index = bytes.firstIndex(of: UInt8(ascii: "$"), from: start)
      return index < bytes.count ? index : nil
    }
    while index + 8 <= bytes.count, let base = bytes.baseAddress {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let stop =
        zeros(word, 0x24) | zeros(word, 0x2A) | zeros(word, 0x5F) | zeros(word, 0x7E)
        | zeros(word, 0x60)
      let found = UInt64(littleEndian: stop) & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0x24, 0x2A, 0x5F, 0x7E, 0x60: return index
      default: index += 1
      }
    }
    return nil
  }

  /// A high bit in each byte of the word that equals `byte`.
  @inline(__always)
  private static func zeros(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (ones &* byte)
    return (difference &- ones) & ~difference
  }
}

extension Text {
  /// Whether a character stands in the text that can begin or end markup.
  var holdsDelimiter: Bool {
    withBytes { $0.contains { $0 == 0x2A || $0 == 0x5F || $0 == 0x7E || $0 == 0x60 } }
  }

  /// Whether markup would be found in the text, were it sought.
  var looksMarkedUp: Bool {
    if !holdsDelimiter { return false }
    var marks: [Mark] = []
    withBytes { Text.findMarks(in: $0, markup: true, into: &marks) }
    return marks.contains { $0.kind != .variable }
  }

  /// Whether a character stands in the text that does begin or end markup, if it has a partner.
  var holdsOpenDelimiter: Bool {
    withBytes { bytes in
      let finder = MarkFinder(bytes: bytes, markup: true)
      var index = 0
      while let next = Text.nextSpecial(in: bytes, from: index, markup: true) {
        if finder.mayMark(next) { return true }
        index = next + 1
      }
      return false
    }
  }
}

/// The marks found so far, and the delimiters that still wait for their partner.
private struct MarkFinder {
  /// How far a delimiter waits; no platform takes a text that long.
  static let longest = 8_192

  let bytes: UnsafeBufferPointer<UInt8>
  let markup: Bool
  var marks: [Mark] = []
  /// Where delimiters wait for their partner: asterisks, underscores, tildes.
  private var waiting: (bold: [Int], italic: [Int], strike: [Int]) = ([], [], [])
  private var isSorted = true

  init(bytes: UnsafeBufferPointer<UInt8>, markup: Bool) {
    self.bytes = bytes
    self.markup = markup
  }

  mutating func sort() {
    if !isSorted { marks.sort { ($0.lower, $1.upper) < ($1.lower, $0.upper) } }
  }

  /// Looks at one special byte and says where to go on.
  mutating func visit(_ index: Int) -> Int {
    let byte = bytes[index]
    if byte == UInt8(ascii: "$") { return variable(at: index) }
    guard markup else { return index + 1 }
    if byte == UInt8(ascii: "`") { return code(at: index) }
    if close(byte, at: index) { return index + 1 }
    if canOpen(index, length: 1) { wait(byte, index) }
    return index + 1
  }

  /// `$(name)`: up to 64 bytes without parenthesis, dollar sign or line break.
  private mutating func variable(at index: Int) -> Int {
    guard index + 3 < bytes.count, bytes[index + 1] == UInt8(ascii: "(") else { return index + 1 }
    var end = index + 2
    var isBlank = true
    while end < bytes.count, end < index + 66 {
      switch bytes[end] {
      case UInt8(ascii: ")"):
        if isBlank { return index + 1 }
        if marks.isEmpty { marks.reserveCapacity(4) }
        marks.append(Mark(.variable, index..<end + 1, delimiter: 2))
        return end + 1
      case UInt8(ascii: "("), UInt8(ascii: "$"), 0x0A, 0x0D: return index + 1
      case 0x20: break
      default: isBlank = false
      }
      end += 1
    }
    return index + 1
  }

  /// Code between three backticks, over lines too, or between single ones.
  private mutating func code(at index: Int) -> Int {
    let length = isFence(index) ? 3 : 1
    var end = index + length
    while end + length <= bytes.count {
      let isEnd = length == 3 ? isFence(end) : bytes[end] == UInt8(ascii: "`")
      if length == 1, bytes[end] == 0x0A { break }
      guard isEnd else {
        end += 1
        continue
      }
      if end == index + length { break }
      marks.append(Mark(.code, index..<end + length, delimiter: length))
      var inner = index + length
      while inner < end {
        inner = bytes[inner] == UInt8(ascii: "$") ? variable(at: inner) : inner + 1
      }
      return end + length
    }
    return index + length
  }

  /// Whether a delimiter can be one, by what stands around it.
  func mayMark(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "$"): false
    case UInt8(ascii: "`"): true
    default: canOpen(index, length: 1) || canClose(index)
    }
  }

  private func isFence(_ index: Int) -> Bool {
    index + 3 <= bytes.count && bytes[index] == 0x60 && bytes[index + 1] == 0x60
      && bytes[index + 2] == 0x60
  }

  private mutating func wait(_ byte: UInt8, _ index: Int) {
    switch kind(of: byte) {
    case .bold: waiting.bold.append(index)
    case .italic: waiting.italic.append(index)
    default: waiting.strike.append(index)
    }
  }

  /// Closes the nearest waiting delimiter of the same kind on the same line.
  private mutating func close(_ byte: UInt8, at index: Int) -> Bool {
    let kind = kind(of: byte)
    let found =
      switch kind {
      case .bold: waiting.bold.last
      case .italic: waiting.italic.last
      default: waiting.strike.last
      }
    guard let start = found, start + 1 < index, canClose(index) else { return false }
    if index - start > MarkFinder.longest || bytes[start..<index].contains(0x0A) {
      forget(upTo: index)
      return false
    }
    while let last = waiting.bold.last, last >= start { waiting.bold.removeLast() }
    while let last = waiting.italic.last, last >= start { waiting.italic.removeLast() }
    while let last = waiting.strike.last, last >= start { waiting.strike.removeLast() }
    if let last = marks.last, last.lower > start { isSorted = false }
    marks.append(Mark(kind, start..<index + 1, delimiter: 1))
    return true
  }

  /// Nothing that waits on an earlier line finds its partner any more.
  private mutating func forget(upTo index: Int) {
    let near = max(index - MarkFinder.longest, 0)
    let line = (bytes[near..<index].lastIndex(of: 0x0A) ?? near - 1) + 1
    waiting.bold.removeAll { $0 < line }
    waiting.italic.removeAll { $0 < line }
    waiting.strike.removeAll { $0 < line }
  }

  private func kind(of byte: UInt8) -> Mark.Kind {
    switch byte {
    case UInt8(ascii: "*"): .bold
    case UInt8(ascii: "_"): .italic
    default: .strike
    }
  }

  private func canOpen(_ index: Int, length: Int) -> Bool {
    guard index + length < bytes.count, bytes[index + length] > 0x20 else { return false }
    return index == 0 || !belongsToWord(bytes[index - 1])
  }

  private func canClose(_ index: Int) -> Bool {
    guard index > 0, bytes[index - 1] > 0x20 else { return false }
    return index + 1 == bytes.count || !belongsToWord(bytes[index + 1])
  }

  /// Whether an ASCII letter or digit; other scripts write without spaces between words.
  private func belongsToWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

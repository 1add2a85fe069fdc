internal import CBytes

/// Finds the marks of a text; one finder serves many texts and keeps its memory.
struct MarkFinder: ~Copyable {
  /// How far a delimiter waits; no platform takes a text that long.
  static let longest = 8_192

  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var markup = false
  /// The marks found so far, in the end in the order they begin.
  private(set) var marks = Scratch<Mark>()
  /// Where delimiters wait for their partner: asterisks, underscores, tildes.
  private var bold = Scratch<Int>()
  private var italic = Scratch<Int>()
  private var strike = Scratch<Int>()
  private var isSorted = true

  /// Looks through a text for variables and, if wanted, markup.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>, markup: Bool) {
    find(in: bytes, from: MarkFinder.next(in: bytes, from: 0, markup), markup: markup)
  }

  /// Looks through a text from the first byte on that may begin a mark.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>, from first: Int, markup: Bool) {
    marks.removeAll()
    var index = first
    if index == bytes.count { return }
    self.bytes = bytes
    self.markup = markup
    isSorted = true
    bold.removeAll()
    italic.removeAll()
    strike.removeAll()
    while index < bytes.count { index = MarkFinder.next(in: bytes, from: visit(index), markup) }
    if isSorted { return }
    var found = marks.values
    found.sort { ($0.lower, $1.upper) < ($1.lower, $0.upper) }
  }

  /// The next byte that can begin or end a mark; the end where there is none.
  @inline(__always)
  static func next(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ markup: Bool
  ) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    return markup
      ? bytes_find_mark(base, start, bytes.count)
      : bytes_find(base, start, bytes.count, UInt8(ascii: "$"))
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
    let start = index &+ 2
    guard start &+ 1 < bytes.count, let base = bytes.baseAddress,
      base[index &+ 1] == UInt8(ascii: "(")
    else { return index &+ 1 }
    let limit = min(bytes.count, start &+ 64)
    let end = bytes_find_name_end(base, start, limit)
    guard end < limit, base[end] == UInt8(ascii: ")") else { return index &+ 1 }
    var first = start
    while base[first] == 0x20 { first &+= 1 }
    if first == end { return index &+ 1 }
    marks.append(Mark(.variable, index..<end &+ 1, delimiter: 2))
    return end &+ 1
  }

  /// Code between three backticks, over lines too, or between single ones.
  private mutating func code(at index: Int) -> Int {
    let length = isFence(index) ? 3 : 1
    var end = index + length
    while end + length <= bytes.count {
      end = bytes.firstIndex(of: UInt8(ascii: "`"), from: end)
      if length == 3, !isFence(end) {
        end += 1
        continue
      }
      if end == index + length || end == bytes.count { break }
      if length == 1, holdsLineEnd(index, end) { break }
      marks.append(Mark(.code, index..<end + length, delimiter: length))
      var inner = index + length
      while inner < end {
        inner = bytes[inner] == UInt8(ascii: "$") ? variable(at: inner) : inner + 1
      }
      return end + length
    }
    return index + length
  }

  private func isFence(_ index: Int) -> Bool {
    index + 3 <= bytes.count && bytes[index] == 0x60 && bytes[index + 1] == 0x60
      && bytes[index + 2] == 0x60
  }

  private mutating func wait(_ byte: UInt8, _ index: Int) {
    switch kind(of: byte) {
    case .bold: bold.append(index)
    case .italic: italic.append(index)
    default: strike.append(index)
    }
  }

  /// Closes the nearest waiting delimiter of the same kind on the same line.
  private mutating func close(_ byte: UInt8, at index: Int) -> Bool {
    let kind = kind(of: byte)
    let found =
      switch kind {
      case .bold: bold.last
      case .italic: italic.last
      default: strike.last
      }
    guard let start = found, start + 1 < index, canClose(index) else { return false }
    if index - start > MarkFinder.longest || holdsLineEnd(start, index) {
      forget(upTo: index)
      return false
    }
    bold.drop(from: start)
    italic.drop(from: start)
    strike.drop(from: start)
    if let last = marks.last, last.lower > start { isSorted = false }
    marks.append(Mark(kind, start..<index + 1, delimiter: 1))
    return true
  }

  @inline(__always)
  private func holdsLineEnd(_ start: Int, _ end: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return bytes_find(base, start, end, 0x0A) < end
  }

  /// Nothing that waits on an earlier line finds its partner any more.
  private mutating func forget(upTo index: Int) {
    let near = max(index - MarkFinder.longest, 0)
    let line = (bytes[near..<index].lastIndex(of: 0x0A) ?? near - 1) + 1
    bold.drop(before: line)
    italic.drop(before: line)
    strike.drop(before: line)
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

extension Scratch<Int> {
  /// Takes the delimiters from a place on out of those that wait.
  @inline(__always)
  fileprivate mutating func drop(from start: Int) {
    while let last, last >= start { removeAll(from: count - 1) }
  }

  /// Takes those before a place out; they stand in order.
  fileprivate mutating func drop(before start: Int) {
    removeFirst(values.prefix { $0 < start }.count)
  }
}

/// Looking at the bytes of a text.
extension Text {
  /// Whether there is nothing to read.
  public var isEmpty: Bool { count == 0 }

  /// Whether there is nothing to read but white space.
  package var isBlank: Bool {
    withBytes { bytes in
      for byte in bytes where byte > 0x20 { return false }
      return true
    }
  }

  /// Whether there is nothing but white space in a stretch of the text.
  package func isBlank(_ range: Range<Int>) -> Bool {
    withBytes { $0[range].allSatisfy { $0 <= 0x20 } }
  }

  /// Whether the text reads as a word does.
  func reads(_ word: String) -> Bool {
    guard word.utf8.count == count else { return false }
    return withBytes { own in
      word.utf8.withContiguousStorageIfAvailable { own.isEqual(to: $0) }
        ?? own.elementsEqual(word.utf8)
    }
  }

  /// Whether the text reads as a word does.
  func reads(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && withBytes { $0.begins(word) }
  }

  /// Whether a byte stands in the text.
  func holds(_ byte: UInt8) -> Bool {
    withBytes { $0.firstIndex(of: byte, from: 0) < $0.count }
  }

  /// Whether a short run of ASCII stands in the text.
  func holds(_ word: StaticString) -> Bool { withBytes { $0.holds(word) } }

  /// How often a short run of ASCII stands in the text.
  func count(of word: StaticString) -> Int { withBytes { $0.count(of: word) } }

  /// Where a string stands first, as UTF-8 offsets.
  func range(of other: String) -> Range<Int>? {
    var other = other
    return withBytes { own in
      other.withUTF8 { wanted in
        guard let first = wanted.first else { return 0..<0 }
        var index = own.firstIndex(of: first, from: 0)
        while index + wanted.count <= own.count {
          let end = index + wanted.count
          if UnsafeBufferPointer(rebasing: own[index..<end]).isEqual(to: wanted) {
            return index..<end
          }
          index = own.firstIndex(of: first, from: index + 1)
        }
        return nil
      }
    }
  }

  /// The last byte.
  var last: UInt8? { withBytes { $0.last } }

  /// A stretch of the text, by UTF-8 offsets.
  package func slice(_ range: Range<Int>) -> String {
    withBytes {
      String(copying: UTF8Span(unchecked: UnsafeBufferPointer(rebasing: $0[range]).span))
    }
  }

  /// How many bytes there are before the line breaks and spaces at the end.
  var trimmedCount: Int {
    withBytes { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
      return end
    }
  }

  /// Without the line breaks and spaces at its end.
  var trimmedEnd: Text {
    let end = trimmedCount
    return end == count ? self : cut(to: end)
  }

  /// The first bytes of the text, with the marks that fit.
  func cut(to end: Int) -> Text {
    let first = withMarks { $0.firstIndex { $0.upper > end } ?? $0.count }
    let isRun = withMarks { $0[first...].allSatisfy { $0.upper > end } }
    if isRun { return prefix(end, marks: first) }
    return Text(slice(0..<end), marks: marks.filter { $0.upper <= end }, at: place)
  }
}

/// Adding to a text.
extension Text {
  /// Adds a text at the end.
  package mutating func append(_ other: Text) { append(other, behind: "", in: nil) }

  /// Adds a text at the end, behind what keeps it apart from the text before.
  mutating func append(_ other: Text, behind separator: StaticString, in arena: Arena?) {
    var builder = TextBuilder(
      bytes: count + separator.utf8CodeUnitCount + other.count,
      marks: markCount + other.markCount, in: arena)
    builder.append(self)
    builder.append(separator)
    builder.append(other)
    self = builder.finished(at: place)
  }

  /// Adds a string in which nothing is a variable or markup.
  package mutating func append(literal other: String) { append(.plain(other)) }
}

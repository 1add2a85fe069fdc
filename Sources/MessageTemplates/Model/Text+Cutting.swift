/// Cutting texts: at words, on grapheme borders, never inside an atom.
extension Text {
  /// The text in at most `room` units, with an ellipsis for what is gone.
  func shortened(to room: Int, _ limit: Limit) -> Text {
    let ellipsis = limit.count("…")
    var count = 0
    var best = 0
    var fallback = 0
    var offset = 0
    let atoms = atomRanges
    for character in string {
      let next = offset + character.utf8.count
      count += limit.count(String(character))
      if count > room - ellipsis { break }
      let isInside = atoms.contains { $0.lowerBound < next && next < $0.upperBound }
      if !isInside {
        fallback = next
        if character.isWhitespace || atoms.contains(where: { $0.upperBound == next }) { best = next }
      }
      offset = next
    }
    let end = best > fallback / 2 ? best : fallback
    if end == 0 { return .plain("", at: place) }
    return closing(to: end).trimmedEnd.adding("…")
  }

  /// The first sentence, with the line's link at its end; nil where that is all there is.
  var firstSentence: Text? {
    let atoms = atomRanges
    let link = atoms.last { $0.upperBound == string.utf8.count }
    let body = link?.lowerBound ?? string.utf8.count
    var offset = 0
    var seenText = false
    for character in string {
      let next = offset + character.utf8.count
      if next >= body { return nil }
      let isInside = atoms.contains { $0.lowerBound < next && next < $0.upperBound }
      let isNumber = !seenText && (character.isNumber || character == ".")
      if !isNumber, !character.isWhitespace { seenText = true }
      if seenText, !isNumber, !isInside, ".!?。！？\n".contains(character), next < body { 
        let rest = slice(next..<body).trimmed
        if rest.isEmpty || rest == "—" { return nil }
        var result = closing(to: next).trimmedEnd
        if link != nil { result.append(literal: " — ") }
        if let link { result.append(sub(link)) }
        return result
      }
      offset = next
    }
    return nil
  }

  private func sub(_ range: Range<Int>) -> Text {
    Text(String(slice(range)), at: place, markup: false)
  }

  private func adding(_ suffix: String) -> Text {
    var copy = self
    copy.append(literal: suffix)
    return copy
  }

  /// The first bytes, with the markup that is open there closed.
  private func closing(to end: Int) -> Text {
    var result = cut(to: end)
    let open = marks.filter { $0.kind != .variable && $0.lower < end && $0.upper > end }
    var added: [Mark] = []
    var content = result.trimmedEnd
    for mark in open.reversed() {
      let delimiter = Int(mark.delimiter)
      guard mark.lower + delimiter < content.string.utf8.count else {
        content = content.cut(to: mark.lower).trimmedEnd
        continue
      }
      content.append(literal: String(slice(mark.lower..<mark.lower + delimiter)))
      added.append(
        Mark(mark.kind, mark.lower..<content.string.utf8.count, delimiter: delimiter))
    }
    if open.isEmpty { return result }
    let all = (content.marks + added).sorted { ($0.lower, $1.upper) < ($1.lower, $0.upper) }
    result = Text(content.string, marks: all, at: place)
    return result
  }

  /// What must stay whole: variables, code and links.
  var atomRanges: [Range<Int>] {
    var ranges = marks.filter { $0.kind == .variable || $0.kind == .code }.map(\.range)
    ranges += linkRanges
    return ranges
  }

  /// Stretches that begin with `http://` or `https://`, up to the next space.
  private var linkRanges: [Range<Int>] {
    let bytes = Array(string.utf8)
    var ranges: [Range<Int>] = []
    var index = 0
    while index + 8 < bytes.count {
      let isLink = bytes[index...].starts(with: "http://".utf8) || bytes[index...].starts(with: "https://".utf8)
      guard isLink else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      ranges.append(index..<end)
      index = end
    }
    return ranges
  }
}

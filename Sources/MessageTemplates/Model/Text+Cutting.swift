/// Cutting texts: at words, on grapheme borders, never inside an atom.
///
/// All offsets are UTF-8 bytes; characters are looked at only near the place of the cut.
extension Text {
  /// The text in at most `room` units, with an ellipsis for what is gone; empty where nothing fits.
  func shortened(to room: Int, _ limit: Limit) -> Text {
    let shorter = cut(to: room, limit)
    // Marks that the cut leaves open are closed, which takes room too.
    let excess = limit.count(shorter) - room
    return excess > 0 ? cut(to: room - excess, limit) : shorter
  }

  /// The same for a name or a label, which is never empty: where nothing else fits, a link is cut
  /// as any word is.
  func abbreviated(to room: Int, _ limit: Limit) -> Text {
    let shorter = shortened(to: room, limit)
    if !shorter.isEmpty { return shorter }
    let end = prefixEnd(room - limit.count("…"), limit)
    let first = marks.first { $0.kind == .variable && $0.upper > end }
    return .plain(slice(0..<min(end, first?.lower ?? end)) + "…", at: place)
  }

  private func cut(to room: Int, _ limit: Limit) -> Text {
    let atoms = atomRanges
    let bound = prefixEnd(room - limit.count("…"), limit)
    var end = bound
    while let atom = atoms.first(where: { $0.lowerBound < end && end < $0.upperBound }) {
      end = atom.lowerBound
    }
    let word = lastWordEnd(before: end, atoms)
    if word > end / 2 { end = word }
    let result = closing(to: end).trimmedEnd
    return result.isEmpty ? .plain("", at: place) : result.adding("…")
  }

  /// How many bytes of whole characters fit into so many units.
  private func prefixEnd(_ room: Int, _ limit: Limit) -> Int {
    if room <= 0 { return 0 }
    let (start, used) = safeStart(room, limit)
    // Few characters are long; of a long text only the beginning is looked at.
    var seen = start + 256 + 8 * (room - used)
    while true {
      let window = start..<border(before: min(seen, self.count))
      var (end, count) = (start, used)
      for character in slice(window) {
        count += limit.count(String(character))
        if count > room { return end }
        end += character.utf8.count
      }
      if window.upperBound == self.count { return end }
      seen *= 4
    }
  }

  /// Where a scalar begins, there or before; the end is such a place.
  private func border(before end: Int) -> Int {
    withBytes { bytes in
      var end = end
      while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return end
    }
  }

  /// A border between two ASCII characters that lies within the room, and the units before it.
  private func safeStart(_ room: Int, _ limit: Limit) -> (offset: Int, units: Int) {
    withBytes { bytes in
      var (start, units) = (0, 0)
      // A byte is one unit at most, so that as many bytes as there are units left always fit.
      while room - units > 16, let border = Text.border(bytes, start..<start + room - units) {
        units += limit.count(UnsafeBufferPointer(rebasing: bytes[start..<border]))
        start = border
      }
      return (start, units)
    }
  }

  /// The last border between two ASCII characters within a range, if it lies far enough.
  private static func border(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var border = min(range.upperBound, bytes.count - 1)
    while border > range.lowerBound + 8 {
      let isPlain = bytes[border] < 0x80 && bytes[border - 1] < 0x80 && bytes[border] != 0x0A
      if isPlain { return border }
      border -= 1
    }
    return nil
  }

  /// Where the last word ends that ends before an offset: at a space outside all atoms.
  private func lastWordEnd(before end: Int, _ atoms: [Range<Int>]) -> Int {
    withBytes { Text.lastWordEnd($0, before: end, atoms) }
  }

  private static func lastWordEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, before end: Int, _ atoms: [Range<Int>]
  ) -> Int {
    if end >= bytes.count || bytes[end] <= 0x20 { return end }
    if atoms.contains(where: { $0.upperBound == end }) { return end }
    var index = end - 1
    while index > 0 {
      if bytes[index] <= 0x20,
        !atoms.contains(where: { $0.lowerBound < index && index < $0.upperBound })
      {
        return index
      }
      index -= 1
    }
    return 0
  }

  /// The first sentence and the link at the end; nil where that is all there is.
  var firstSentence: Text? {
    let atoms = atomRanges
    let link = atoms.last { $0.upperBound == count }
    let body = link?.lowerBound ?? count
    guard let end = withBytes({ Text.firstSentenceEnd($0, before: body, atoms) }) else {
      return nil
    }
    let rest = slice(end..<body).trimmed
    if rest.isEmpty || rest == "—" { return nil }
    var result = closing(to: end).trimmedEnd
    if let link {
      result.append(literal: " — ")
      result.append(Text(slice(link), at: place, markup: false))
    }
    return result
  }

  /// Where the first sentence ends, behind the number that a line may begin with.
  private static func firstSentenceEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, before end: Int, _ atoms: [Range<Int>]
  ) -> Int? {
    var index = 0
    while index < end, [0x20, 0x2E].contains(bytes[index]) || (0x30...0x39).contains(bytes[index]) {
      index += 1
    }
    while index < end {
      let length = sentenceEnd(bytes, at: index)
      if length > 0, index + length < end,
        !atoms.contains(where: { $0.lowerBound < index && index < $0.upperBound })
      {
        return index + length
      }
      index += 1
    }
    return nil
  }

  /// How many bytes a full stop or line break takes that stands here; 0 for none.
  private static func sentenceEnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let rest = UnsafeBufferPointer(rebasing: bytes[index...])
    switch bytes[index] {
    case 0x21, 0x3F, 0x0A: return 1
    case 0x2E: return rest.count == 1 || rest[1] <= 0x20 ? 1 : 0
    case 0xE3: return rest.begins("。") ? 3 : 0
    case 0xEF: return rest.begins("！") || rest.begins("？") ? 3 : 0
    default: return 0
    }
  }

  private func adding(_ suffix: String) -> Text {
    var copy = self
    copy.append(literal: suffix)
    return copy
  }

  /// The first bytes, with the markup that is open there closed.
  private func closing(to end: Int) -> Text {
    let open = marks.filter { $0.kind != .variable && $0.lower < end && $0.upper > end }
    if open.isEmpty { return cut(to: end) }
    var content = cut(to: end).trimmedEnd
    var added: [Mark] = []
    for mark in open.reversed() {
      let delimiter = Int(mark.delimiter)
      guard mark.lower + delimiter < content.count else {
        content = content.cut(to: min(mark.lower, content.count)).trimmedEnd
        continue
      }
      content.append(literal: slice(mark.lower..<mark.lower + delimiter))
      added.append(Mark(mark.kind, mark.lower..<content.count, delimiter: delimiter))
    }
    let all = (content.marks + added).sorted { ($0.lower, $1.upper) < ($1.lower, $0.upper) }
    return Text(content.string, marks: all, at: place)
  }

  /// What must stay whole: variables, code and links.
  var atomRanges: [Range<Int>] {
    let own = marks.filter { $0.kind == .variable || $0.kind == .code }.map(\.range)
    return own + linkRanges
  }

  /// Stretches that begin with `http://` or `https://`, up to the next space.
  private var linkRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    withBytes { bytes in
      let letter = UInt8(ascii: "h")
      var index = bytes.firstIndex(of: letter, from: 0)
      while index + 8 < bytes.count {
        let rest = UnsafeBufferPointer(rebasing: bytes[index...])
        var end = index + 1
        if rest.begins("http://") || rest.begins("https://") {
          end = rest.firstIndex { $0 <= 0x20 }.map { index + $0 } ?? bytes.count
          ranges.append(index..<end)
        }
        index = bytes.firstIndex(of: letter, from: end)
      }
    }
    return ranges
  }
}

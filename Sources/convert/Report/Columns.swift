import MessageTemplates

/// Columns as SARIF counts them, in UTF-16 code units, of places that reports give in bytes.
///
/// Places that come in order cost little, however long a line is.
struct Columns: Sendable {
  private let bytes: [UInt8]
  private let count: Int
  /// Where the text begins.
  private let beginning: ForeignDocument.Excerpt
  /// Where the line began that was asked for last, which it is, and how far it was counted.
  private var start = 0
  private var line = 1
  private var counted = 0
  private var units = 0

  /// Counts in the text of a piece of work.
  init(_ chunk: Chunk) {
    bytes = chunk.export?.bytes ?? chunk.bytes
    beginning =
      chunk.export?.excerpt
      ?? ForeignDocument.Excerpt(
        count: bytes.count, line: chunk.kind == .lines ? chunk.firstLine : 1)
    count = beginning.count
    rewind()
  }

  /// The column, from 1, of a byte of a line; none where the text is not at hand.
  mutating func utf16(line wanted: Int, column: Int) -> Int? {
    if count == 0 { return column == 1 ? 1 : nil }
    if wanted < line || (wanted == line && start + column - 1 < counted) { rewind() }
    while line < wanted {
      guard let feed = bytes[max(start, 0)..<count].firstIndex(of: 0x0A) else { return nil }
      start = feed + 1
      (line, counted, units) = (line + 1, start, 0)
    }
    let end = min(start + column - 1, count)
    if wanted < line || end < counted { return nil }
    while counted < end {
      units += bytes[counted].unitCount
      counted += 1
    }
    return units + 1
  }

  private mutating func rewind() {
    (line, start, counted) = (beginning.line, 1 - beginning.column, 0)
    units = beginning.unitColumn - 1
  }
}

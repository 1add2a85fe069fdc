/// Bytes that are no UTF-8 JSON, known by how they begin.
extension ReadError {
  /// What the first bytes of a file say it is, where that is not JSON in UTF-8.
  ///
  /// JSON begins with an ASCII character, so a zero byte among the first two is UTF-16 or UTF-32.
  package init?(foreign bytes: Span<UInt8>) {
    guard bytes.count >= 2 else { return nil }
    let name: String
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0xFE, 0xFF): name = "UTF-16"
    case (0, 0): name = bytes.count > 3 && bytes[3] != 0 ? "UTF-32" : "zero bytes"
    case (0, 0x01...0x7F): name = "UTF-16"
    case (0x01...0x7F, 0):
      if bytes.count == 3 || (bytes.count > 3 && bytes[3] != 0) { return nil }
      name = bytes.count > 3 && bytes[2] == 0 ? "UTF-32" : "UTF-16"
    case (0x1F, 0x8B): name = "gzip data"
    default: return nil
    }
    self.init(found: name, expected: "UTF-8")
  }

  /// A line of NDJSON on which nothing stands.
  package static var emptyLine: ReadError {
    ReadError(found: "an empty line", expected: "a template")
  }

  /// An error at the beginning of a file.
  package static func unreadable(found: String, expected: String) -> ReadError {
    ReadError(found: found, expected: expected)
  }
}

extension UInt8 {
  /// How many UTF-16 code units begin with this byte of UTF-8.
  package var unitCount: Int {
    switch self {
    case 0x80...0xBF: 0
    case 0xF0...: 2
    default: 1
    }
  }
}

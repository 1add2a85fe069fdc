/// First bytes by which encodings show.
enum EncodingSign {
  /// Byte order marks, the longer ones before those that they begin with.
  static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// What `<` looks like at the beginning of a document without a mark.
  static let starts: [([UInt8], String)] = [
    ([0x3C, 0, 0, 0], "UTF-32LE"), ([0, 0, 0, 0x3C], "UTF-32BE"), ([0x3C, 0], "UTF-16LE"),
    ([0, 0x3C], "UTF-16BE"),
  ]
}

/// What reviewers look for in a text: emoji, and links that hide where they lead.
extension String {
  /// Whether an emoji stands in the text.
  var holdsEmoji: Bool {
    if utf8.allSatisfy({ $0 < 0x80 }) { return false }
    return unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many characters there are that may be emoji, by their first bytes.
  var emojiLeads: Int {
    var count = 0
    for byte in self where byte == 0xF0 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
      count &+= 1
    }
    return count
  }

  /// Whether a link to a host stands among the bytes.
  fileprivate func lead(to host: UnsafeBufferPointer<UInt8>) -> Bool {
    var slash = firstIndex(of: 0x2F, from: 0)
    while slash < count {
      let start = slash - host.count
      let isWhole = start == 0 || (start > 0 && !self[start - 1].isHostByte)
      if isWhole, self[start..<slash].elementsEqual(host) { return true }
      slash = firstIndex(of: 0x2F, from: slash + 1)
    }
    return false
  }
}

extension UInt8 {
  /// Whether the byte can stand in a host's name.
  fileprivate var isHostByte: Bool { isAlphanumeric || self == 0x2D || self == 0x2E }
}

extension Text {
  /// Whether a link to a host stands in the text.
  func leads(to host: String) -> Bool {
    var host = host
    return withBytes { bytes in host.withUTF8 { bytes.lead(to: $0) } }
  }
}

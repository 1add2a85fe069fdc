internal import CBytes

/// What reviewers look for in a text: emoji, and links that hide where they lead.
extension Text {
  /// Whether an emoji stands in the text.
  var holdsEmoji: Bool { holdsEmoji(moreThan: 0) }

  /// Whether more emoji, and marks that ask for one, stand in the text than so many.
  func holdsEmoji(moreThan most: Int) -> Bool { withBytes { $0.holdsEmoji(moreThan: most) } }

  /// How many characters there are with an emoji in them.
  var emojiCount: Int {
    string.count { character in character.unicodeScalars.contains(where: \.isShownAsEmoji) }
  }

  /// Whether a link to a host stands in the text.
  func leads(to host: String) -> Bool {
    var host = host
    return withBytes { bytes in host.withUTF8 { bytes.lead(to: $0) } }
  }
}

extension UnicodeScalar {
  /// Whether an emoji, or the mark that asks for one.
  fileprivate var isShownAsEmoji: Bool { properties.isEmojiPresentation || value == 0xFE0F }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holdsEmoji(moreThan most: Int) -> Bool {
    guard let baseAddress else { return false }
    var room = most
    var index = bytes_find_emoji_lead(baseAddress, 0, count)
    while index < count {
      let scalar = scalar(at: index)
      // U+231A is the first of them.
      if let scalar, scalar.value >= 0x231A, scalar.isShownAsEmoji {
        room -= 1
        if room < 0 { return true }
      }
      index = bytes_find_emoji_lead(baseAddress, index + 3, count)
    }
    return false
  }

  /// Whether a link to a host stands among the bytes.
  fileprivate func lead(to host: UnsafeBufferPointer<UInt8>) -> Bool {
    var slash = firstIndex(of: 0x2F, from: 0)
    while slash < count {
      let start = slash - host.count
      let isWhole = start == 0 || (start > 0 && !self[start - 1].isHostByte)
      if isWhole, UnsafeBufferPointer(rebasing: self[start..<slash]).isEqual(to: host) {
        return true
      }
      slash = firstIndex(of: 0x2F, from: slash + 1)
    }
    return false
  }
}

extension UInt8 {
  /// Whether the byte can stand in a host's name.
  fileprivate var isHostByte: Bool { isAlphanumeric || self == 0x2D || self == 0x2E }
}

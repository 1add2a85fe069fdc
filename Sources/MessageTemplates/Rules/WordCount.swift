/// Counts the words of a text, until there are enough.
///
/// Where words are not set apart, every two letters count as one.
struct WordCount {
  /// How many words there are; at least so many, where counting stopped.
  var words: Int { ended + current }

  private let enough: Int
  private var ended = 0
  /// How many letters and digits the word has that is being read.
  private var letters = 0
  /// Whether its script sets words apart.
  private var isApart = true

  init(upTo enough: Int) { self.enough = enough }

  private var current: Int { isApart ? min(letters, 1) : (letters + 1) / 2 }

  /// Reads a stretch at whose end a word ends too.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var characters = UTF8Span(unchecked: bytes.span).makeCharacterIterator()
    var index = 0
    while index < bytes.count, words < enough {
      if bytes[index] < 0x80, bytes.isBorder(index + 1) {
        if bytes[index].isAlphanumeric { letters += 1 } else { endWord() }
        index += 1
      } else if let letter = bytes.plainLetter(index), bytes.isBorder(index + letter.count) {
        letters += 1
        if !letter.isApart { isApart = false }
        index += letter.count
      } else {
        characters.reset(toUnchecked: index)
        _ = characters.skipForward()
        let end = characters.currentCodeUnitOffset
        read(character: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        index = end
      }
    }
    endWord()
  }

  /// Reads one character, which is what its first scalar is.
  private mutating func read(character: UnsafeBufferPointer<UInt8>) {
    guard let properties = character.scalar(at: 0)?.properties,
      properties.isAlphabetic || properties.numericType != nil
    else { return endWord() }
    letters += 1
    if isApart { isApart = !character.reachesThai }
  }

  private mutating func endWord() {
    ended += current
    letters = 0
    isApart = true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether what stands at an index is sure to be no part of the character before it.
  @inline(__always)
  fileprivate func isBorder(_ index: Int) -> Bool {
    index >= count || self[index] < 0x80 || plainLetter(index) != nil
  }

  /// How many bytes the letter has that stands at an index, and whether its script sets words apart;
  /// nil for what takes a second look.
  fileprivate func plainLetter(_ index: Int) -> (count: Int, isApart: Bool)? {
    let lead = UInt32(self[index])
    if 0xC3...0xD9 ~= lead, index + 1 < count {
      switch (lead & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F) {
      case 0xD7, 0xF7, 0x3A2: return nil
      case 0xC0...0x24F, 0x391...0x3CE, 0x400...0x481, 0x48A...0x52F, 0x5D0...0x5EA,
        0x620...0x63F, 0x641...0x64A:
        return (2, true)  // Latin, Greek, Cyrillic, Hebrew, Arabic.
      default: return nil
      }
    }
    guard 0xE0...0xED ~= lead, index + 2 < count else { return nil }
    let low = UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F)
    switch (lead & 0x0F) << 12 | low {
    case 0x904...0x939: return (3, true)  // Devanagari.
    case 0xE01...0xE2E, 0xE40...0xE44, 0x3041...0x3096, 0x30A1...0x30FA, 0x5000...0x9FFF,
      0xAC00...0xD7A3:
      return (3, false)  // Thai, kana, ideographs, Hangul.
    default: return nil
    }
  }

  /// Whether a scalar from U+0E00 on stands among the bytes: where Thai begins.
  fileprivate var reachesThai: Bool {
    for index in indices where self[index] >= 0xE0 {
      if self[index] > 0xE0 || self[index + 1] >= 0xB8 { return true }
    }
    return false
  }
}

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
      } else if bytes[index].isIdeographLead, bytes.isBorder(index + 3) {
        letters += 1
        isApart = false
        index += 3
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

extension UInt8 {
  /// Whether the first byte of an ideograph, from U+5000 to U+9FFF.
  fileprivate var isIdeographLead: Bool { (0xE5...0xE9).contains(self) }

  /// Whether nothing that begins with the byte joins the character before it: Latin letters,
  /// Cyrillic ones, ideographs.
  fileprivate var isLetterLead: Bool {
    isIdeographLead || (0xC3...0xC9).contains(self) || (0xD0...0xD1).contains(self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether what stands at an index is sure to be no part of the character before it.
  fileprivate func isBorder(_ index: Int) -> Bool {
    index >= count || self[index] < 0x80 || self[index].isLetterLead
  }

  /// Whether a scalar from U+0E00 on stands among the bytes: where Thai begins.
  fileprivate var reachesThai: Bool {
    for index in indices where self[index] >= 0xE0 {
      if self[index] > 0xE0 || self[index + 1] >= 0xB8 { return true }
    }
    return false
  }
}

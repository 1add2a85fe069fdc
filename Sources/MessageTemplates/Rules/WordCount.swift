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
      // What is ASCII before ASCII is a character of its own.
      if bytes[index] < 0x80, index + 1 == bytes.count || bytes[index + 1] < 0x80 {
        if bytes[index].isAlphanumeric { letters += 1 } else { endWord() }
        index += 1
      } else {
        characters.reset(toUnchecked: index)
        guard let character = characters.next() else { break }
        read(character)
        index = characters.currentCodeUnitOffset
      }
    }
    endWord()
  }

  private mutating func read(_ character: Character) {
    guard character.isLetter || character.isNumber else { return endWord() }
    letters += 1
    if isApart { isApart = character.unicodeScalars.allSatisfy { $0.value < 0x0E00 } }
  }

  private mutating func endWord() {
    ended += current
    letters = 0
    isApart = true
  }
}

/// Markup between channels that draw it and channels that spell it.
extension Adaptation {
  /// Markup of a channel that draws it, as delimiters that can be told from the words.
  ///
  /// What cannot be is plain; what was plain and reads as markup is named.
  mutating func respellMarkup(_ body: inout Body?) {
    guard !isRepair, !isCanonical, features.contains(.markup),
      !limits.traits.contains(.bareTextIsPlain)
    else { return }
    let spellsItself =
      isFromCanonical || source.capabilities.traits.contains(.bareTextIsPlain)
    if !spellsItself, body?.text?.markCount ?? 0 == 0 { return }
    if spellsItself, let text = body?.text, text.hasLooseMark { body?.text = text.tightened }
    dropMarksInWords(&body, spellsItself: spellsItself)
    guard spellsItself, var text = body?.text else { return }
    var seen = text.withBytes { Text($0, markup: true, at: text.place, in: arena) }
    if seen.hasSameMarks(as: text) { return }
    let readable = text.marks.filter { mark in
      mark.kind == .variable || seen.marks.contains { $0.range == mark.range }
    }
    if readable.count < text.marks.count {
      log.add(.markupInWord, at: text.place, target: text.place)
      text = text.without(text.marks.filter { !readable.contains($0) })
      seen = text.withBytes { Text($0, markup: true, at: text.place, in: arena) }
    }
    if !seen.hasSameMarks(as: text) {
      log.add(.markupAppears, at: text.place, target: text.place)
    }
    body?.text = seen
  }
}

extension Adaptation {
  /// Whether a mark of a channel that draws it touches a letter where it is to be read.
  func hasMarkAgainstLetter(_ text: Text) -> Bool {
    guard source.capabilities.traits.contains(.bareTextIsPlain), features.contains(.markup),
      !limits.traits.contains(.bareTextIsPlain), !isCanonical, text.hasMarkup
    else { return false }
    return text.marks.contains { mark in
      let (before, after) = text.neighbours(of: mark)
      return mark.kind != .variable && (before?.isInWord ?? false || after?.isInWord ?? false)
    }
  }

  /// Marks within a word are none to most phones, which would show them as they are.
  private mutating func dropMarksInWords(_ body: inout Body?, spellsItself: Bool) {
    let wantsSpace =
      limits.closingMarkWantsSpace && !source.capabilities.closingMarkWantsSpace
    guard spellsItself || wantsSpace, let text = body?.text,
      spellsItself ? text.hasMarkup : text.hasMarkBeforeWord
    else { return }
    let isInside = { (mark: Mark) in
      if mark.kind == .variable { return false }
      let (before, after) = text.neighbours(of: mark)
      if wantsSpace, after?.isInWord ?? false { return true }
      return spellsItself && (before?.isInSpacedWord ?? false || after?.isInSpacedWord ?? false)
    }
    if !text.withMarks({ $0.contains(where: isInside) }) { return }
    let inside = text.marks.filter(isInside)
    log.add(.markupInWord, at: text.place, target: text.place)
    body?.text = text.without(inside)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a letter or digit begins at an index.
  @inline(__always)
  fileprivate func isInWord(at index: Int) -> Bool {
    self[index] < 0x80 ? self[index].isAlphanumeric : scalar(at: index)?.isInWord ?? false
  }
}

extension UnicodeScalar {
  /// Whether a letter or digit.
  fileprivate var isInWord: Bool {
    if value < 0x80 { return UInt8(value).isAlphanumeric }
    // Kana, Chinese characters and Hangul need no looking up.
    if (0x3041...0x30FA).contains(value) || (0x4E00...0x9FFF).contains(value) { return true }
    if (0xAC00...0xD7A3).contains(value) { return true }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Whether a letter or digit of a script that keeps its words apart.
  fileprivate var isInSpacedWord: Bool {
    switch value {
    // Thai, Lao, Burmese, Khmer; kana, Chinese characters, full width letters.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      return false
    default: return isInWord
    }
  }
}

extension Text {
  /// Whether a word goes on right behind a marked-up stretch.
  fileprivate var hasMarkBeforeWord: Bool {
    withMarks { marks in
      for mark in marks where mark.kind != .variable && mark.upper < count {
        if withBytes({ $0.isInWord(at: mark.upper) }) { return true }
      }
      return false
    }
  }

  /// What stands before and behind a marked-up stretch.
  fileprivate func neighbours(of mark: Mark) -> (before: UnicodeScalar?, after: UnicodeScalar?) {
    withBytes { bytes in
      var start = mark.lower - 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      return (
        start < 0 ? nil : bytes.scalar(at: start),
        mark.upper < bytes.count ? bytes.scalar(at: mark.upper) : nil
      )
    }
  }

  /// The text without the delimiters of some marks.
  fileprivate func without(_ gone: [Mark]) -> Text {
    let hidden = gone.flatMap { mark in
      let delimiter = Int(mark.delimiter)
      return [mark.lower..<mark.lower + delimiter, mark.upper - delimiter..<mark.upper]
    }
    let cuts = hidden.sorted { $0.lowerBound < $1.lowerBound }
    var result = ""
    var position = 0
    for cut in cuts {
      result += slice(position..<cut.lowerBound)
      position = cut.upperBound
    }
    result += slice(position..<count)
    let moved = marks.filter { !gone.contains($0) }.map { mark in
      let before = { (offset: Int) in
        cuts.reduce(0) { $0 + ($1.upperBound <= offset ? $1.count : 0) }
      }
      let range = mark.lower - before(mark.lower)..<mark.upper - before(mark.upper)
      return Mark(mark.kind, range, delimiter: Int(mark.delimiter))
    }
    return Text(result, marks: moved, at: place)
  }
}

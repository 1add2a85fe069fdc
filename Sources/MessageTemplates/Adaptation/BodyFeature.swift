/// The body: what was in it, and what else became part of it.
extension Adaptation {
  mutating func composeBody(_ message: inout Message) {
    if message.body?.kept.isEmpty == false, var body = message.body {
      adaptKept(&body.kept)
      message.body = body
    }
    if parts.isEmpty, !exceeds(message) { return finishBody(&message) }
    if let text = message.body?.text, !text.isBlank {
      let index = parts.firstIndex { $0.role > .body } ?? parts.endIndex
      parts.insert(Part(role: .body, text: text, entry: nil), at: index)
    }
    sortParts()
    fitParts(to: limit(of: message))
    let text = composed()
    if !message.body.isThere { message.body = Body(nil) }
    message.body?.text = text
    finishBody(&message)
  }

  @inline(__always)
  private func limit(of message: Message) -> Limit {
    if message.offer?.place != nil, features.contains(.offer), isStated(.bodyWithOffer) {
      return limits[.bodyWithOffer]
    }
    let isProduct = message.header?.content == .product
    return isProduct && isStated(.bodyWithProduct) ? limits[.bodyWithProduct] : limits[.body]
  }

  @inline(__always)
  private func isStated(_ measure: Measure) -> Bool {
    limits[measure].isEnforced && limits[measure].maximum != .max
  }

  @inline(__always)
  private func exceeds(_ message: Message) -> Bool {
    guard let text = message.body?.text else { return false }
    return !limit(of: message).allows(text)
  }

  /// Sorts by where parts stand; parts of one role keep their order.
  private mutating func sortParts() {
    if parts.count > 64 {
      parts = parts.enumerated()
        .sorted { ($0.element.role, $0.offset) < ($1.element.role, $1.offset) }.map(\.element)
      return
    }
    for end in parts.indices {
      var index = end
      while index > 0, parts[index - 1].role > parts[index].role {
        parts.swapAt(index, index - 1)
        index -= 1
      }
    }
  }

  /// The parts as one text: groups apart by an empty line, lines of a group by a line break.
  private mutating func composed() -> Text {
    let parts = parts
    let principal = parts.indices.first { parts.span[$0].role == .body } ?? 0
    let place = parts.isEmpty ? .nowhere : parts.span[principal].place
    var text = builder
    for index in parts.indices {
      if index > 0 {
        for _ in 0..<lineBreaks(before: index) { text.append(0x0A) }
      }
      let start = Int32(text.count)
      let isLast = index + 1 == parts.count
      text.append(
        parts.span[index].text, trimmingEnd: !isLast || parts.span[index].role != .body)
      guard var entry = parts.span[index].entry else { continue }
      entry.target = place
      entry.part = start..<Int32(text.count)
      log.add(entry)
      if parts.span[index].others.isEmpty { continue }
      for var other in parts[index].others {
        if other.code == .cardLinkToText { other.target = place }
        log.add(other)
      }
    }
    return withVisibleMarkup(text.finished(at: place))
  }

  /// One, or two for an empty line: between groups, and between cards that have several lines.
  func lineBreaks(before index: Int) -> Int {
    let (above, below) = (parts.span[index - 1].role, parts.span[index].role)
    if above.group != below.group { return 2 }
    guard below == .card, parts.span[index - 1].card != parts.span[index].card else { return 1 }
    let newline = UInt8(ascii: "\n")
    let isTall = parts.span[index - 1].text.holds(newline) || parts.span[index].text.holds(newline)
    return isTall ? 2 : 1
  }

  /// Room for the parts and the lines between them.
  @inline(__always)
  private var builder: TextBuilder {
    var (bytes, marks) = (0, 0)
    for index in parts.indices {
      bytes += parts.span[index].text.count + 2
      marks += parts.span[index].text.markCount
    }
    return TextBuilder(bytes: bytes, marks: marks, in: arena)
  }

  /// What was a plain asterisk in a title or label can look like markup in a body.
  private mutating func withVisibleMarkup(_ text: Text) -> Text {
    // A canonical body may hold delimiters that mean themselves; others are what they look like.
    var suspect: Place?
    let spellsItself = source == .canonical
    for index in parts.indices where suspect == nil {
      if spellsItself || parts.span[index].role != .body,
        parts.span[index].text.mayLookMarkedUp(in: arena)
      {
        suspect = parts.span[index].place
      }
    }
    guard let suspect else { return text }
    let seen = text.withBytes { Text($0, markup: true, at: text.place, in: arena) }
    if !seen.hasSameMarks(as: text) {
      log.add(.markupAppears, at: suspect.exists ? suspect : text.place, target: text.place)
    }
    return seen
  }

  private mutating func refuseWithoutBody(_ place: Place) {
    isRefused = true
    if source == target, log.contains(.bodyMissing) { return }
    log.add(
      .bodyMissing, at: place, detail: limits.channel,
      pointer: "\(pointer)/body/text")
  }

  /// The notes that the finished body calls for.
  private mutating func finishBody(_ message: inout Message) {
    if limits.layouts.isEmpty, features.contains(.body), target != .canonical,
      !message.isOneTimePassword, message.body?.text?.isBlank ?? true,
      !limits.traits.contains(.bodyOptional) || message.isNothing,
      message.quickReplies == nil || !limits.traits.contains(.chipsStandAlone)
    {
      refuseWithoutBody(message.body?.place ?? message.place)
    }
    let mayLack = !limits.layouts.isEmpty || limits.traits.contains(.bodyOptional)
    if mayLack, let text = message.body?.text, text.isBlank {
      absent(text.place)
      message.body?.text = nil
      if message.body?.title == nil { message.body = nil }
    }
    adaptPlaceholders(&message)
    if !limits.layouts.isEmpty, !message.header.isThere, message.body?.text?.place == nil {
      refuseWithoutBody(message.place)
    }
    respellMarkup(&message.body)
    guard let text = message.body?.text else { return }
    noteOrder(message, text)
    if limits.closingMarkWantsSpace ? text.hasCrampedMark : hasMarkAgainstLetter(text) {
      log.add(.markupMayNotShow, at: text.place, target: text.place)
    }
    let count = limits[.body].count(text, atMost: limits[.body].advised)
    if count > limits[.body].advised {
      log.add(
        .bodyLong, at: text.place, target: text.place, limit: limits[.body].advised, found: count)
    }
  }
}

extension Adaptation {
  /// Where an image stands beside the text is the channel's choice.
  @inline(__always)
  private mutating func noteOrder(_ message: Message, _ text: Text) {
    guard message.header?.mediaKind == .image, source != .canonical, target != .canonical,
      source.capabilities.showsImageBelowText != limits.showsImageBelowText
    else { return }
    log.add(
      limits.showsImageBelowText ? .imageBelowText : .imageAboveText,
      at: message.header?.place ?? .nowhere)
  }
}

extension Part.Role {
  /// Roles of one group stand on lines of their own without an empty line between them.
  var group: UInt8 {
    switch self {
    case .action, .reply: Part.Role.action.rawValue
    default: rawValue
    }
  }
}

extension Adaptation {
  /// Markup of a channel that draws it, as delimiters that can be told from the words.
  ///
  /// What cannot be is plain; what was plain and reads as markup is named.
  mutating func respellMarkup(_ body: inout Body?) {
    guard source != target, target != .canonical, features.contains(.markup),
      !limits.traits.contains(.bareTextIsPlain)
    else { return }
    let spellsItself =
      source == .canonical || source.capabilities.traits.contains(.bareTextIsPlain)
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
  private func hasMarkAgainstLetter(_ text: Text) -> Bool {
    guard source.capabilities.traits.contains(.bareTextIsPlain), features.contains(.markup),
      !limits.traits.contains(.bareTextIsPlain), target != .canonical, text.hasMarkup
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
      spellsItself ? text.hasMarkup : text.hasCrampedMark
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

extension Message {
  /// Whether there is nothing to send.
  fileprivate var isNothing: Bool {
    header == nil && body?.title == nil && footer == nil && buttons.items.isEmpty
      && carousel == nil
  }
}

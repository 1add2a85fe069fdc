/// Over the limit: what is given up, in which order, and where a text is cut.
extension Adaptation {
  mutating func fitParts(to limit: Limit) {
    guard limit.maximum != .max, byteCount > limit.maximum else { return }
    for index in parts.indices { count(index, limit) }
    guard length > limit.maximum else { return }
    giveUp(.reply, .replyCutForLength, limit)
    giveUp(.footer, .footerCutForLength, limit)
    shortenCards(limit)
    giveUpCards(limit)
    makeRoomForBody(.caption, limit)
    makeRoomForBody(.action, limit)
    shorten(.body, limit)
    giveUp(.action, .textCutForLength, limit)
    shorten(.card, limit)
    shorten(.header, limit)
    shorten(.offer, limit)
  }

  /// At least as much as the body can have in any unit.
  private var byteCount: Int {
    parts.reduce(0) { $0 + $1.text.count + 2 }
  }

  private mutating func count(_ index: Int, _ limit: Limit) {
    parts[index].length = limit.count(parts[index].text.trimmedEnd)
  }

  /// The length of the body that the parts make.
  private var length: Int {
    var count = 0
    for index in parts.indices {
      if index > 0 { count += lineBreaks(before: index) }
      count += parts[index].length
    }
    return count
  }

  /// Drops the last part of a role until the body fits.
  private mutating func giveUp(_ role: Part.Role, _ code: Code, _ limit: Limit) {
    var total = length
    while total > limit.maximum, let index = parts.lastIndex(where: { $0.role == role }) {
      log.add(code, at: parts[index].place, limit: limit.maximum, found: total)
      total -= parts[index].length + 1
      parts.remove(at: index)
      if total <= limit.maximum { total = length }
    }
  }

  /// Drops the last part of a role while what is not the body leaves it less than a quarter.
  private mutating func makeRoomForBody(_ role: Part.Role, _ limit: Limit) {
    let body = parts.first { $0.role == .body }?.length ?? 0
    let wanted = min(body, limit.maximum / 4)
    while length - body + wanted > limit.maximum,
      let index = parts.lastIndex(where: { $0.role == role })
    {
      log.add(
        .textCutForLength, at: parts[index].place, limit: limit.maximum, found: length)
      parts.remove(at: index)
    }
  }

  /// Cuts each card's text to its first sentence, the link kept.
  private mutating func shortenCards(_ limit: Limit) {
    var found = length
    for index in parts.indices where parts[index].role == .card {
      guard found > limit.maximum else { return }
      guard let shorter = parts[index].text.firstSentence else { continue }
      parts[index].text = shorter
      parts[index].entry?.code = .cardShortened
      parts[index].entry?.limit = Int32(limit.maximum)
      parts[index].entry?.found = Int32(truncatingIfNeeded: found)
      found -= parts[index].length
      count(index, limit)
      found += parts[index].length
    }
  }

  /// Drops whole cards from the end, one finding each.
  private mutating func giveUpCards(_ limit: Limit) {
    var total = length
    while total > limit.maximum, let last = parts.lastIndex(where: { $0.role == .card }) {
      var first = last
      while first > 0, parts[first - 1].card == parts[last].card { first -= 1 }
      // What is all that there is to read is shortened instead.
      if first == 0, last + 1 == parts.count { break }
      log.add(.cardCutForLength, at: parts[first].node, limit: limit.maximum, found: total)
      total -= parts[first...last].reduce(0) { $0 + $1.length + 1 }
      parts.removeSubrange(first...last)
      if total <= limit.maximum { total = length }
    }
  }

  /// Cuts the text of a role at a word, never inside a variable, a link or code.
  private mutating func shorten(_ role: Part.Role, _ limit: Limit) {
    let total = length
    guard total > limit.maximum, let index = parts.firstIndex(where: { $0.role == role }) else {
      return
    }
    let room = parts[index].length - (total - limit.maximum)
    let place = parts[index].place
    let shorter = room > 1 ? parts[index].text.shortened(to: room, limit) : .plain("")
    log.add(.textShortened, at: place, target: place, limit: limit.maximum, found: total)
    if shorter.isEmpty {
      parts.remove(at: index)
    } else {
      parts[index].text = shorter
      parts[index].entry = nil
      count(index, limit)
    }
  }
}

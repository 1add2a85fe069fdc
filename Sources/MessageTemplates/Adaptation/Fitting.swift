/// Over the limit: what is given up, in which order, and where a text is cut.
extension Adaptation {
  mutating func fitParts(to limit: Limit) {
    for index in parts.indices { count(index, limit) }
    guard parts.length > limit.maximum else { return }
    giveUpHopeless(limit)
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

  /// Counts a part in the unit of the limit.
  mutating func count(_ index: Int, _ limit: Limit) {
    parts[index].length = limit.count(parts[index].text.trimmedEnd)
  }

  /// Drops the last part of a role until the body fits.
  private mutating func giveUp(_ role: Part.Role, _ code: Code, _ limit: Limit) {
    var total = parts.length
    while total > limit.maximum, let index = parts.lastIndex(where: { $0.role == role }) {
      log.add(code, at: parts[index].place, limit: limit.maximum, found: total)
      total -= parts[index].length + 1
      parts.remove(at: index)
      if total <= limit.maximum { total = parts.length }
    }
  }

  /// Drops the lines of buttons and captions that no room would be enough for.
  private mutating func giveUpHopeless(_ limit: Limit) {
    for index in parts.indices.reversed()
    where parts[index].length > limit.maximum && Part.Role.hopeless.contains(parts[index].role) {
      log.add(
        .lineTooLong, at: parts[index].place, limit: limit.maximum, found: parts[index].length)
      parts.remove(at: index)
    }
  }

  /// Drops the last part of a role while what is not the body leaves it less than a quarter.
  private mutating func makeRoomForBody(_ role: Part.Role, _ limit: Limit) {
    let body = parts.first { $0.role == .body }?.length ?? 0
    let wanted = min(body, limit.maximum / 4)
    while parts.length - body + wanted > limit.maximum,
      let index = parts.lastIndex(where: { $0.role == role })
    {
      log.add(
        .textCutForLength, at: parts[index].place, limit: limit.maximum, found: parts.length)
      parts.remove(at: index)
    }
  }

  /// Cuts each card's text to its first sentence, the link kept.
  private mutating func shortenCards(_ limit: Limit) {
    var found = parts.length
    for index in parts.indices where parts[index].role == .card {
      guard found > limit.maximum else { return }
      guard let shorter = parts[index].text.firstSentence else { continue }
      let loss = parts[index].text.loss(ofAtomsIn: shorter)
      parts[index].text = shorter
      parts[index].entry?.code = loss.isEmpty ? .cardShortened : .textCutOff
      if !loss.isEmpty, var entry = parts[index].entry {
        log.explain(&entry, detail: loss)
        parts[index].entry = entry
      }
      parts[index].entry?.limit = Int32(limit.maximum)
      parts[index].entry?.found = Int32(truncatingIfNeeded: found)
      found -= parts[index].length
      count(index, limit)
      found += parts[index].length
    }
  }

  /// Drops whole cards from the end, one finding each.
  private mutating func giveUpCards(_ limit: Limit) {
    var total = parts.length
    while total > limit.maximum, let last = parts.lastIndex(where: { $0.role == .card }) {
      var first = last
      while first > 0, parts[first - 1].card == parts[last].card { first -= 1 }
      // What is all that there is to read is shortened instead.
      if first == 0, last + 1 == parts.count { break }
      log.add(.cardCutForLength, at: parts[first].node, limit: limit.maximum, found: total)
      total -= parts[first...last].reduce(0) { $0 + $1.length + 1 }
      parts.removeSubrange(first...last)
      if total <= limit.maximum { total = parts.length }
    }
  }
}

extension Part.Role {
  /// What is given up whole, never cut.
  fileprivate static let hopeless: Set<Part.Role> = [.action, .reply, .caption]
}

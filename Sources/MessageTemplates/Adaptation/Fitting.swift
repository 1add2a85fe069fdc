/// Over the limit: what is given up, in which order, and where a text is cut.
extension Adaptation {
  mutating func fitParts(to limit: Limit) {
    guard limit.maximum != .max else { return }
    giveUp(.reply, .replyCutForLength, limit)
    giveUp(.footer, .footerCutForLength, limit)
    shortenCards(limit)
    giveUpCards(limit)
    shorten(.body, limit)
    giveUp(.caption, .textCutForLength, limit)
    giveUp(.action, .textCutForLength, limit)
    shorten(.header, limit)
    shorten(.offer, limit)
  }

  /// The length of the body that the parts make.
  private func length(_ limit: Limit) -> Int {
    var count = 0
    for (index, part) in parts.enumerated() {
      if index > 0 { count += parts[index - 1].role.group == part.role.group ? 1 : 2 }
      count += limit.count(part.text.trimmedEnd.string)
    }
    return count
  }

  /// Drops the last part of a role until the body fits.
  private mutating func giveUp(_ role: Part.Role, _ code: Code, _ limit: Limit) {
    while length(limit) > limit.maximum, let index = parts.lastIndex(where: { $0.role == role }) {
      log.add(code, at: parts[index].place, limit: limit.maximum, found: length(limit))
      parts.remove(at: index)
    }
  }

  /// Cuts each card's text to its first sentence, the link kept.
  private mutating func shortenCards(_ limit: Limit) {
    for index in parts.indices where parts[index].role == .card {
      guard length(limit) > limit.maximum else { return }
      guard let shorter = parts[index].text.firstSentence else { continue }
      log.add(
        .cardShortened, at: parts[index].place, limit: limit.maximum, found: length(limit))
      parts[index].text = shorter
      parts[index].entry = nil
    }
  }

  /// Drops whole cards from the end.
  private mutating func giveUpCards(_ limit: Limit) {
    while length(limit) > limit.maximum,
      let card = parts.lazy.filter({ $0.role == .card }).map(\.card).max()
    {
      let found = length(limit)
      for part in parts where part.role == .card && part.card == card {
        log.add(.cardCutForLength, at: part.place, limit: limit.maximum, found: found)
      }
      parts.removeAll { $0.role == .card && $0.card == card }
    }
  }

  /// Cuts the text of a role at a word, never inside a variable, a link or code.
  private mutating func shorten(_ role: Part.Role, _ limit: Limit) {
    let total = length(limit)
    guard total > limit.maximum, let index = parts.firstIndex(where: { $0.role == role }) else {
      return
    }
    let own = limit.count(parts[index].text.trimmedEnd.string)
    let room = own - (total - limit.maximum)
    let place = parts[index].place
    let shorter = room > 1 ? parts[index].text.shortened(to: room, limit) : .plain("")
    log.add(.textShortened, at: place, target: place, limit: limit.maximum, found: total)
    if shorter.isEmpty {
      parts.remove(at: index)
    } else {
      parts[index].text = shorter
      parts[index].entry = nil
    }
  }
}

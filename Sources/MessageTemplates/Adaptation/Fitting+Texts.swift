/// Texts over the limit: where they are cut, and what that loses.
extension Adaptation {
  /// Refuses a body of which no shorter form would say anything.
  private mutating func refuseTooLong(_ place: Place, _ limit: Limit, _ found: Int) {
    isRefused = true
    log.add(
      .bodyTooLong, at: place, limit: limit.maximum, found: found,
      pointer: "\(pointer)/body/text")
  }

  /// Cuts the texts of a role at a word, never inside a variable, a link or code.
  mutating func shorten(_ role: Part.Role, _ limit: Limit) {
    var next = 0
    var total = parts.length
    while total > limit.maximum, !isRefused,
      let index = parts[next...].firstIndex(where: { $0.role == role })
    {
      next = shorten(at: index, limit, from: total) ? index + 1 : index
      total = parts.length
    }
  }

  /// Cuts one text; whether something of it is left.
  private mutating func shorten(at index: Int, _ limit: Limit, from total: Int) -> Bool {
    let room = parts[index].length - (total - limit.maximum)
    let place = parts[index].place
    let shorter = room > 1 ? parts[index].text.shortened(to: room, limit) : .plain("")
    if shorter.isEmpty, parts[index].role == .body, parts.count == 1 {
      refuseTooLong(place, limit, total)
      return true
    }
    let loss = parts[index].text.loss(in: shorter)
    log.add(
      loss.isEmpty ? .textShortened : .textCutOff, at: place, target: place, limit: limit.maximum,
      found: total, detail: loss)
    if shorter.isEmpty {
      parts.remove(at: index)
      return false
    }
    parts[index].text = shorter
    parts[index].entry = nil
    parts[index].isClear = false
    count(index, limit)
    return true
  }
}

extension Text {
  /// What a shorter text does not say any more, for a sentence; empty where it is only the end.
  func loss(in shorter: Text) -> String {
    let atoms = loss(ofAtomsIn: shorter)
    if !atoms.isEmpty { return atoms }
    return shorter.count < count / 2 ? "most of it was" : ""
  }

  /// How many variables and links a shorter text has lost, for a sentence; empty for none.
  func loss(ofAtomsIn shorter: Text) -> String {
    let variables = variableCount - shorter.variableCount
    let links = count(of: "://") - shorter.count(of: "://")
    var words: [String] = []
    if variables > 0 { words.append(variables == 1 ? "a variable" : "\(variables) variables") }
    if links > 0 { words.append(links == 1 ? "a link" : "\(links) links") }
    if words.isEmpty { return "" }
    return words.joined(separator: " and ") + (variables + links == 1 ? " was" : " were")
  }
}

/// A piece of the target's body, with what it was in the source.
///
/// Features append parts; only when all of them are known do they become text.
struct Part {
  /// Where a part stands in the body, from top to bottom.
  enum Role: UInt8, Comparable {
    case offer, header, body, caption, card, action, reply, footer

    static func < (a: Role, b: Role) -> Bool { a.rawValue < b.rawValue }
  }

  var role: Role
  var text: Text
  /// The finding that says what the part was; it learns its target when the body is written.
  var entry: Entry?
  /// What else the part says of the source, among the remarks: a card's medium that is gone, its
  /// link.
  var remarks = 0..<0
  /// Where the part's own text stood.
  let place: Place
  /// The node the part belongs to: its card.
  var node = Place.nowhere
  /// Which card the part belongs to, from 0.
  var card: Int32 = -1
  /// Whether no delimiter of markup stands in the text but those that mark all of it.
  var isClear = false
  /// How long the text is, in the target's unit, while parts are fitted.
  var length = 0

  init(role: Role, text: Text, entry: Entry?, card: Int = -1) {
    self.role = role
    self.text = text
    self.entry = entry
    self.card = Int32(truncatingIfNeeded: card)
    place = entry?.source ?? text.place
  }
}

extension Part.Role {
  /// Roles of one group stand on lines of their own without an empty line between them.
  fileprivate var group: UInt8 {
    switch self {
    case .action, .reply: Part.Role.action.rawValue
    default: rawValue
    }
  }
}

// A method of the adaptation that changes nothing would copy all of it to look at the parts.

extension [Part] {
  /// At least as much as the body can have in any unit: the parts, and the lines between them.
  var byteCount: Int {
    var count = 0
    for index in indices { count += span[index].text.count + 2 }
    return count
  }

  /// How many variables and marked-up stretches there are.
  var markCount: Int {
    var count = 0
    for index in indices { count += span[index].text.markCount }
    return count
  }

  /// Where the body stood, or else what the body begins with.
  var placeOfBody: Place {
    for index in indices where span[index].role == .body { return span[index].place }
    return isEmpty ? .nowhere : span[0].place
  }

  /// One, or two for an empty line: between groups, and between cards that have several lines.
  func lineBreaks(before index: Int) -> Int {
    let (above, below) = (span[index - 1].role, span[index].role)
    if above.group != below.group { return 2 }
    guard below == .card, span[index - 1].card != span[index].card else { return 1 }
    let newline = UInt8(ascii: "\n")
    return span[index - 1].text.holds(newline) || span[index].text.holds(newline) ? 2 : 1
  }

  /// Whether the parts are where they stand already: most features append them in that order.
  var areSorted: Bool {
    for index in indices.dropFirst() where span[index - 1].role > span[index].role { return false }
    return true
  }

  /// Sorts by where parts stand; parts of one role keep their order.
  mutating func sort() {
    if count > 64 {
      self = enumerated()
        .sorted { ($0.element.role, $0.offset) < ($1.element.role, $1.offset) }.map(\.element)
      return
    }
    for end in indices.dropFirst() where span[end - 1].role > span[end].role {
      let part = remove(at: end)
      insert(part, at: firstIndex { $0.role > part.role } ?? end)
    }
  }

  /// The length of the body that the parts make, once they are measured.
  var length: Int {
    var length = 0
    for index in indices {
      if index > 0 { length += lineBreaks(before: index) }
      length += span[index].length
    }
    return length
  }
}

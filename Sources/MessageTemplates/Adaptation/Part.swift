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

/// A member of the source that the model has no name for, kept as it was.
///
/// It goes back unchanged to the format it came from and is reported by every other.
public struct Kept: Hashable, Sendable {
  /// The member's key; none for an element of an array.
  public var key: String?
  /// The value as JSON text.
  public var json: String
  /// The format whose member it is.
  package var origin: Format.ID
  /// Where it stood.
  package var place: Place

  package init(key: String?, json: String, origin: Format.ID, place: Place) {
    self.key = key
    self.json = json
    self.origin = origin
    self.place = place
  }
}

/// Where a value stood: its token on the source's tape.
///
/// A place is no part of what a value is: all places are equal, so that `==` on the model compares
/// meaning and `read(write(t)) == t` needs no exceptions.
/// Compare ``token`` to compare places themselves.
public struct Place: Sendable {
  /// The token's index on the tape, or -1 for a value that stood nowhere.
  package var token: Int32

  package init(token: Int32) { self.token = token }

  /// The place of a value that no source document holds.
  public static let nowhere = Place(token: -1)

  /// Whether the value stood in a source document.
  package var exists: Bool { token >= 0 }
}

extension Place: Hashable {
  /// Always true: where a value stood does not change what it is.
  public static func == (_: Place, _: Place) -> Bool { true }
  /// Adds nothing, as all places are equal.
  public func hash(into _: inout Hasher) {}
}

/// A value with its place in the source.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value itself.
  public var value: Value
  /// Where it stood.
  package var place: Place

  /// Makes a value that stands in no source, or at a given place of one.
  public init(_ value: Value, at place: Place = .nowhere) {
    self.value = value
    self.place = place
  }
}

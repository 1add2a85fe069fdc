/// Cards side by side.
public struct Carousel: Hashable, Sendable {
  /// The cards, in order.
  public var cards: [Card] = []
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes a carousel.
  public init(_ cards: [Card]) { self.cards = cards }

  /// Where it stands, or its first card does.
  var anyPlace: Place { place.exists ? place : cards.first?.place ?? .nowhere }
}

/// One card of a carousel.
public struct Card: Hashable, Sendable {
  /// The medium above.
  public var header: Header?
  /// The text.
  public var body: Body?
  /// The buttons below.
  public var buttons = Buttons()
  /// Components and members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes an empty card.
  public init() {}
}

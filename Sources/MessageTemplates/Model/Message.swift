/// One message: from its header to its buttons and cards.
public struct Message: Hashable, Sendable {
  /// A limited-time offer.
  public var offer: Offer? {
    get { boxedOffer.value }
    set { boxedOffer = Box(newValue) }
  }
  private var boxedOffer = Box<Offer>.none
  /// What stands above the body: a title or a medium.
  public var header: Header?
  /// The main text.
  public var body: Body?
  /// The small print below the body.
  public var footer: Footer?
  /// The buttons below.
  public var buttons = Buttons()
  /// The cards, side by side.
  public var carousel: Carousel?
  /// Components and members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes an empty message.
  public init() {}
}

/// The main text of a message or card.
public struct Body: Hashable, Sendable {
  /// The text; absent where the platform writes it, as for one-time passwords.
  public var text: Text?
  /// Whether the platform adds the advice not to share the code.
  public var securityAdvice: Located<Bool>?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes a body.
  public init(_ text: Text?) { self.text = text }
}

/// The small print of a message.
public struct Footer: Hashable, Sendable {
  /// The text; absent where the platform writes it, as for one-time passwords.
  public var text: Text?
  /// After how many minutes the one-time password expires.
  public var codeExpiration: Number?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes a footer.
  public init(_ text: Text?) { self.text = text }
}

/// A limited-time offer, with or without a countdown.
public struct Offer: Hashable, Sendable {
  /// The offer in a few words.
  public var text: Text?
  /// Whether the channel counts down to the end.
  public var countsDown: Located<Bool>?
  /// When the offer ends: a variable that is filled with milliseconds since 1970 on sending.
  public var expiration: Text?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes an offer.
  public init(_ text: Text?) { self.text = text }
}

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

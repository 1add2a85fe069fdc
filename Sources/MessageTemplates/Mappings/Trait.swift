/// Ways in which a channel differs that are no feature; a mapping names those that hold.
enum Trait: UInt8, CaseIterable, Sendable {
  /// All cards of a carousel have the same kind of medium, and few kinds of button.
  case cardsAlike
  /// A text alone is shown as it is spelled; only a message with a layout has bold words.
  case bareTextIsPlain
  /// A link within a text cannot be tapped, so that a link has a button.
  case linksAreButtons
  /// Addresses are percent-encoded: a brace or a space in one is refused.
  case encodedAddresses
  /// Media are fetched over https only.
  case httpsMedia
  /// A code to copy may have any characters.
  case anyCodes
  /// A one-time password stands in large letters above its text, and out of notifications.
  case largeCodes
  /// A picture alone comes with a smaller one.
  case imagesHavePreviews
  /// A place on the map has a name and an address.
  case placesComplete
  /// Buttons stand in a keyboard below the chat, among the chips.
  case buttonsAreChips
  /// Chips can be a message by themselves.
  case chipsStandAlone
  /// Stickers are known by their set and their number in it.
  case stickersInSets
  /// Numbers and truth values are taken in quotation marks, too.
  case quotedNumbers
  /// An empty text says nothing and is taken.
  case emptyTexts
  /// A message may be a medium or cards without a text.
  case bodyOptional
  /// Quick replies stand in one run, before or behind the other buttons.
  case repliesTogether
  /// That run stands before all other buttons or behind them.
  case repliesAtAnEnd
  /// With an offer the button that copies its code stands before the addresses, also where the
  /// offer counts down.
  case offerCodeFirst
  /// A flow is named in one way: by its number, its name or itself.
  case flowNamedOnce
  /// A button that opens an address has one.
  case addressedButtons
  /// A sound is sent as a file.
  case soundsAreFiles
  /// Error answers name places by brackets: `messages[0].text`.
  case namesPlaces

  /// The names in the order of the cases; a test sees to that.
  static let names = [
    "cards-alike", "bare-text-is-plain", "links-are-buttons", "encoded-addresses", "https-media",
    "any-codes",
    "large-codes", "images-have-previews", "places-complete", "buttons-are-chips",
    "chips-stand-alone", "stickers-in-sets", "quoted-numbers", "empty-texts", "body-optional",
    "replies-together", "replies-at-an-end", "offer-code-first", "flow-named-once",
    "addressed-buttons",
    "sounds-are-files", "names-places",
  ]
}

/// A set of traits.
struct Traits: Sendable, Hashable {
  private var bits: UInt64 = 0

  mutating func insert(_ trait: Trait) { bits |= 1 << UInt64(trait.rawValue) }
  @inline(__always)
  func contains(_ trait: Trait) -> Bool { bits & 1 << UInt64(trait.rawValue) != 0 }
}

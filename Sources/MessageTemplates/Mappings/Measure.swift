/// What a mapping can set a limit to.
enum Measure: UInt8, CaseIterable, Sendable {
  case name, body, bodyWithOffer, header, footer, offer, cardBody, caption, label, url, phone
  case coupon, fileName, autofillLabel
  case headerVariables, footerVariables, labelVariables, urlVariables, phoneVariables, variables
  case buttons, replies, urlButtons, phoneButtons, coupons, cardButtons, cards, apps
  case codeExpiration, duration
  case buttonsShown, bodyWithProduct
  case timeToLiveMarketing, timeToLiveUtility, timeToLiveAuthentication
  case chips, chipLabel, mediaUrl, replyData, replyWords, alternative, place, messages, senderName
  case layoutBytes, cardsBytes
  case captionedBody, tracking, cardTitle, contactName, contactPhone, videoSize, fileSize
  case flowButtons, callButtons, callLabel, emoji, productCards, receivers

  /// The name in a mapping file: `body-with-offer`.
  var name: String { Measure.names[Int(rawValue)] }

  /// The names in the order of the cases; a test sees to that.
  static let names = [
    "name", "body", "body-with-offer", "header", "footer", "offer", "card-body", "caption",
    "label", "url", "phone", "coupon", "file-name", "autofill-label", "header-variables",
    "footer-variables", "label-variables", "url-variables", "phone-variables", "variables",
    "buttons", "replies",
    "url-buttons", "phone-buttons", "coupons", "card-buttons", "cards", "apps", "code-expiration",
    "duration", "buttons-shown", "body-with-product", "time-to-live-marketing",
    "time-to-live-utility", "time-to-live-authentication", "chips", "chip-label", "media-url",
    "reply-data", "reply-words", "alternative", "place", "messages", "sender-name",
    "layout-bytes", "cards-bytes", "captioned-body", "tracking", "card-title", "contact-name",
    "contact-phone", "video-size", "file-size", "flow-buttons", "call-buttons", "call-label",
    "emoji", "product-cards", "receivers",
  ]
}

/// How a text is counted.
enum Unit: UInt8, CaseIterable, Sendable {
  case bytes, utf16, scalars, graphemes, items, minutes, seconds

  /// The words in a mapping file.
  static let names = ["bytes", "utf16", "scalars", "graphemes", "items", "minutes", "seconds"]

  /// The word in a sentence.
  var word: StaticString {
    switch self {
    case .bytes: "bytes"
    case .utf16: "UTF-16 units"
    case .scalars: "characters"
    case .graphemes: "characters as seen"
    case .items: "items"
    case .minutes: "minutes"
    case .seconds: "seconds"
    }
  }
}

/// How much of something a platform takes.
struct Limit: Sendable {
  /// At least.
  var minimum = 0
  /// At most.
  var maximum = Int.max
  /// A number outside the range that is allowed all the same.
  var exempt: Int?
  /// Above this a note is due.
  var advised = Int.max
  var unit = Unit.items
  /// Whether the platform is known to refuse more; else it is a note.
  var isEnforced = true

  static let none = Limit()

  /// Whether a text is within the limit, counted in its unit only where bytes do not prove it.
  func allows(_ text: Text?) -> Bool { text.map { count($0, atMost: maximum) <= maximum } ?? true }

  /// The length of a text; when its bytes prove it to be at most `bound`, the bytes.
  func count(_ text: Text, atMost bound: Int) -> Int {
    text.count <= bound ? text.count : count(text)
  }

  /// The length of a text in the unit.
  func count(_ text: Text) -> Int { text.withBytes { count($0) } }

  /// The length of a run of UTF-8 in the unit.
  func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    unit == .scalars
      ? bytes.scalarCount : count(String(copying: UTF8Span(unchecked: bytes.span)))
  }

  /// The length of a text in the unit.
  func count(_ text: String) -> Int {
    switch unit {
    case .utf16: text.utf16.count
    case .scalars: text.unicodeScalars.count
    case .graphemes: text.count
    default: text.utf8.count
    }
  }
}

extension String {
  /// `cardBody` as `card-body`.
  package var kebab: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      let isUppercase = (0x41...0x5A).contains(byte)
      if isUppercase { bytes.append(UInt8(ascii: "-")) }
      bytes.append(isUppercase ? byte | 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

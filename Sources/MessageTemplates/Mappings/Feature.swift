/// What a channel may be able to hold; a mapping names those it can.
enum Feature: UInt8, CaseIterable, Sendable {
  case name, language, category, code, samples, timeToLive, categoryPause, categoryChange
  case productSet, account, state
  case headerText, headerImage, headerVideo, headerDocument, headerLocation
  case caption, fileName, fileType, thumbnail, duration
  case body, footer, offer, offerExpiration
  case reply, optOut, url, phone, coupon, oneTimePassword, flow, catalog, products, buttonExtras
  case authentication, carousel, markup
  case headerAudio, headerSticker, headerContact, bodyTitle, replyData, replyWords, buttonIcon
  case dateTime, camera, cameraRoll, requestLocation, requestPhone, nothing
  case quickReplies, sender, alternative, messages
  case headerGif, headerProduct, mediaHandle, locationOnSending, flowName, acceptedTerms
  case voiceCall, product, orderDetails, paymentRequest, callPermission
  case furtherLanguages, buttonLink, fileSize

  var name: String { Feature.names[Int(rawValue)] }

  /// The names in the order of the cases; a test sees to that.
  static let names = [
    "name", "language", "category", "code", "samples", "time-to-live", "category-pause",
    "category-change", "product-set", "account", "state", "header-text", "header-image",
    "header-video", "header-document", "header-location", "caption", "file-name", "file-type",
    "thumbnail", "duration", "body", "footer", "offer", "offer-expiration", "reply", "opt-out",
    "url", "phone", "coupon", "one-time-password", "flow", "catalog", "products", "button-extras",
    "authentication", "carousel", "markup", "header-audio", "header-sticker", "header-contact",
    "body-title", "reply-data", "reply-words", "button-icon", "date-time", "camera",
    "camera-roll", "request-location", "request-phone", "nothing", "quick-replies", "sender",
    "alternative", "messages", "header-gif", "header-product", "media-handle",
    "location-on-sending", "flow-name", "accepted-terms", "voice-call", "product",
    "order-details", "payment-request", "call-permission", "further-languages", "button-link",
    "file-size",
  ]
}

/// A set of features.
struct Features: Sendable, Hashable {
  private var bits: UInt128 = 0

  init(_ features: [Feature] = []) { for feature in features { insert(feature) } }

  mutating func insert(_ feature: Feature) { bits |= Features.bit(feature) }
  mutating func remove(_ feature: Feature) { bits &= ~Features.bit(feature) }
  @inline(__always)
  func contains(_ feature: Feature) -> Bool { bits & Features.bit(feature) != 0 }
  func isSubset(of other: Features) -> Bool { bits & ~other.bits == 0 }
  func isDisjoint(with other: Features) -> Bool { bits & other.bits == 0 }

  @inline(__always)
  private static func bit(_ feature: Feature) -> UInt128 { 1 &<< UInt128(feature.rawValue) }
}

extension Format {
  /// The model itself as JSON: for goldens, for other tools, for looking.
  public static let canonical = Format(Canonical.self)
}

/// The canonical form; its document starts with `"format": "canonical"`.
enum Canonical: Adapter {
  static let name = "canonical"
  static var format: Format { .canonical }

  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool {
    guard let found = CanonicalReader().read(&source, at: place) else { return false }
    template = found
    return true
  }

  static func write(_ template: inout Template, as style: Style, to output: inout Output) {
    CanonicalWriter().write(template, to: &output)
  }
}

/// The members of the whole template.
enum CanonicalTemplateKey: UInt8, CaseIterable, FieldKey {
  case format, origin, name, language, furtherLanguages, category, code, samples, settings, state
  case messages, kept

  static let table = KeyTable(keys: Self.self)
}

/// The members of messages and what is within them.
enum CanonicalKey: UInt8, CaseIterable, FieldKey {
  case format, name, code, kept, key, value
  case quickReplies, sender, alternative, native
  case offer, header, body, footer, buttons, carousel, cards, items
  case title, text, securityAdvice, codeExpiration, countsDown, expiration
  case kind, url, caption, fileName, fileType, thumbnail, duration, size
  case latitude, longitude, address
  case label, link, icon, phone, optsOut, data, says, silent, mode, initial, min, max, apps,
    autofillLabel, delivery, package, signature
  case id, action, screen, type, extras, definition, service
  case handle, acceptsTerms, callPermission

  static let table = KeyTable(keys: Self.self)
}

/// The members of settings and state.
enum CanonicalSettingKey: UInt8, CaseIterable, FieldKey {
  case timeToLive, allowsCategoryChange, pausesOnCategoryChange, productSet, space, account
  case reseller, audit, reason, quality, allowsSending, variableStyle

  static let table = KeyTable(keys: Self.self)
}

/// The members of a category.
enum CanonicalCategoryKey: UInt8, CaseIterable, FieldKey {
  case purpose, spelling

  static let table = KeyTable(keys: Self.self)
}

/// The members of what follows a tap.
enum CanonicalExtraKey: UInt8, CaseIterable, FieldKey {
  case nextCode, nextName, nextLanguage, action, intent, kept

  static let table = KeyTable(keys: Self.self)
}

/// The kinds of header and button.
enum CanonicalKind: UInt8, CaseIterable {
  case text, image, video, document, location
  case reply, url, phone, coupon, oneTimePassword, flow, catalog, products, unknown
  case audio, sticker, contact
  case dateTime, camera, cameraRoll, requestLocation, requestPhone, nothing
  case gif, product, service

  static let table = KeyTable(words: [
    "text", "image", "video", "document", "location", "reply", "url", "phone", "coupon",
    "oneTimePassword", "flow", "catalog", "products", "unknown", "audio", "sticker", "contact",
    "dateTime", "camera", "cameraRoll", "requestLocation", "requestPhone", "nothing",
    "gif", "product", "service",
  ])
}

/// The ways a one-time password is handed over.
enum CanonicalDelivery {
  static let words: [StaticString] = ["copyCode", "oneTap", "zeroTap"]
  static let table = KeyTable(words: words)
}

/// What channels do by themselves.
enum CanonicalService {
  static let words: [StaticString] = [
    "voiceCall", "product", "orderDetails", "paymentRequest",
  ]
  static let table = KeyTable(words: words)
}

/// How variables are told apart.
enum CanonicalVariableStyle {
  static let words: [StaticString] = ["named", "positional"]
  static let table = KeyTable(words: words)
}

/// The purposes of messages.
enum CanonicalPurpose {
  static let words: [StaticString] = ["marketing", "utility", "authentication"]
  static let table = KeyTable(words: words)
}

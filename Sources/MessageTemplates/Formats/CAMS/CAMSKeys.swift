/// The members of a CAMS template, in the order of its documentation.
enum CAMSKey: UInt8, CaseIterable, FieldKey {
  case category, templateCode, name, language, example, auditStatus, components, templateType
  case qualityScore, categoryChangePaused, allowSend, messageSendTtlSeconds, productSetId, reason
  case templateName, custSpaceId, custWabaId, isvCode, allowCategoryChange, lastUpdateTime
  case type, text, format, url, caption, fileName, buttons, thumbUrl, duration, fileType
  case addSecretRecommendation, codeExpirationMinutes, hasExpiration, offerExpirationTimeMs
  case latitude, longitude, locationName, locationAddress, cards, cardComponents
  case phoneNumber, urlType, signatureHash, packageName, supportedApps, autofillText, isOptOut
  case couponCode, flowId, flowAction, navigateScreen, extendAttrs
  case nextTemplateCode, nextTemplateName, nextLanguageCode, action, intentCode
  case message

  static let table = KeyTable(
    keys: CAMSKey.self,
    aliases: [(CAMSKey.format.rawValue, "formate"), (CAMSKey.phoneNumber.rawValue, "phone_number")])
}

/// The members of an answer around the template.
enum CAMSWrapperKey: UInt8, CaseIterable, FieldKey {
  case requestId, code, message, data, success, hostId, accessDeniedDetail, listTemplate, total

  static let table = KeyTable(keys: CAMSWrapperKey.self)
}

/// The types of component.
enum CAMSComponent: UInt8, CaseIterable {
  case body, header, footer, buttons, carousel, limitedTimeOffer, lineMessage

  static let words: [StaticString] = [
    "BODY", "HEADER", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER",
    "LINE_MESSAGE",
  ]
  static let table = KeyTable(words: words)
}

/// The formats of a header; `header` itself stands in the documentation's card.
enum CAMSHeaderFormat: UInt8, CaseIterable {
  case text, image, video, document, location, header

  static let words: [StaticString] = ["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "HEADER"]
  static let table = KeyTable(words: words, spellings: Format.camsWhatsApp.capabilities.spellings)
}

/// The types of button.
enum CAMSButton: UInt8, CaseIterable {
  case phoneNumber, url, quickReply, copyCode, oneTap, zeroTap, flow, catalog, mpm

  static let words: [StaticString] = [
    "PHONE_NUMBER", "URL", "QUICK_REPLY", "COPY_CODE", "ONE_TAP", "ZERO_TAP", "FLOW", "CATALOG",
    "MPM",
  ]
  static let table = KeyTable(words: words, spellings: Format.camsWhatsApp.capabilities.spellings)
}

/// Whether an address ends in a variable.
enum CAMSURLType: UInt8, CaseIterable {
  case fixed, dynamic

  static let words: [StaticString] = ["static", "dynamic"]
  static let table = KeyTable(words: words)
}

/// What a flow's button does.
enum CAMSFlowAction {
  static let words: [StaticString] = ["NAVIGATE", "DATA_EXCHANGE"]
  static let table = KeyTable(words: words)
}

/// The channels that share the envelope.
enum CAMSChannel: UInt8, CaseIterable {
  case whatsApp, viber, line

  static let words: [StaticString] = ["WHATSAPP", "VIBER", "LINE"]
  static let table = KeyTable(words: words)
  var word: StaticString { CAMSChannel.words[Int(rawValue)] }
}

extension KeyTable {
  /// Words numbered as they stand, in either case, with the misspellings that a mapping knows.
  init(words: [StaticString], spellings: [(wrong: String, right: String)] = []) {
    let numbered = words.enumerated().map { (id: UInt8($0.offset), word: $0.element.description) }
    let lowercase = numbered.filter { $0.word != $0.word.lowercased() }
    self.init(
      numbered + lowercase.map { ($0.id, $0.word.lowercased()) },
      aliases: spellings.compactMap { spelling in
        numbered.first { $0.word == spelling.right }.map { ($0.id, spelling.wrong) }
      })
  }
}

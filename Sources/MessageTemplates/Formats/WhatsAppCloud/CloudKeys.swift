/// The members of a template, as they are created and as they come back.
enum CloudKey: UInt8, CaseIterable, FieldKey {
  case name, language, languages, category, components, parameterFormat
  case messageSendTtlSeconds, allowCategoryChange, productSetId
  case id, status, previousCategory, correctCategory, rejectedReason, rejectionInfo, qualityScore
  case namespace, lastUpdatedTime, subCategory
  case libraryTemplateName, libraryTemplateButtonInputs, libraryTemplateBodyInputs
  case header, body, bodyParams, bodyParamTypes, buttons, topic, usecase, industry
  case template, messagingProduct, to, type

  static let table = KeyTable(cloud: CloudKey.self)
}

/// The members of a component.
enum CloudComponentKey: UInt8, CaseIterable, FieldKey {
  case type, format, text, example, buttons, cards, components
  case addSecurityRecommendation, codeExpirationMinutes
  case limitedTimeOffer, hasExpiration
  case parameters, subType, cardIndex

  static let table = KeyTable(
    cloud: CloudComponentKey.self, aliases: [(CloudComponentKey.example, "examples")])
}

/// The members of a component's example.
enum CloudExampleKey: UInt8, CaseIterable, FieldKey {
  case bodyText, bodyTextNamedParams, headerText, headerTextNamedParams, headerHandle, headerUrl
  case paramName, example

  static let table = KeyTable(cloud: CloudExampleKey.self)
}

/// The members of a button.
enum CloudButtonKey: UInt8, CaseIterable, FieldKey {
  case type, text, url, example, phoneNumber
  case otpType, autofillText, supportedApps, packageName, signatureHash, zeroTapTermsAccepted
  case flowId, flowName, flowJson, flowAction, navigateScreen

  static let table = KeyTable(
    cloud: CloudButtonKey.self, aliases: [(CloudButtonKey.example, "examples")])
}

/// The types of component.
enum CloudComponent: UInt8, CaseIterable {
  case header, body, footer, buttons, carousel, limitedTimeOffer, callPermissionRequest, button

  static let words: [StaticString] = [
    "HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER",
    "CALL_PERMISSION_REQUEST", "BUTTON",
  ]
  static let table = KeyTable(words: words)
}

/// The formats of a header.
enum CloudHeaderFormat: UInt8, CaseIterable {
  case text, image, video, document, gif, location, product

  static let words: [StaticString] = [
    "TEXT", "IMAGE", "VIDEO", "DOCUMENT", "GIF", "LOCATION", "PRODUCT",
  ]
  static let table = KeyTable(words: words)
}

/// The types of button.
enum CloudButton: UInt8, CaseIterable {
  case quickReply, url, phoneNumber, copyCode, otp, flow, catalog, mpm, spm
  case voiceCall, orderDetails, requestContactInfo, paymentRequest

  static let words: [StaticString] = [
    "QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "CATALOG", "MPM", "SPM",
    "VOICE_CALL", "ORDER_DETAILS", "REQUEST_CONTACT_INFO", "PAYMENT_REQUEST",
  ]
  static let table = KeyTable(words: words)
}

/// The ways a one-time password is handed over.
enum CloudDelivery {
  static let words: [StaticString] = ["COPY_CODE", "ONE_TAP", "ZERO_TAP"]
  static let table = KeyTable(words: words)
}

/// What a flow's button does.
enum CloudFlowAction {
  static let words: [StaticString] = ["NAVIGATE", "DATA_EXCHANGE"]
  static let table = KeyTable(words: words)
}

/// How variables are told apart.
enum CloudParameterFormat {
  static let words: [StaticString] = ["NAMED", "POSITIONAL"]
  static let table = KeyTable(words: words)
}

extension KeyTable {
  /// Keys in snake case, as the platform spells them, and in camel case, as its clients do.
  init<Key: FieldKey & CaseIterable>(cloud keys: Key.Type, aliases: [(key: Key, word: String)] = [])
  {
    var others = aliases.map { (id: $0.key.rawValue, word: $0.word) }
    for key in keys.allCases where "\(key)" != "\(key)".snake {
      others.append((key.rawValue, "\(key)".snake))
    }
    self.init(keys: keys, aliases: others)
  }
}

extension String {
  /// `flowAction` and `FlowAction` as `flow_action`; what is no letter or digit as `_`.
  var snake: String {
    var bytes: [UInt8] = []
    var previous: UInt8 = 0x5F
    for byte in utf8 {
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper, previous != 0x5F, !(0x41...0x5A).contains(previous) { bytes.append(0x5F) }
      if byte.isAlphanumeric {
        bytes.append(isUpper ? byte | 0x20 : byte)
      } else if bytes.last != 0x5F {
        bytes.append(0x5F)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

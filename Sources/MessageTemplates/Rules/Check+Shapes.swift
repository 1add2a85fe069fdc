/// Components, layouts, media, cards and one-time passwords.
extension Check {
  mutating func checkComponents(_ message: Message) {
    let features = limits.features("detail")
    var present: [(feature: Feature, place: Place)] = []
    if let header = message.header { present.append((header.feature, header.place)) }
    if let footer = message.footer { present.append((.footer, footer.place)) }
    if let offer = message.offer { present.append((.offer, offer.place)) }
    if let carousel = message.carousel { present.append((.carousel, carousel.anyPlace)) }
    if let question = message.callPermission { present.append((.callPermission, question.place)) }
    for (feature, place) in present where !features.contains(feature) {
      log.add(.componentNotAllowed, at: place)
    }
    for rule in limits.exclusions where present.contains(where: { $0.feature == rule.feature }) {
      for (feature, place) in present where rule.others.contains(feature) {
        log.add(
          rule.isEnforced ? .componentsExclude : .componentsAdvisedApart, at: place,
          detail: rule.feature == .offer ? "a limited-time offer" : "a " + rule.feature.name)
      }
    }
  }

  mutating func checkLayout(_ message: Message, of template: Template) {
    if limits.layouts.isEmpty { return }
    let layout = limits.layout(of: message)
    if layout.name.isEmpty {
      log.add(.layoutImpossible, at: message.place)
    } else if let category = template.category, category.purpose == nil,
      limits.layouts.contains(where: { category.spelling.reads($0.name) }),
      !category.spelling.reads(layout.name)
    {
      log.add(.layoutMismatch, at: category.spelling.place, detail: layout.name)
    }
    if layout.button == .label, case .url(let url?) = message.buttons.items.first?.action {
      log.add(.videoButtonWithLink, at: url.place)
    }
    if layout.button == .url, case .url(nil) = message.buttons.items.first?.action {
      log.add(.urlInvalid, at: message.buttons.items[0].place)
    }
    if template.category?.purpose == .authentication,
      !(message.body?.text?.variables.contains("pin") ?? false)
    {
      log.add(.pinMissing, at: message.body?.text?.place ?? message.place)
    }
  }

  mutating func check(_ media: Media, at place: Place) {
    let needs = limits.needs.first { $0.kind == media.kind }?.features ?? Features()
    var missing: [StaticString] = []
    if needs.contains(.url), media.url == nil { missing.append("Url") }
    if needs.contains(.thumbnail), media.thumbnail == nil { missing.append("ThumbUrl") }
    if needs.contains(.duration), media.duration == nil { missing.append("Duration") }
    if needs.contains(.fileName), media.fileName == nil { missing.append("FileName") }
    if needs.contains(.fileType), media.fileType == nil { missing.append("FileType") }
    for word in missing { log.add(.mediaIncomplete, at: place, detail: "\(word)") }
    if limits.features(nil).contains(.mediaHandle), media.handle == nil, let url = media.url {
      log.add(.handleMissing, at: url.place, pointer: "/messages/0/header")
    }
    checkURL(media.url)
    checkURL(media.thumbnail)
    measure(media.caption, .caption)
    measure(media.duration, .duration)
    measure(media.fileName, .fileName)
    let types = limits.fileTypes
    if let type = media.fileType, !types.isEmpty, !types.contains(type.string.lowercased()) {
      log.add(.fileTypeUnusual, at: type.place, detail: type.string)
    }
  }

  mutating func checkCards(_ carousel: Carousel) {
    let limit = limits[.cards]
    if carousel.cards.count > limit.maximum || carousel.cards.count < limit.minimum {
      log.add(
        .tooManyCards, at: carousel.anyPlace, limit: limit.maximum, found: carousel.cards.count,
        detail: limit.minimum > 1
          ? "\(limit.minimum) to \(limit.maximum)" : "up to \(limit.maximum)")
    }
    let headers = limits.cardHeaders
    let lead = carousel.cards.lazy.compactMap { $0.lead(among: headers) }.first
    for card in carousel.cards {
      if card.lead(among: headers) == nil {
        log.add(.cardIncomplete, at: card.place)
      } else if card.lead(among: headers) != lead {
        log.add(.cardsDiffer, at: card.place)
      }
      if limits.hasEvenCards, !card.isEven(with: carousel.cards[0]) {
        log.add(.cardsUneven, at: card.place)
      }
      check(card)
    }
    noteKept(carousel.kept)
  }

  private mutating func check(_ card: Card) {
    noteKept(card.kept.filter { $0.key != nil })
    if let header = card.header {
      noteKept(header.kept)
      if case .media(let media) = header.content { check(media, at: header.place) }
    }
    measure(card.body?.text, .cardBody)
    if limits.hasEvenCards, let text = card.body?.text, text.lineBreaks > 2 {
      log.add(.cardBodyLines, at: text.place)
    }
    noteKept(card.body?.kept ?? [])
    let limit = limits[.cardButtons].maximum
    for (index, button) in card.buttons.items.enumerated() {
      check(button)
      if !button.standsOnCards(of: limits.features(nil)) {
        log.add(.buttonNotAllowed, at: button.place)
      }
      if index >= limit {
        log.add(.tooManyButtons, at: button.place, limit: limit, found: index + 1)
      }
    }
    noteKept(card.buttons.kept)
  }

  mutating func checkAuthentication(_ message: Message) {
    guard limits.features(nil).contains(.authentication) else { return }
    if limits.hasFreeAuthentication, !message.isOneTimePassword {
      return log.add(.authenticationFree, at: message.body?.place ?? message.place)
    }
    if let header = message.header { log.add(.authenticationHeader, at: header.place) }
    for text in [message.body?.text, message.footer?.text].compactMap({ $0 }) {
      log.add(.authenticationText, at: text.place)
    }
    let passwords = message.buttons.items.filter {
      if case .oneTimePassword = $0.action { true } else { false }
    }
    if passwords.count != 1 || message.buttons.items.count != 1 {
      log.add(
        .authenticationButtons,
        at: message.buttons.place.exists ? message.buttons.place : message.place)
    }
    for button in passwords {
      guard case .oneTimePassword(let password) = button.action else { continue }
      let hasLabel = button.label != nil || limits.ownLabels.contains(.oneTimePassword)
      let isComplete = password.isComplete && hasLabel
      if limits.features(nil).contains(.acceptedTerms), password.delivery == .zeroTap,
        !(password.acceptsTerms?.value ?? false)
      {
        log.add(.termsNotAccepted, at: button.place)
      }
      if password.delivery != .copyCode, !isComplete {
        log.add(.autofillWithoutApp, at: button.place)
      }
      measure(password.autofillLabel, .autofillLabel)
      if limits.checksApps { for app in password.apps { checkIdentity(of: app) } }
      let limit = limits[.apps].maximum
      if password.apps.count > limit {
        log.add(.tooManyApps, at: button.place, limit: limit, found: password.apps.count)
      }
    }
  }
}

extension Header {
  /// What a channel needs to hold the header.
  var feature: Feature {
    switch content {
    case .text: .headerText
    case .media(let media): media.kind.feature
    case .location: .headerLocation
    case .sticker: .headerSticker
    case .contact: .headerContact
    case .product: .headerProduct
    }
  }
}

extension Card {
  /// What stands above the card, if it is something that cards can have there.
  func lead(among headers: Features) -> Feature? {
    guard let feature = header?.feature, headers.contains(feature) else { return nil }
    return feature
  }

  /// Whether the card has the same parts as another.
  func isEven(with other: Card) -> Bool {
    (body?.text == nil) == (other.body?.text == nil)
      && buttons.items.map(\.feature) == other.buttons.items.map(\.feature)
  }
}

extension Text {
  /// How many line breaks there are.
  var lineBreaks: Int { string.utf8.count { $0 == 0x0A } }
}

/// Components, layouts, media, cards and one-time passwords.
extension Check {
  mutating func checkComponents(_ message: inout Message) {
    let present = message.components
    if present == Features() { return }
    let held = limits.detailFeatures
    let isWhole = present.isSubset(of: held)
    let isTogether = !limits.exclusions.contains { rule in
      present.contains(rule.feature) && !present.isDisjoint(with: rule.others)
    }
    if isWhole, isTogether { return }
    let places = message.componentPlaces
    for (feature, place) in places where !held.contains(feature) {
      log.add(.componentNotAllowed, at: place)
    }
    for rule in limits.exclusions where present.contains(rule.feature) {
      for (feature, place) in places where rule.others.contains(feature) {
        log.add(
          rule.isEnforced ? .componentsExclude : .componentsAdvisedApart, at: place,
          detail: rule.feature.thing)
      }
    }
  }

  mutating func checkLayout(
    _ message: inout Message, _ purpose: Category.Purpose?, _ category: Text?
  ) {
    let index = limits.layouts.index(of: &message)
    let layout = index.map { limits.layouts[$0] } ?? .none
    if layout.name.isEmpty {
      log.add(.layoutImpossible, at: message.place)
    } else if let category, purpose == nil, limits.layouts.names(category),
      !category.reads(layout.name)
    {
      log.add(.layoutMismatch, at: category.place, detail: layout.name)
    }
    if layout.button == .label, case .url(let url?) = message.buttons.items.first?.action {
      log.add(.videoButtonWithLink, at: url.place)
    }
    if layout.button == .url, case .url(nil) = message.buttons.items.first?.action {
      log.add(.urlInvalid, at: message.buttons.items[0].place)
    }
    if purpose == .authentication,
      !(message.body?.text?.variables.contains(OneTimePassword.variable) ?? false)
    {
      log.add(.pinMissing, at: message.body?.text?.place ?? message.place)
    }
  }

  /// What stands above a message or card, where it is a medium.
  mutating func check(
    _ media: Header.Content, _ kind: Media.Kind, at place: Place, card: Int? = nil
  ) {
    let needs = limits.needs[kind].features
    if needs != Features() { checkParts(of: media, needs, at: place) }
    if features.contains(.mediaHandle), media.handle == nil {
      if let url = media.url {
        let part = card.map { "/carousel/cards/\($0)" } ?? ""
        log.add(.handleMissing, at: url.place, pointer: "/messages/0\(part)/header")
      } else {
        log.add(.mediaSampleMissing, at: place)
      }
    }
    checkURL(media.url)
    checkURL(media.thumbnail)
    measure(media.caption, .caption)
    if kind != .audio { measure(media.duration, .duration) }
    measure(media.fileName, .fileName)
    if let type = media.fileType { checkFileType(type) }
  }

  private mutating func checkParts(of media: Header.Content, _ needs: Features, at place: Place) {
    need(media.url.isThere || !needs.contains(.url), "Url", at: place)
    need(media.thumbnail.isThere || !needs.contains(.thumbnail), "ThumbUrl", at: place)
    need(media.duration.isThere || !needs.contains(.duration), "Duration", at: place)
    need(media.fileName.isThere || !needs.contains(.fileName), "FileName", at: place)
    need(media.fileType.isThere || !needs.contains(.fileType), "FileType", at: place)
  }

  @inline(__always)
  private mutating func need(_ isThere: Bool, _ member: StaticString, at place: Place) {
    if !isThere { log.add(.mediaIncomplete, at: place, detail: "\(member)") }
  }

  private mutating func checkFileType(_ type: Text) {
    let types = limits.fileTypes
    if !types.isEmpty, !types.contains(type.string.lowercased()) {
      log.add(.fileTypeUnusual, at: type.place, detail: type.string)
    }
  }

  mutating func checkCards(_ message: inout Message) {
    guard var carousel = message.carousel.take() else { return }
    let limit = limits[.cards]
    if carousel.cards.count > limit.maximum || carousel.cards.count < limit.minimum {
      log.add(
        .tooManyCards, at: carousel.anyPlace, limit: limit.maximum, found: carousel.cards.count,
        detail: limit.minimum > 1
          ? "\(limit.minimum) to \(limit.maximum)" : "up to \(limit.maximum)")
    }
    let isFree = limits.traits.contains(.bodyOptional)
    var lead: Feature?
    for index in carousel.cards.indices {
      if !isFree {
        let own = carousel.cards[index].lead(among: limits.cardHeaders)
        checkLead(own, &lead, in: carousel, index)
      }
      check(&carousel.cards[index], index)
    }
    let products = limits[.productCards].maximum
    if carousel.cards.count > products, carousel.cards[0].header?.content == .product {
      log.add(
        .manyProductCards, at: carousel.anyPlace, limit: products, found: carousel.cards.count)
    }
    noteKept(carousel.kept)
    message.carousel = carousel
  }

  /// Cards look alike: each has what the first has that has something.
  private mutating func checkLead(
    _ own: Feature?, _ lead: inout Feature?, in carousel: Carousel, _ index: Int
  ) {
    lead = lead ?? own
    if own == nil {
      log.add(.cardIncomplete, at: carousel.cards[index].place)
    } else if own != lead {
      log.add(.cardsDiffer, at: carousel.cards[index].place)
    }
    if limits.hasEvenCards, !carousel.cards[index].isEven(with: carousel.cards[0]) {
      log.add(.cardsUneven, at: carousel.cards[index].place)
    }
  }

  private mutating func check(_ card: inout Card, _ index: Int) {
    for member in card.kept where member.key != nil { note(member) }
    if let header = card.header {
      noteKept(header.kept)
      if let kind = header.mediaKind {
        check(header.content, kind, at: header.place, card: index)
      }
    }
    measure(card.body?.text, .cardBody)
    checkPlaceholders(card.body?.text)
    if limits.hasEvenCards, let text = card.body?.text, text.lineBreaks > 2 {
      log.add(.cardBodyLines, at: text.place)
    }
    noteKept(card.body?.kept)
    checkButtons(&card)
  }

  private mutating func checkButtons(_ card: inout Card) {
    let limit = limits[.cardButtons].maximum
    let isFree = limits.traits.contains(.bodyOptional)
    for index in card.buttons.items.indices {
      check(&card.buttons.items[index])
      let place = card.buttons.items[index].place
      if !isFree, !isListedOnCards(&card.buttons.items[index]) || !allows(index, on: &card) {
        log.add(.buttonNotAllowed, at: place)
      }
      if index >= limit {
        log.add(.tooManyButtons, at: place, limit: limit, found: index + 1)
      }
    }
    noteKept(card.buttons.kept)
  }

  /// Whether cards can have a button of the type; an address or a number that is none is named as
  /// such.
  private func isListedOnCards(_ button: inout Button) -> Bool {
    switch button.action {
    case .url(_?), .phone(_?): true
    default: button.standsOnCards(of: features)
    }
  }

  /// Whether a card takes one of its buttons: one that shows an article has few.
  private func allows(_ index: Int, on card: inout Card) -> Bool {
    limits.productCardButtons == nil || limits.allows(card.buttons.items[index], on: card)
  }

  mutating func checkAuthentication(_ message: inout Message) {
    guard features.contains(.authentication) else { return }
    for (feature, place) in message.componentPlaces where limits.notAuthentication.contains(feature)
    {
      log.add(.authenticationComponent, at: place)
    }
    if limits.hasFreeAuthentication, !message.isOneTimePassword {
      return log.add(.authenticationFree, at: message.body?.place ?? message.place)
    }
    if let header = message.header { log.add(.authenticationHeader, at: header.place) }
    if let text = message.body?.text { log.add(.authenticationText, at: text.place) }
    if let text = message.footer?.text { log.add(.authenticationText, at: text.place) }
    let count = message.buttons.items.count { $0.kind == .oneTimePassword }
    if count != 1 || message.buttons.items.count != 1 {
      log.add(
        .authenticationButtons,
        at: message.buttons.place.exists ? message.buttons.place : message.place)
    }
    for index in message.buttons.items.indices {
      check(passwordOn: &message.buttons.items[index])
    }
  }

  private mutating func check(passwordOn button: inout Button) {
    guard case .oneTimePassword(let password) = button.action else { return }
    let hasLabel = button.label != nil || limits.ownLabels.contains(.oneTimePassword)
    let isComplete = password.isComplete(isLabelled: !hasSeveralLanguages) && hasLabel
    if features.contains(.acceptedTerms), password.delivery == .zeroTap,
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

extension Message {
  /// What a channel needs to hold the components beside body and buttons.
  @inline(__always)
  fileprivate var components: Features {
    var features = Features()
    if let feature = header?.feature { features.insert(feature) }
    if footer.isThere { features.insert(.footer) }
    if hasOffer { features.insert(.offer) }
    if carousel.isThere { features.insert(.carousel) }
    if hasExtras, callPermission != nil { features.insert(.callPermission) }
    return features
  }

  /// Where the components stand beside body and buttons.
  var componentPlaces: [(feature: Feature, place: Place)] {
    var places: [(feature: Feature, place: Place)] = []
    if let header { places.append((header.feature, header.place)) }
    if let footer { places.append((.footer, footer.place)) }
    if let offer { places.append((.offer, offer.place)) }
    if let carousel { places.append((.carousel, carousel.anyPlace)) }
    if let callPermission { places.append((.callPermission, callPermission.place)) }
    return places
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

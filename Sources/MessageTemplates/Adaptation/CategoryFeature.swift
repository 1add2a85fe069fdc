/// What the messages are for, as the target says it.
extension Adaptation {
  mutating func adaptCategory(_ template: inout Template, isFirst: Bool) {
    guard features.contains(.category) else {
      if isFirst { envelope(template.category?.spelling.place) }
      template.category = nil
      return
    }
    if isCanonical { return }
    if !limits.layouts.isEmpty {
      adaptLayoutCategory(&template, isFirst: isFirst)
    } else {
      adaptPurpose(&template, isFirst: isFirst)
    }
  }

  /// A category among the target's own.
  private mutating func adaptPurpose(_ template: inout Template, isFirst: Bool) {
    guard let category = template.category else {
      if limits.requires(.category, style.shape) { assumePurpose(&template, isFirst) }
      return
    }
    guard let purpose = category.purpose else {
      let isLayout = source.capabilities.layouts.names(category.spelling)
      if !isLayout, isFirst { log.add(.categoryUnknown, at: category.spelling.place) }
      assumePurpose(&template, isFirst)
      return
    }
    let needed = neededPurpose(template.messages[0], purpose)
    let spelling = limits.categories.spelling(of: needed)
    if purpose == .authentication, needed == .utility, isFirst {
      log.add(
        .passwordAsUtility, at: category.spelling.place, target: category.spelling.place)
    } else if needed != purpose, isFirst {
      log.add(
        .categoryChanged, at: category.spelling.place, target: category.spelling.place,
        detail: spelling)
    } else if !category.spelling.reads(spelling), isFirst {
      log.add(
        .categoryRenamed, at: category.spelling.place, target: category.spelling.place,
        detail: spelling)
    }
    if !category.spelling.reads(spelling) {
      template.category = Category(
        needed, spelling: .plain(spelling, at: category.spelling.place, in: arena))
    }
  }

  private mutating func assumePurpose(_ template: inout Template, _ isFirst: Bool) {
    let message = template.messages[0]
    let guess: Category.Purpose =
      message.isOneTimePassword ? .authentication : template.category == nil ? .utility : .marketing
    let purpose = neededPurpose(message, source.capabilities.layouts.isEmpty ? guess : .marketing)
    let spelling = limits.categories.spelling(of: purpose)
    let place = template.category?.spelling.place ?? .nowhere
    if isFirst {
      log.add(.categoryAssumed, at: place, detail: spelling, pointer: "/category")
    }
    template.category = Category(purpose, spelling: .plain(spelling))
  }

  /// The purpose that what the message holds calls for.
  private func neededPurpose(_ message: Message, _ purpose: Category.Purpose) -> Category.Purpose {
    if message.isOneTimePassword { return .authentication }
    if purpose == .authentication, isRepair, limits.hasFreeAuthentication,
      !message.componentPlaces.contains(where: { limits.notAuthentication.contains($0.feature) })
    {
      return purpose
    }
    let isPromotional = !message.places(of: limits.marketingOnly).isEmpty
    switch purpose {
    case .authentication where isPromotional: return .marketing
    case .authentication: return features.contains(.authentication) ? .utility : .authentication
    case .utility: return isPromotional ? .marketing : .utility
    case .marketing: return .marketing
    }
  }

  /// Viber's Category: the layout, or since 2026 the purpose.
  private mutating func adaptLayoutCategory(_ template: inout Template, isFirst: Bool) {
    let index = limits.layouts.index(of: &template.messages[0])
    let purpose = template.category?.purpose
    let place = template.category?.spelling.place
    let isOwn = isRepair
    if isFirst, let place, let purpose, purpose != .marketing, let index {
      notePromotion(at: place, index)
    }
    if isOwn ? purpose != nil : policy.viberCategory == .message {
      return adaptPurpose(&template, isFirst: isFirst, fallback: .marketing)
    }
    var spelling = index.map { limits.layouts.span[$0].spelling } ?? .empty
    spelling.place = place ?? .nowhere
    if isFirst, let place, !(template.category?.spelling.hasSameBytes(as: spelling) ?? true) {
      noteLayout(index, insteadOf: &template.category, at: place)
    }
    template.category = Category(nil, spelling: spelling)
  }

  /// A layout says something else than the category in whose place it stands, which is only looked
  /// at.
  private mutating func noteLayout(
    _ index: Int?, insteadOf category: inout Category?, at place: Place
  ) {
    let name = index.map { limits.layouts.span[$0].name } ?? ""
    if category?.purpose == nil, let category, limits.layouts.names(category.spelling) {
      log.add(.layoutContradicts, at: place, target: place, detail: name)
    } else if isRepair {
      log.add(.categoryUnknown, at: place)
    } else {
      log.add(.categoryToLayout, at: place, target: place, detail: name)
    }
  }

  private mutating func adaptPurpose(
    _ template: inout Template, isFirst: Bool, fallback: Category.Purpose
  ) {
    let place = template.category?.spelling.place ?? .nowhere
    if template.category?.purpose == nil, isFirst {
      if template.category != nil { log.add(.categoryUnknown, at: place) }
      log.add(
        .categoryAssumed, at: place,
        detail: limits.categories.spelling(of: fallback), pointer: "/category")
    }
    let purpose = template.category?.purpose ?? fallback
    let spelling = limits.categories.spelling(of: purpose)
    if let old = template.category?.spelling, !old.reads(spelling), isFirst,
      template.category?.purpose != nil
    {
      log.add(.categoryRenamed, at: old.place, target: old.place, detail: spelling)
    }
    template.category = Category(purpose, spelling: .plain(spelling, at: place, in: arena))
    if purpose == .authentication, isFirst { nameCode(&template) }
  }

  /// Only plain text can be transactional on Viber.
  private mutating func notePromotion(at place: Place, _ index: Int) {
    let shape = limits.layouts.span[index].shape
    if shape.header == nil, shape.button == nil { return }
    log.add(.becomesPromotional, at: place, detail: limits.layouts.span[index].name)
  }
}

extension Message {
  /// Whether a button hands over a one-time password.
  var isOneTimePassword: Bool {
    buttons.items.contains {
      if case .oneTimePassword = $0.action { return true }
      return false
    }
  }
}

extension Message {
  /// Where features of a set stand in the message, of those that can be for marketing only.
  func places(of features: Features) -> [Place] {
    if features == Features() { return [] }
    var places: [Place] = []
    if let offer, features.contains(.offer) { places.append(offer.place) }
    if let carousel, features.contains(.carousel) { places.append(carousel.anyPlace) }
    for button in buttons.items where button.isPromotional(features) { places.append(button.place) }
    return places
  }
}

extension Button {
  /// Whether the button is one of those that are for marketing only.
  fileprivate func isPromotional(_ features: Features) -> Bool {
    switch action {
    case .coupon: features.contains(.coupon)
    case .reply(let reply): reply.optsOut?.value ?? false && features.contains(.optOut)
    default: false
    }
  }
}

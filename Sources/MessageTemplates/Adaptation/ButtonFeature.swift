/// Buttons: those the target holds stay, the others become lines of the body.
extension Adaptation {
  /// How many of each kind stay already.
  private struct Count {
    var urls = 0
    var phones = 0
    var coupons = 0
    var replies = 0
    var all = 0
  }

  mutating func adaptButtons(_ message: inout Message) {
    let native = adaptLayout(&message)
    adaptKept(&message.buttons.kept)
    if !links.isEmpty {
      message.buttons.items += links
      links = []
    }
    if message.buttons.items.isEmpty { return }
    var count = Count()
    var kept: [Button] = []
    giveVideoButtonsAddresses(&message)
    for index in message.buttons.items.indices {
      adaptRequest(&message.buttons.items[index])
      adaptChipRequest(&message.buttons.items[index])
    }
    fillCoupons(&message.buttons)
    let items = message.buttons.items
    let lonely = items.count > 1 ? items.firstIndex { limits.lonely.contains($0.feature) } : nil
    let hasLayouts = !limits.layouts.isEmpty
    let video =
      native == nil && isVideoButton(message) ? items.firstIndex(where: \.opensAddress) : nil
    for index in items.indices {
      let fits =
        hasLayouts ? index == native : index == lonely ?? index && holds(items.span[index], count)
      if fits {
        var button = items[index]
        adaptNative(&button, message)
        tally(button, &count)
        kept.append(button)
      } else {
        if index == video { log.add(.videoButtonMoved, at: items[index].place) }
        buttonIndex = index
        spellOut(items.span[index])
      }
    }
    message.buttons.items = kept
    orderReplies(&message)
  }

  /// A button that opens the video above it gets the video's address where it needs one.
  private mutating func giveVideoButtonsAddresses(_ message: inout Message) {
    guard features.contains(.url), limits.layouts.isEmpty, target != .canonical,
      case .media(let media) = message.header?.content, media.kind == .video,
      let url = media.url, url.isAddress
    else { return }
    for index in message.buttons.items.indices
    where message.buttons.items[index].action == .url(nil) {
      message.buttons.items[index].action = .url(url)
      log.add(
        .videoButtonAdapted, at: message.buttons.items[index].place,
        target: message.buttons.items[index].place,
        pointer: "\(pointer)/buttons/items/\(index)/url")
    }
  }

  /// Whether the target holds a button, wherever it stands.
  func holdsAlone(_ button: Button) -> Bool { holds(button, Count()) }

  private func holds(_ button: Button, _ count: Count) -> Bool {
    if target == .canonical { return true }
    guard count.all < limits[.buttons].maximum else { return false }
    switch button.action {
    case .reply: return features.contains(.reply) && count.replies < limits[.replies].maximum
    case .url(let url):
      return features.contains(.url) && count.urls < limits[.urlButtons].maximum
        && url?.opens(limits.linkSchemes) ?? false
        && (!limits[.url].isEnforced || limits[.url].allows(url))
        && (url?.variableCount ?? 0) <= limits[.urlVariables].maximum
        && !(limits.endsWithVariable && button.goesOnBehindVariable)
    case .phone(let number):
      return features.contains(.phone) && count.phones < limits[.phoneButtons].maximum
        && number?.isPhoneNumber ?? false
        && (!limits[.phone].isEnforced || limits[.phone].allows(number))
    case .coupon(let code):
      if limits.traits.contains(.anyCodes) {
        return features.contains(.coupon) && code.map { !$0.isBlank } ?? false
          && limits[.coupon].allows(code)
      }
      return features.contains(.coupon) && count.coupons < limits[.coupons].maximum
        && code?.isCouponCode ?? true
        && (!limits[.coupon].isEnforced || limits[.coupon].allows(code))
    case .oneTimePassword: return features.contains(.oneTimePassword)
    case .flow(let flow): return features.contains(.flow) && flow.isComplete(for: features)
    case .catalog: return features.contains(.catalog)
    case .products: return features.contains(.products)
    case .dateTime, .camera, .cameraRoll, .requestLocation, .requestPhone, .nothing:
      return button.requestFeature.map(features.contains) ?? false
    case .service(let service): return features.contains(service.feature)
    case .unknown: return source == target || target == .canonical
    }
  }

  private func tally(_ button: Button, _ count: inout Count) {
    count.all += 1
    switch button.action {
    case .reply: count.replies += 1
    case .url: count.urls += 1
    case .phone: count.phones += 1
    case .coupon: count.coupons += 1
    default: break
    }
  }

  /// A button that stays: its label, its extras, what the model has no name for.
  mutating func adaptNative(_ button: inout Button, _ message: Message) {
    adaptKept(&button.kept)
    adaptReplyWords(&button)
    adaptLabel(&button)
    assumeLabel(&button)
    adaptAction(&button)
    if let extras = button.extras, !features.contains(.buttonExtras) {
      log.add(.extrasDropped, at: extras.place)
      button.extras = nil
    }
    button.extras.map { _ in adaptExtras(&button) }
    guard case .url(let url?) = button.action, isVideoButton(message) else { return }
    log.add(.videoButtonLinkLost, at: url.place)
    button.action = .url(nil)
  }

  private mutating func adaptExtras(_ button: inout Button) {
    guard var extras = button.extras else { return }
    adaptKept(&extras.kept)
    button.extras = extras
  }

  private func isVideoButton(_ message: Message) -> Bool {
    guard case .media(let media) = message.header?.content, media.kind == .video else {
      return false
    }
    return limits.layouts.contains { $0.header == .video && $0.button == .label }
  }

  /// A label without the variables that the target does not take there.
  private mutating func adaptLabel(_ button: inout Button) {
    guard let label = button.label, target != .canonical else { return }
    if label.variableCount <= limits[.labelVariables].maximum {
      button.label = shortened(label, .label)
      return
    }
    var filled = label.filled(with: samples)
    if filled.isBlank { filled = .plain("…", at: label.place) }
    log.add(.labelVariableFilled, at: label.place, target: label.place)
    button.label = shortened(filled, .label)
  }

  /// A label for a button that has none: what it opens or dials.
  mutating func assumeLabel(_ button: inout Button) {
    guard target != .canonical, button.label?.isBlank ?? true,
      !limits.ownLabels.contains(button.feature)
    else { return }
    let label: String
    switch button.action {
    case .url(let url): label = url?.string.host ?? "…"
    case .phone(let number): label = number?.string ?? "…"
    case .coupon where limits.traits.contains(.anyCodes): label = phrase(.coupon)
    case .coupon, .unknown, .oneTimePassword, .nothing: return
    case .reply, .flow, .catalog, .products, .dateTime, .camera, .cameraRoll, .requestLocation,
      .requestPhone, .service:
      label = "…"
    }
    absent(button.label?.place)
    button.label = .plain(label)
    log.add(.labelAssumed, at: button.place, detail: label)
  }

  /// Quick replies stand in one run where the channel wants them to.
  private mutating func orderReplies(_ message: inout Message) {
    guard features.contains(.reply), message.buttons.items.count > 2 else { return }
    let items = message.buttons.items
    let isReply = items.map { if case .reply = $0.action { true } else { false } }
    guard features.contains(.reply), let first = isReply.firstIndex(of: true),
      let last = isReply.lastIndex(of: true), isReply[first...last].contains(false)
    else { return }
    let replies = items.indices.filter { isReply[$0] }.map { items[$0] }
    let others = items.indices.filter { !isReply[$0] }.map { items[$0] }
    message.buttons.items = first == 0 ? replies + others : others + replies
    log.add(.buttonsReordered, at: message.buttons.place)
  }
}

extension Service {
  /// What a channel needs to hold such a button.
  var feature: Feature {
    switch self {
    case .voiceCall: .voiceCall
    case .product: .product
    case .orderDetails: .orderDetails
    case .paymentRequest: .paymentRequest
    }
  }
}

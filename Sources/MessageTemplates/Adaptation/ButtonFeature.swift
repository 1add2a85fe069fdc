/// Buttons: those the target holds stay, the others become lines of the body.
extension Adaptation {
  /// How many of each kind stay already.
  private struct Count {
    var urls = 0
    var phones = 0
    var coupons = 0
    var replies = 0
    var calls = 0
    var all = 0
  }

  mutating func adaptButtons(_ message: inout Message) {
    encodeAddresses(of: &message.buttons)
    let native = adaptLayout(&message)
    adaptKept(&message.buttons.kept)
    if !links.isEmpty {
      message.buttons.items += links
      links = []
    }
    if message.buttons.items.isEmpty { return }
    giveVideoButtonsAddresses(&message)
    for index in message.buttons.items.indices where !message.buttons.items.span[index].isPlain {
      adaptRequest(&message.buttons.items[index])
      if !limits.traits.contains(.buttonsAreChips) {
        adaptChipRequest(&message.buttons.items[index])
      }
    }
    fillCoupons(&message.buttons)
    let opensVideo = opensVideo(message.header?.mediaKind)
    if native == nil, opensVideo, let video = message.buttons.items.first(where: \.opensAddress) {
      log.add(.videoButtonMoved, at: video.place)
    }
    if limits.layouts.isEmpty {
      sortOut(&message.buttons.items, opensVideo: opensVideo)
      orderReplies(&message)
    } else {
      keep(native, of: &message.buttons.items, opensVideo: opensVideo)
    }
  }

  /// Keeps the one button that a layout has; the others become lines.
  private mutating func keep(_ native: Int?, of items: inout [Button], opensVideo: Bool) {
    for index in items.indices {
      if index == native {
        adaptNative(&items[index], opensVideo: opensVideo)
      } else {
        buttonIndex = index
        spellOut(&items[index])
      }
    }
    guard let native else { return items.removeAll() }
    if items.count > native + 1 { items.removeLast(items.count - native - 1) }
    if native > 0 { items.removeFirst(native) }
  }

  /// Keeps the buttons that fit; the others become lines.
  private mutating func sortOut(_ items: inout [Button], opensVideo: Bool) {
    let lonely = items.count > 1 ? items.firstIndex { limits.lonely.contains($0.feature) } : nil
    var count = Count()
    for index in items.indices {
      if index == lonely ?? index && holds(&items[index], count) {
        adaptNative(&items[index], opensVideo: opensVideo)
        tally(&items[index], &count)
        if count.all <= index { items.swapAt(count.all - 1, index) }
      } else {
        buttonIndex = index
        spellOut(&items[index])
      }
    }
    if items.count > count.all { items.removeLast(items.count - count.all) }
  }

  /// A button that opens the video above it gets the video's address where it needs one.
  private mutating func giveVideoButtonsAddresses(_ message: inout Message) {
    guard features.contains(.url), limits.layouts.isEmpty, !isCanonical,
      message.header?.mediaKind == .video, case .media(let media) = message.header?.content,
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
  func holdsAlone(_ button: inout Button) -> Bool { holds(&button, Count()) }

  private func holds(_ button: inout Button, _ count: Count) -> Bool {
    if isCanonical { return true }
    guard count.all < limits[.buttons].maximum else { return false }
    switch button.action {
    case .reply:
      return features.contains(.reply) && count.replies < limits[.replies].maximum
        && hasWords(button)
    case .url(let url):
      return features.contains(.url) && count.urls < limits[.urlButtons].maximum
        && url?.opens(limits.linkSchemes) ?? false
        && (!limits[.url].isEnforced || limits[.url].allows(url))
        && (url?.variableCount ?? 0) <= limits[.urlVariables].maximum
        && !(limits.endsWithVariable && button.goesOnBehindVariable) && hasWords(button)
    case .phone(let number):
      return features.contains(.phone) && count.phones < limits[.phoneButtons].maximum
        && number?.isPhoneNumber ?? false
        && (number?.variableCount ?? 0) <= limits[.phoneVariables].maximum
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
    case .flow(let flow):
      return features.contains(.flow) && flow.isComplete(for: features)
    case .catalog: return features.contains(.catalog)
    case .products: return features.contains(.products)
    case .dateTime, .camera, .cameraRoll, .requestLocation, .requestPhone, .nothing:
      return button.requestFeature.map(features.contains) ?? false && hasWords(button)
    case .service(let service):
      return features.contains(service.feature)
        && (service != .voiceCall || count.calls < limits[.callButtons].maximum)
    case .unknown: return isRepair || isCanonical
    }
  }

  /// Whether there is something to read or see on a button, or something that it can be called.
  func hasWords(_ button: Button) -> Bool {
    if !(button.label?.isBlank ?? true) || limits.ownLabels.contains(button.feature)
      || source.capabilities.ownLabels.contains(button.feature)
    {
      return true
    }
    switch button.action {
    case .reply, .dateTime, .camera, .cameraRoll, .requestLocation, .requestPhone:
      return isCanonical || (button.icon != nil && features.contains(.buttonIcon))
    case .url(let url): return url == nil || url?.string.host != nil
    default: return true
    }
  }

  private func tally(_ button: inout Button, _ count: inout Count) {
    count.all += 1
    switch button.kind {
    case .reply: count.replies += 1
    case .url: count.urls += 1
    case .phone: count.phones += 1
    case .coupon: count.coupons += 1
    case .oneTimePassword: break
    case .other:
      if button.feature == .voiceCall { count.calls += 1 }
    }
  }

  /// A button that stays: its label, its extras, what the model has no name for.
  mutating func adaptNative(_ button: inout Button, opensVideo: Bool = false) {
    adaptKept(&button.kept)
    if !button.isPlain { adaptReplyWords(&button) }
    adaptLabel(&button)
    assumeLabel(&button)
    adaptAction(&button)
    if button.hasExtras { adaptExtras(&button) }
    guard opensVideo, case .url(let url?) = button.action else { return }
    log.add(.videoButtonLinkLost, at: url.place)
    button.action = .url(nil)
  }

  private mutating func adaptExtras(_ button: inout Button) {
    guard var extras = button.extras else { return }
    if features.contains(.buttonExtras) {
      adaptKept(&extras.kept)
      button.extras = extras
    } else {
      log.add(.extrasDropped, at: extras.place)
      button.extras = nil
    }
  }

  /// Whether a button below such a medium opens the medium, whatever its address.
  @inline(__always)
  private func opensVideo(_ kind: Media.Kind?) -> Bool {
    kind == .video && limits.layouts.contains { $0.header == .video && $0.button == .label }
  }

  /// A label without the variables that the target does not take there.
  private mutating func adaptLabel(_ button: inout Button) {
    if isCanonical { return }
    if button.label?.variableCount ?? 0 > limits[.labelVariables].maximum { fillLabel(of: &button) }
    shorten(&button.label, .label)
  }

  private mutating func fillLabel(of button: inout Button) {
    guard let label = button.label else { return }
    var text = filled(label)
    if text.isBlank { text = .plain("…", at: label.place) }
    log.add(.labelVariableFilled, at: label.place, target: label.place)
    button.label = text
  }

  /// A label for a button that has none: what it opens or dials.
  mutating func assumeLabel(_ button: inout Button) {
    guard !isCanonical, button.label?.isBlank ?? true,
      !limits.ownLabels.contains(button.feature)
    else { return }
    let label: String
    switch button.action {
    case .url(let url): label = url?.string.host ?? "…"
    case .phone(let number): label = number?.string ?? "…"
    case .coupon where limits.traits.contains(.anyCodes): label = phrase(.coupon).string
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
    guard limits.traits.contains(.repliesTogether), message.buttons.items.count > 2 else { return }
    let items = message.buttons.items
    let isReply = items.map { if case .reply = $0.action { true } else { false } }
    guard let first = isReply.firstIndex(of: true), let last = isReply.lastIndex(of: true)
    else { return }
    let isBetween = first > 0 && last + 1 < items.count
    guard
      isReply[first...last].contains(false)
        || isBetween && limits.traits.contains(.repliesAtAnEnd)
    else { return }
    let replies = items.indices.filter { isReply[$0] }.map { items[$0] }
    let others = items.indices.filter { !isReply[$0] }.map { items[$0] }
    message.buttons.items = first == 0 ? replies + others : others + replies
    log.add(.buttonsReordered, at: message.buttons.place)
  }
}

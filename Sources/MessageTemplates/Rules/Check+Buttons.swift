/// Buttons: how many, of which kinds, in which order, with what on them.
extension Check {
  mutating func checkButtons(_ message: inout Message) {
    var (urls, phones, coupons, flows, calls) = (0, 0, 0, 0, 0)
    for index in message.buttons.items.indices {
      check(&message.buttons.items[index])
      let place = message.buttons.items[index].place
      limitCount(index + 1, .buttons, place)
      switch message.buttons.items[index].kind {
      case .url:
        urls += 1
        limitCount(urls, .urlButtons, place)
      case .phone:
        phones += 1
        limitCount(phones, .phoneButtons, place)
      case .coupon:
        coupons += 1
        if coupons > limits[.coupons].maximum { log.add(.tooManyCoupons, at: place) }
      default:
        switch message.buttons.items[index].feature {
        case .flow:
          flows += 1
          limitCount(flows, .flowButtons, place)
        case .voiceCall:
          calls += 1
          limitCount(calls, .callButtons, place)
        default: break
        }
      }
    }
    noteKept(message.buttons.kept)
    if message.buttons.items.count < 2 { return }
    checkOrder(&message)
    noteFolding(&message)
    for index in message.buttons.items.indices
    where limits.lonely.contains(message.buttons.items[index].feature) {
      log.add(.buttonNotAlone, at: message.buttons.items[index].place)
    }
  }

  private mutating func limitCount(_ count: Int, _ measure: Measure, _ place: Place) {
    let limit = limits[measure]
    if count <= limit.maximum { return }
    // A button is one too many once, whichever count says so.
    if let last = log.entries.last, last.code == .tooManyButtons, last.source == place { return }
    log.add(
      limit.isEnforced ? .tooManyButtons : .manyButtons, at: place, limit: limit.maximum,
      found: count)
  }

  /// One button, wherever it stands.
  mutating func check(_ button: inout Button) {
    noteKept(button.kept)
    if button.hasExtras { noteKept(button.extras?.kept) }
    measure(button.label, .label)
    countVariables(button.label, .labelVariables)
    checkPlaceholders(button.label)
    switch button.action {
    case .reply: allow(button.place, features.contains(.reply))
    case .url(let url):
      allow(button.place, features.contains(.url))
      if url?.isEmpty ?? true, limits.traits.contains(.addressedButtons) {
        log.add(.urlMissing, at: button.place)
      }
      checkURL(url)
    case .phone(let number):
      allow(button.place, features.contains(.phone))
      checkPhone(number, button.place)
    case .coupon(let code):
      allow(button.place, features.contains(.coupon))
      checkCoupon(code)
      return
    case .oneTimePassword: allow(button.place, features.contains(.oneTimePassword))
    case .flow(let flow):
      allow(button.place, features.contains(.flow))
      if !flow.isComplete(for: features) { log.add(.flowIncomplete, at: button.place) }
      if limits.traits.contains(.flowNamedOnce), flow.names.count > 1 {
        log.add(.flowNamedTwice, at: flow.names[1].place)
      }
    case .catalog: allow(button.place, features.contains(.catalog))
    case .products: allow(button.place, features.contains(.products))
    case .dateTime, .camera, .cameraRoll, .requestLocation, .requestPhone, .nothing:
      allow(button.place, button.requestFeature.map(features.contains) ?? true)
    case .service(let service):
      allow(button.place, features.contains(service.feature))
      if service == .voiceCall { measure(button.label, .callLabel) }
    case .unknown(let type):
      log.add(.unknownMember, at: button.place, detail: type.string)
      return
    }
    if button.label?.isBlank ?? true, !limits.ownLabels.contains(button.feature) {
      log.add(.labelMissing, at: button.place)
    }
  }

  private mutating func allow(_ place: Place, _ isAllowed: Bool) {
    if !isAllowed { log.add(.buttonNotAllowed, at: place) }
  }

  private mutating func checkPhone(_ number: Text?, _ place: Place) {
    guard let number, !number.isEmpty else { return log.add(.phoneInvalid, at: place) }
    measure(number, .phone)
    countVariables(number, .phoneVariables)
    if number.isMasked { return log.add(.maskedValue, at: number.place) }
    if !number.isPhoneNumber { log.add(.phoneInvalid, at: number.place) }
  }

  private mutating func checkCoupon(_ code: Text?) {
    guard let code else { return }
    measure(code, .coupon)
    if code.isMasked { return log.add(.maskedValue, at: code.place) }
    if !limits.traits.contains(.anyCodes), !code.isCouponCode {
      log.add(.couponInvalid, at: code.place)
    }
  }

  private mutating func checkOrder(_ message: inout Message) {
    // The first reply and the last, and how many there are.
    var (first, last, count) = (-1, -1, 0)
    for index in message.buttons.items.indices
    where message.buttons.items.span[index].kind == .reply {
      if first < 0 { first = index }
      last = index
      count += 1
    }
    if last - first >= count, count > 0, limits.traits.contains(.repliesTogether) {
      log.add(.repliesInterleaved, at: message.buttons.items[last].place)
    } else if first > 0, last + 1 < message.buttons.items.count,
      limits.traits.contains(.repliesAtAnEnd)
    {
      log.add(.repliesBetween, at: message.buttons.items[first].place)
    }
    guard message.hasOffer, let offer = message.offer,
      limits.traits.contains(.offerCodeFirst) || !(offer.countsDown?.value ?? false),
      let coupon = message.buttons.items.firstIndex(where: { $0.kind == .coupon }),
      message.buttons.items[..<coupon].contains(where: { $0.kind == .url })
    else { return }
    log.add(.offerOrder, at: message.buttons.items[coupon].place)
  }
}

extension Check {
  /// What readers do not see at once.
  private mutating func noteFolding(_ message: inout Message) {
    let shown = limits[.buttonsShown].maximum
    if shown == .max { return }
    let replies = message.buttons.items.count { $0.feature == .reply }
    let count = message.buttons.items.count
    let place = message.buttons.place
    if count > shown {
      log.add(
        .buttonsFolded, at: place,
        detail:
          "Phones show two of these buttons, and the others behind a list; desktop clients show"
          + " none")
    } else if replies > 0, replies < count {
      log.add(
        .buttonsFolded, at: place,
        detail: "Desktop clients do not show quick replies together with other buttons")
    }
  }
}

extension Text {
  /// Whether a part of the text was made unreadable.
  var isMasked: Bool { holds(UInt8(ascii: "*")) && holds("***") }

  /// Whether an address goes on behind its variable.
  var goesOnBehindVariable: Bool {
    marks.contains { $0.kind == .variable && $0.upper < string.utf8.count }
  }
}

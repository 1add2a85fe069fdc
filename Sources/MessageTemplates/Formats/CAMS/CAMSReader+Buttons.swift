/// Buttons: all types, on messages and on cards.
extension CAMSReader {
  func readButtons(
    _ source: inout Source, _ fields: inout Fields, at place: Place, into buttons: inout Buttons,
    keepsRest: Bool = true
  ) {
    buttons.place = place
    if let array = source.array(&fields, CAMSKey.buttons) {
      var elements = source.elements(array)
      buttons.items.reserveCapacity(source.count(elements))
      while let element = source.next(&elements) {
        if source.isObject(element) { buttons.items.append(button(&source, at: element)) }
      }
    }
    if keepsRest { buttons.kept = source.kept(fields) }
  }

  private func button(_ source: inout Source, at place: Place) -> Button {
    var fields = source.fields(of: place, keys)
    let id = source.discriminator(&fields, CAMSKey.type, in: buttonTypes)
    let type = id.flatMap(CAMSButton.init(rawValue:))
    let label = source.text(&fields, CAMSKey.text)
    let action = action(&source, &fields, type)
    let link: Text? =
      switch type {
      case .flow, .catalog, .mpm, nil: source.text(&fields, CAMSKey.url)
      default: nil
      }
    let extras = extras(&source, &fields)
    return Button(
      label: label, action: action, link: link, boxedExtras: extras, kept: source.kept(fields),
      place: place)
  }

  private func action(_ source: inout Source, _ fields: inout Fields, _ type: CAMSButton?)
    -> Button.Action
  {
    switch type {
    case .phoneNumber: return .phone(source.text(&fields, CAMSKey.phoneNumber))
    case .url: return url(&source, &fields)
    case .quickReply: return .reply(Reply(optsOut: source.boolean(&fields, CAMSKey.isOptOut)))
    case .copyCode: return .coupon(source.text(&fields, CAMSKey.couponCode))
    case .oneTap: return oneTimePassword(&source, &fields, .oneTap)
    case .zeroTap: return oneTimePassword(&source, &fields, .zeroTap)
    case .flow: return flow(&source, &fields)
    case .catalog: return .catalog
    case .mpm: return .products
    case nil:
      let type = source.plain(&fields, CAMSKey.type)
      return .unknown(type ?? .plain(""))
    }
  }

  /// An address; UrlType only repeats what the address shows.
  private func url(_ source: inout Source, _ fields: inout Fields) -> Button.Action {
    let url = source.text(&fields, CAMSKey.url)
    if let (id, place) = source.word(&fields, CAMSKey.urlType, in: CAMSURLType.table) {
      let isDynamic = url?.hasVariables ?? false
      source.tape.fates[Int(place.token)] = .structure
      if url != nil, isDynamic != (id == CAMSURLType.dynamic.rawValue) {
        source.log.add(.urlTypeContradicts, at: place)
      }
    } else if let place = fields.take(CAMSKey.urlType.rawValue) {
      source.log.add(.urlTypeContradicts, at: place)
    }
    return .url(url)
  }

  private func oneTimePassword(
    _ source: inout Source, _ fields: inout Fields, _ delivery: OneTimePassword.Delivery
  ) -> Button.Action {
    var password = OneTimePassword(delivery)
    password.autofillLabel = source.text(&fields, CAMSKey.autofillText)
    if let array = source.array(&fields, CAMSKey.supportedApps) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        if source.isObject(element) { password.apps.append(app(&source, at: element)) }
      }
    }
    let old = App(
      package: source.plain(&fields, CAMSKey.packageName),
      signature: source.plain(&fields, CAMSKey.signatureHash))
    if old.package == nil, old.signature == nil { return .oneTimePassword(password) }
    if password.apps.contains(where: { $0.package == old.package && $0.signature == old.signature })
    {
      for place in [old.package?.place, old.signature?.place] {
        if let place { source.tape.fates[Int(place.token)] = .structure }
      }
    } else {
      password.apps.append(old)
    }
    return .oneTimePassword(password)
  }

  private func app(_ source: inout Source, at place: Place) -> App {
    var fields = source.fields(of: place, keys)
    var app = App(
      package: source.plain(&fields, CAMSKey.packageName),
      signature: source.plain(&fields, CAMSKey.signatureHash))
    app.place = place
    app.kept = source.kept(fields)
    return app
  }

  private func flow(_ source: inout Source, _ fields: inout Fields) -> Button.Action {
    var flow = Flow()
    flow.id = source.plain(&fields, CAMSKey.flowId)
    if let (id, place) = source.word(&fields, CAMSKey.flowAction, in: CAMSFlowAction.table) {
      flow.action = .plain("\(CAMSFlowAction.words[Int(id)])", at: place)
    } else {
      flow.action = source.plain(&fields, CAMSKey.flowAction)
    }
    flow.screen = source.plain(&fields, CAMSKey.navigateScreen)
    return .flow(flow)
  }

  /// What follows a tap; an empty object, as the service sends on most buttons, is transport.
  private func extras(_ source: inout Source, _ fields: inout Fields) -> Box<ButtonExtras> {
    guard let place = fields.peek(CAMSKey.extendAttrs.rawValue) else { return .none }
    if source.isEmpty(place) {
      _ = fields.take(CAMSKey.extendAttrs.rawValue)
      source.mark(place, .envelope)
      return .none
    }
    guard let object = source.object(&fields, CAMSKey.extendAttrs) else { return .none }
    var inner = source.fields(of: object, keys)
    var extras = ButtonExtras()
    extras.place = object
    extras.nextCode = source.plain(&inner, CAMSKey.nextTemplateCode)
    extras.nextName = source.plain(&inner, CAMSKey.nextTemplateName)
    extras.nextLanguage = source.plain(&inner, CAMSKey.nextLanguageCode)
    extras.action = source.plain(&inner, CAMSKey.action)
    extras.intent = source.plain(&inner, CAMSKey.intentCode)
    extras.kept = source.kept(inner)
    return .some(extras)
  }
}

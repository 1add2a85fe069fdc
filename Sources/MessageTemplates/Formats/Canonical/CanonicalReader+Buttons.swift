/// Buttons.
extension CanonicalReader {
  func buttons(
    _ source: inout Source, _ fields: inout Fields, _ key: CanonicalKey = .buttons
  ) -> Buttons {
    var buttons = Buttons()
    guard let place = source.node(&fields, key) else { return buttons }
    buttons.place = place
    var inner = source.fields(of: place, CanonicalKey.table)
    if let array = source.array(&inner, CanonicalKey.items) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        buttons.items.append(button(&source, at: element))
      }
    }
    buttons.kept = kept(&source, &inner)
    return buttons
  }

  private func button(_ source: inout Source, at place: Place) -> Button {
    var fields = source.fields(of: place, CanonicalKey.table)
    let kind = kind(&source, &fields)
    let label = text(&source, &fields, .label)
    var button = Button(label, action(&source, &fields, kind))
    button.place = place
    button.link = text(&source, &fields, .link)
    if let icon = text(&source, &fields, .icon) { button.icon = icon }
    button.extras = extras(&source, &fields)
    button.kept = kept(&source, &fields)
    return button
  }

  private func action(_ source: inout Source, _ fields: inout Fields, _ kind: CanonicalKind?)
    -> Button.Action
  {
    switch kind {
    case .reply: return .reply(reply(&source, &fields))
    case .url: return .url(text(&source, &fields, .url))
    case .phone: return .phone(text(&source, &fields, .phone))
    case .coupon: return .coupon(text(&source, &fields, .code))
    case .oneTimePassword: return oneTimePassword(&source, &fields)
    case .flow:
      var flow = Flow()
      flow.id = source.plain(&fields, CanonicalKey.id)
      flow.name = source.plain(&fields, CanonicalKey.name)
      flow.definition = source.plain(&fields, CanonicalKey.definition)
      flow.action = source.plain(&fields, CanonicalKey.action)
      flow.screen = source.plain(&fields, CanonicalKey.screen)
      return .flow(flow)
    case .catalog: return .catalog
    case .products: return .products
    case .dateTime: return .dateTime(dateTime(&source, &fields))
    case .camera: return .camera
    case .cameraRoll: return .cameraRoll
    case .requestLocation: return .requestLocation
    case .requestPhone: return .requestPhone
    case .nothing: return .nothing
    case .service:
      let id = source.discriminator(&fields, CanonicalKey.service, in: CanonicalService.table)
      return .service(id.flatMap(Service.init(rawValue:)) ?? .voiceCall)
    default: return .unknown(source.plain(&fields, CanonicalKey.type) ?? .plain(""))
    }
  }

  private func reply(_ source: inout Source, _ fields: inout Fields) -> Reply {
    var reply = Reply(optsOut: source.boolean(&fields, CanonicalKey.optsOut))
    if let data = text(&source, &fields, .data) { reply.data = data }
    if let says = text(&source, &fields, .says) { reply.says = says }
    if let silent = source.boolean(&fields, CanonicalKey.silent) {
      source.mark(silent.place, .structure)
      reply.isSilent = silent.value
    }
    return reply
  }

  private func dateTime(_ source: inout Source, _ fields: inout Fields) -> DateTime {
    var question = DateTime()
    question.mode = source.plain(&fields, CanonicalKey.mode)
    question.data = text(&source, &fields, .data)
    question.initial = source.plain(&fields, CanonicalKey.initial)
    question.min = source.plain(&fields, CanonicalKey.min)
    question.max = source.plain(&fields, CanonicalKey.max)
    return question
  }

  private func oneTimePassword(_ source: inout Source, _ fields: inout Fields) -> Button.Action {
    let id = source.discriminator(&fields, CanonicalKey.delivery, in: CanonicalDelivery.table)
    let delivery = id.flatMap { OneTimePassword.Delivery(rawValue: $0) }
    var password = OneTimePassword(delivery ?? .copyCode)
    password.autofillLabel = text(&source, &fields, .autofillLabel)
    password.acceptsTerms = source.boolean(&fields, CanonicalKey.acceptsTerms)
    if let array = source.array(&fields, CanonicalKey.apps) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        var inner = source.fields(of: element, CanonicalKey.table)
        var app = App(
          package: source.plain(&inner, CanonicalKey.package),
          signature: source.plain(&inner, CanonicalKey.signature))
        app.place = element
        app.kept = kept(&source, &inner)
        password.apps.append(app)
      }
    }
    return .oneTimePassword(password)
  }

  private func extras(_ source: inout Source, _ fields: inout Fields) -> ButtonExtras? {
    guard let place = source.node(&fields, CanonicalKey.extras) else { return nil }
    var inner = source.fields(of: place, CanonicalExtraKey.table)
    var extras = ButtonExtras()
    extras.place = place
    extras.nextCode = source.plain(&inner, CanonicalExtraKey.nextCode)
    extras.nextName = source.plain(&inner, CanonicalExtraKey.nextName)
    extras.nextLanguage = source.plain(&inner, CanonicalExtraKey.nextLanguage)
    extras.action = source.plain(&inner, CanonicalExtraKey.action)
    extras.intent = source.plain(&inner, CanonicalExtraKey.intent)
    extras.kept = keptMembers(&source, inner.take(CanonicalExtraKey.kept.rawValue))
    dropRest(&source, inner)
    return extras
  }
}

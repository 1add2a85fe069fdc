/// Headers, buttons and kept members.
extension CanonicalReader {
  func text(
    _ source: inout Source, _ fields: inout Fields, _ key: CanonicalKey, markup: Bool = false
  ) -> Text? {
    guard let (string, place) = source.string(&fields, key) else { return nil }
    return Text(canonical: string, at: place, markup: markup)
  }

  private func kind(_ source: inout Source, _ fields: inout Fields) -> CanonicalKind? {
    source.discriminator(&fields, CanonicalKey.kind, in: CanonicalKind.table)
      .flatMap(CanonicalKind.init(rawValue:))
  }

  func header(_ source: inout Source, _ fields: inout Fields) -> Header? {
    guard let place = source.node(&fields, CanonicalKey.header) else { return nil }
    var inner = source.fields(of: place, CanonicalKey.table)
    guard let content = headerContent(&source, &inner) else {
      source.log.add(.unknownDropped, at: place)
      return nil
    }
    var header = Header(content)
    header.place = place
    header.kept = kept(&source, &inner)
    return header
  }

  private func headerContent(_ source: inout Source, _ fields: inout Fields) -> Header.Content? {
    switch kind(&source, &fields) {
    case .text: return text(&source, &fields, .text).map { .text($0) }
    case .image: return .media(media(&source, &fields, .image))
    case .video: return .media(media(&source, &fields, .video))
    case .document: return .media(media(&source, &fields, .document))
    case .audio: return .media(media(&source, &fields, .audio))
    case .sticker:
      var sticker = Sticker()
      sticker.package = source.plain(&fields, CanonicalKey.package)
      sticker.id = source.plain(&fields, CanonicalKey.id)
      return .sticker(sticker)
    case .contact:
      var contact = Contact()
      contact.name = text(&source, &fields, .name)
      contact.phone = text(&source, &fields, .phone)
      return .contact(contact)
    case .gif: return .media(media(&source, &fields, .gif))
    case .product: return .product
    case .location:
      var location = Location()
      location.latitude = source.number(&fields, CanonicalKey.latitude)
      location.longitude = source.number(&fields, CanonicalKey.longitude)
      location.name = text(&source, &fields, .name)
      location.address = text(&source, &fields, .address)
      return .location(location)
    default: return nil
    }
  }

  private func media(_ source: inout Source, _ fields: inout Fields, _ kind: Media.Kind) -> Media {
    var media = Media(kind, url: text(&source, &fields, .url))
    media.handle = source.plain(&fields, CanonicalKey.handle)
    media.caption = text(&source, &fields, .caption, markup: true)
    media.fileName = text(&source, &fields, .fileName)
    media.fileType = source.plain(&fields, CanonicalKey.fileType)
    media.thumbnail = text(&source, &fields, .thumbnail)
    media.duration = source.number(&fields, CanonicalKey.duration)
    media.size = source.number(&fields, CanonicalKey.size)
    return media
  }

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

  /// The kept members of an object; whatever else is left is no member of the canonical form.
  func kept(_ source: inout Source, _ fields: inout Fields) -> [Kept] {
    kept(&source, &fields, CanonicalKey.kept)
  }

  /// The kept members of an object whose keys are others.
  func kept<Key: FieldKey>(_ source: inout Source, _ fields: inout Fields, _ key: Key) -> [Kept] {
    let kept = keptMembers(&source, fields.take(key.rawValue))
    dropRest(&source, fields)
    return kept
  }

  private func keptMembers(_ source: inout Source, _ array: Place?) -> [Kept] {
    guard let array else { return [] }
    var kept: [Kept] = []
    var elements = source.elements(array)
    while let element = source.next(&elements) {
      if let member = keptMember(&source, element) {
        kept.append(member)
      } else {
        source.log.add(.unknownDropped, at: element)
      }
    }
    return kept
  }

  private func keptMember(_ source: inout Source, _ element: Place) -> Kept? {
    var fields = source.fields(of: element, CanonicalKey.table)
    let format = source.plain(&fields, CanonicalKey.format)
    let key = source.plain(&fields, CanonicalKey.key)
    guard let format, let value = fields.take(CanonicalKey.value.rawValue) else { return nil }
    for place in [format.place, key?.place ?? .nowhere] where place.exists {
      source.mark(place, .structure)
    }
    let json = source.kept(value).json
    dropRest(&source, fields)
    return Kept(key: key?.string, json: json, origin: Format.ID(format.string), place: value)
  }

  /// What few messages have.
  func readExtras(_ source: inout Source, _ fields: inout Fields, into message: inout Message) {
    if fields.peek(CanonicalKey.quickReplies.rawValue) != nil {
      message.quickReplies = buttons(&source, &fields, .quickReplies)
    }
    if let place = source.node(&fields, CanonicalKey.sender) {
      var inner = source.fields(of: place, CanonicalKey.table)
      var sender = Sender()
      sender.place = place
      sender.name = text(&source, &inner, .name)
      sender.icon = text(&source, &inner, .icon)
      dropRest(&source, inner)
      message.sender = sender
    }
    if let alternative = text(&source, &fields, .alternative) { message.alternative = alternative }
    guard let place = source.object(&fields, CanonicalKey.native) else { return }
    message.native = keptMember(&source, place)
    guard let native = message.native else { return source.log.add(.unknownDropped, at: place) }
    source.mark(native.place, .presentation)
  }

  /// Names the members that the canonical form does not have.
  func dropRest(_ source: inout Source, _ fields: borrowing Fields) {
    for place in fields.leftovers { source.log.add(.unknownDropped, at: place) }
  }
}

/// Components: of a message and of its cards.
extension CloudReader {
  mutating func message(_ source: inout Source, _ fields: inout Fields) -> Message {
    var message = Message()
    if fields.peek(CloudKey.components.rawValue) == nil {
      readLibraryEntry(&source, &fields, into: &message)
    } else if let components = source.array(&fields, CloudKey.components) {
      message.place = components
      var elements = source.elements(components)
      while let element = source.next(&elements) {
        if source.isObject(element) { read(&source, element, into: &message) }
      }
    }
    dropFixedTexts(&source, of: &message)
    return message
  }

  /// An entry of the template library: header and body as texts, buttons as they are.
  private mutating func readLibraryEntry(
    _ source: inout Source, _ fields: inout Fields, into message: inout Message
  ) {
    if let title = source.braced(&fields, CloudKey.header, scope: "header") {
      message.header = Header(.text(title))
    }
    if let text = source.braced(&fields, CloudKey.body, scope: "body", markup: true) {
      message.body = Body(text)
      if let array = source.array(&fields, CloudKey.bodyParams) {
        add(source.texts(array), to: text, scope: "body", &source)
      }
    }
    if let array = source.array(&fields, CloudKey.buttons) {
      readButtons(&source, array, into: &message.buttons, card: nil)
    }
  }

  private mutating func read(_ source: inout Source, _ place: Place, into message: inout Message) {
    var fields = source.fields(of: place, CloudComponentKey.table)
    let id = source.discriminator(&fields, CloudComponentKey.type, in: CloudComponent.table)
    switch id.flatMap(CloudComponent.init(rawValue:)) {
    case .header where message.header?.place == nil:
      read(&source, &fields, at: place, into: &message.header, &message.kept, card: nil)
    case .body where message.body?.place == nil:
      message.body = body(&source, &fields, at: place, card: nil)
      readExpiration(&source, &fields, into: &message)
      message.body?.kept = source.kept(fields)
    case .footer where message.footer?.place.exists != true:
      let expiration = message.footer?.codeExpiration
      message.footer = footer(&source, &fields, at: place)
      if message.footer?.codeExpiration == nil { message.footer?.codeExpiration = expiration }
    case .limitedTimeOffer where message.offer?.place == nil:
      message.offer = offer(&source, &fields, at: place)
    case .buttons where !message.buttons.place.exists:
      readButtons(&source, &fields, at: place, into: &message.buttons, card: nil)
    case .carousel where message.carousel?.place == nil:
      message.carousel = carousel(&source, &fields, at: place)
    case .callPermissionRequest where message.callPermission?.place == nil:
      var question = CallPermission()
      question.place = place
      question.kept = source.kept(fields)
      message.callPermission = question
    case .button, nil:
      source.log.add(.unknownComponent, at: place)
      message.kept.append(source.kept(place))
    default:
      source.log.add(.componentRepeated, at: place)
      source.log.add(.componentDropped, at: place)
    }
  }

  mutating func read(
    _ source: inout Source, _ fields: inout Fields, at place: Place, into header: inout Header?,
    _ kept: inout [Kept], card: Int?
  ) {
    guard let found = self.header(&source, &fields, at: place, card: card) else {
      if fields.leftovers.isEmpty { return source.log.add(.componentEmpty, at: place) }
      source.log.add(.headerFormatUnknown, at: place)
      kept.append(source.kept(place))
      return
    }
    header = found
    header?.kept = source.kept(fields)
  }

  mutating func header(
    _ source: inout Source, _ fields: inout Fields, at place: Place, card: Int?
  ) -> Header? {
    let id = source.discriminator(&fields, CloudComponentKey.format, in: CloudHeaderFormat.table)
    var format = id.flatMap(CloudHeaderFormat.init(rawValue:))
    if format == nil, fields.peek(CloudComponentKey.format.rawValue) == nil,
      fields.peek(CloudComponentKey.text.rawValue) != nil
    {
      format = .text
    }
    let content: Header.Content?
    switch format {
    case .text: content = title(&source, &fields, card: card)
    case .image: content = .media(media(&source, &fields, .image))
    case .video: content = .media(media(&source, &fields, .video))
    case .document: content = .media(media(&source, &fields, .document))
    case .gif: content = .media(media(&source, &fields, .gif))
    case .location: content = .location(Location())
    case .product: content = .product
    case nil: content = nil
    }
    guard let content else { return nil }
    var header = Header(content)
    header.place = place
    return header
  }

  mutating func title(_ source: inout Source, _ fields: inout Fields, card: Int?)
    -> Header.Content?
  {
    let scope = VariableScope.header(card: card)
    guard let text = source.braced(&fields, CloudComponentKey.text, scope: scope) else {
      return nil
    }
    noteNumbers(&source, in: text, scope: scope)
    readExample(&source, &fields, of: text, scope: scope)
    return .text(text)
  }

  mutating func body(_ source: inout Source, _ fields: inout Fields, at place: Place, card: Int?)
    -> Body
  {
    var body = Body(nil)
    body.place = place
    let scope = VariableScope.body(card: card)
    if let text = source.braced(&fields, CloudComponentKey.text, scope: scope, markup: true) {
      body.text = text
      noteNumbers(&source, in: text, scope: scope)
      readExample(&source, &fields, of: text, scope: scope)
    }
    body.securityAdvice = source.boolean(&fields, CloudComponentKey.addSecurityRecommendation)
    return body
  }

  /// When a password expires is said of the footer; some say it of the body.
  private func readExpiration(
    _ source: inout Source, _ fields: inout Fields, into message: inout Message
  ) {
    guard let number = source.number(&fields, CloudComponentKey.codeExpirationMinutes) else {
      return
    }
    if message.footer?.codeExpiration != nil {
      return source.log.add(.duplicateKey, at: number.place)
    }
    source.log.add(.memberMisplaced, at: number.place)
    if message.footer == nil { message.footer = Footer(nil) }
    message.footer?.codeExpiration = number
  }

  private mutating func footer(_ source: inout Source, _ fields: inout Fields, at place: Place)
    -> Footer
  {
    var footer = Footer(source.braced(&fields, CloudComponentKey.text, scope: "footer"))
    footer.place = place
    footer.codeExpiration = source.number(&fields, CloudComponentKey.codeExpirationMinutes)
    footer.kept = source.kept(fields)
    return footer
  }

  private mutating func offer(_ source: inout Source, _ fields: inout Fields, at place: Place)
    -> Offer
  {
    var offer = Offer(nil)
    offer.place = place
    if let object = source.object(&fields, CloudComponentKey.limitedTimeOffer) {
      var inner = source.fields(of: object, CloudComponentKey.table)
      offer.text = source.braced(&inner, CloudComponentKey.text, scope: "offer")
      offer.countsDown = source.boolean(&inner, CloudComponentKey.hasExpiration)
      for place in inner.leftovers { source.log.add(.unknownDropped, at: place) }
    }
    offer.kept = source.kept(fields)
    return offer
  }
}

/// Components: the six types, cards and their components.
extension CAMSReader {
  func messages(_ source: inout Source, _ fields: inout Fields) -> [Message] {
    var messages = [Message()]
    guard let components = source.array(&fields, CAMSKey.components) else { return messages }
    messages[0].place = components
    var elements = source.elements(components)
    while let element = source.next(&elements) {
      let component = source.opened(element)
      guard source.isObject(component) else { continue }
      if channel == .line, let other = lineMessage(&source, component) {
        messages.append(other)
      } else {
        read(&source, component, into: &messages[0])
      }
    }
    if messages.count > 1, messages[0] == Message() { messages.removeFirst() }
    let limit = format.capabilities[.messages].maximum
    if messages.count > limit {
      source.log.add(.tooManyItems, at: components, limit: limit, found: messages.count)
    }
    return messages
  }

  /// A component that is a whole LINE message; nil where it is another.
  private func lineMessage(_ source: inout Source, _ place: Place) -> Message? {
    guard let type = source.tape.member(of: place, "Type") ?? source.tape.member(of: place, "type"),
      source.kind(type) == .string, source.tape.string(type) == "LINE_MESSAGE"
    else { return nil }
    var fields = source.fields(of: place, keys)
    _ = source.discriminator(&fields, CAMSKey.type, in: componentTypes)
    guard let object = source.object(&fields, CAMSKey.message) else {
      source.log.add(.componentEmpty, at: place)
      return Message()
    }
    source.format = Format.line.id
    let message = LINEReader().message(&source, at: object)
    source.format = format.id
    for member in source.kept(fields) { source.log.add(.unknownDropped, at: member.place) }
    if message == nil { source.log.add(.componentEmpty, at: place) }
    return message ?? Message()
  }

  private func read(_ source: inout Source, _ place: Place, into message: inout Message) {
    var fields = source.fields(of: place, keys)
    guard let id = source.discriminator(&fields, CAMSKey.type, in: componentTypes),
      let type = CAMSComponent(rawValue: id), type != .lineMessage
    else {
      source.log.add(.unknownComponent, at: place)
      message.kept.append(source.kept(place))
      return
    }
    switch type {
    case .body where message.body?.place == nil:
      readMisplaced(&source, &fields, into: &message)
      message.body.fill(body(&source, &fields, at: place))
    case .header where message.header?.place == nil:
      readMisplaced(&source, &fields, into: &message)
      message.header.fill(
        header(&source, &fields, at: place, isCard: false, or: &message.kept))
    case .footer where message.footer?.place == nil:
      message.footer.fill(footer(&source, &fields, at: place))
    case .limitedTimeOffer where message.offer?.place == nil:
      message.offer = offer(&source, &fields, at: place)
    case .buttons where !message.buttons.place.exists:
      readButtons(&source, &fields, at: place, into: &message.buttons)
    case .carousel where message.carousel?.place == nil:
      message.carousel = carousel(&source, &fields, at: place)
    default:
      source.log.add(.componentRepeated, at: place)
      source.log.add(.componentDropped, at: place)
    }
  }

  func body(_ source: inout Source, _ fields: inout Fields, at place: Place) -> Body {
    let text = source.text(&fields, CAMSKey.text, markup: true)
    let advice = source.boolean(&fields, CAMSKey.addSecretRecommendation)
    if let format = fields.peek(CAMSKey.format.rawValue), source.tape.string(format) == "TEXT" {
      _ = source.discriminator(&fields, CAMSKey.format, in: CAMSHeaderFormat.table)
    }
    return Body(text: text, securityAdvice: advice, kept: source.kept(fields), place: place)
  }

  private func footer(_ source: inout Source, _ fields: inout Fields, at place: Place) -> Footer {
    Footer(
      text: source.text(&fields, CAMSKey.text),
      codeExpiration: source.number(&fields, CAMSKey.codeExpirationMinutes),
      kept: source.kept(fields), place: place)
  }

  private func offer(_ source: inout Source, _ fields: inout Fields, at place: Place) -> Offer {
    var offer = Offer(source.text(&fields, CAMSKey.text))
    offer.place = place
    offer.countsDown = source.boolean(&fields, CAMSKey.hasExpiration)
    offer.expiration = source.text(&fields, CAMSKey.offerExpirationTimeMs)
    offer.kept = source.kept(fields)
    return offer
  }

  /// A header; without one the component itself is kept, unless it says nothing.
  func header(
    _ source: inout Source, _ fields: inout Fields, at place: Place, isCard: Bool,
    or kept: inout [Kept]
  ) -> Header? {
    if let content = headerContent(&source, &fields, isCard: isCard) {
      return Header(content: content, kept: source.kept(fields), place: place)
    }
    if fields.isEmpty {
      source.log.add(.componentEmpty, at: place)
    } else {
      source.log.add(.headerFormatUnknown, at: place)
      kept.append(source.kept(place))
    }
    return nil
  }

  /// What a header is; nil where its format is none that is known.
  private func headerContent(_ source: inout Source, _ fields: inout Fields, isCard: Bool)
    -> Header.Content?
  {
    switch headerFormat(&source, &fields, isCard: isCard) {
    case .text: source.text(&fields, CAMSKey.text).map { .text($0) }
    case .image: .media(media(&source, &fields, .image))
    case .video: .media(media(&source, &fields, .video))
    case .document: .media(media(&source, &fields, .document))
    case .location: .location(location(&source, &fields))
    case .header, nil: nil
    }
  }

  /// The format as it is given, or as the members show it.
  private func headerFormat(_ source: inout Source, _ fields: inout Fields, isCard: Bool)
    -> CAMSHeaderFormat?
  {
    let given = source.word(&fields, CAMSKey.format, in: CAMSHeaderFormat.table)
    if let given { source.tape.fates[Int(given.place.token)] = .structure }
    let format = given.flatMap { CAMSHeaderFormat(rawValue: $0.id) }
    if let format, format != .header { return format }
    if fields.peek(CAMSKey.format.rawValue) != nil { return nil }
    if let given { source.log.add(.formatIgnored, at: given.place) }
    if fields.peek(CAMSKey.url.rawValue) != nil {
      return isCard || given != nil ? .image : nil
    }
    if fields.peek(CAMSKey.latitude.rawValue) != nil { return .location }
    return fields.peek(CAMSKey.text.rawValue) != nil ? .text : nil
  }

  private func media(_ source: inout Source, _ fields: inout Fields, _ kind: Media.Kind) -> Media {
    let (isFile, isFilm) = (kind == .document, kind == .video)
    return Media(
      kind: kind, url: source.text(&fields, CAMSKey.url),
      caption: source.text(&fields, CAMSKey.caption, markup: true),
      fileName: isFile ? source.text(&fields, CAMSKey.fileName) : nil,
      fileType: isFile ? source.plain(&fields, CAMSKey.fileType) : nil,
      thumbnail: isFilm ? source.text(&fields, CAMSKey.thumbUrl) : nil,
      duration: isFilm ? source.number(&fields, CAMSKey.duration) : nil)
  }

  private func location(_ source: inout Source, _ fields: inout Fields) -> Location {
    var location = Location()
    location.latitude = source.number(&fields, CAMSKey.latitude)
    location.longitude = source.number(&fields, CAMSKey.longitude)
    location.name = source.text(&fields, CAMSKey.locationName)
    location.address = source.text(&fields, CAMSKey.locationAddress)
    return location
  }

  /// Buttons and cards mean the same wherever they stand.
  private func readMisplaced(
    _ source: inout Source, _ fields: inout Fields, into message: inout Message
  ) {
    if let place = fields.peek(CAMSKey.buttons.rawValue), !message.buttons.place.exists,
      !source.isEmpty(place)
    {
      source.log.add(.memberMisplaced, at: place)
      readButtons(&source, &fields, at: .nowhere, into: &message.buttons, keepsRest: false)
    }
    if let place = fields.peek(CAMSKey.cards.rawValue), message.carousel == nil,
      !source.isEmpty(place)
    {
      source.log.add(.memberMisplaced, at: place)
      message.carousel = Carousel(cards(&source, &fields))
    }
  }
}

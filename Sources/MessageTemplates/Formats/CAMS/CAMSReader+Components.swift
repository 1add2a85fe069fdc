/// Components: the six types, cards and their components.
extension CAMSReader {
  func message(_ source: inout Source, _ fields: inout Fields) -> Message {
    var message = Message()
    guard let components = source.array(&fields, CAMSKey.components) else { return message }
    message.place = components
    var elements = source.elements(components)
    while let element = source.next(&elements) {
      let component = source.opened(element)
      if source.isObject(component) { read(&source, component, into: &message) }
    }
    return message
  }

  private func read(_ source: inout Source, _ place: Place, into message: inout Message) {
    var fields = source.fields(of: place, CAMSKey.table)
    guard let id = source.discriminator(&fields, CAMSKey.type, in: CAMSComponent.table),
      let type = CAMSComponent(rawValue: id)
    else {
      source.log.add(.unknownComponent, at: place)
      message.kept.append(source.kept(place))
      return
    }
    switch type {
    case .body where message.body?.place == nil:
      message.body = body(&source, &fields, at: place)
      readMisplaced(&source, &fields, into: &message)
      message.body?.kept = source.kept(fields)
    case .header where message.header?.place == nil:
      message.header = header(&source, &fields, at: place, isCard: false)
      readMisplaced(&source, &fields, into: &message)
      keep(&source, fields, at: place, in: &message.header, or: &message.kept)
    case .footer where message.footer?.place == nil:
      message.footer = footer(&source, &fields, at: place)
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

  private func body(_ source: inout Source, _ fields: inout Fields, at place: Place) -> Body {
    var body = Body(source.text(&fields, CAMSKey.text, markup: true))
    body.place = place
    body.securityAdvice = source.boolean(&fields, CAMSKey.addSecretRecommendation)
    if let format = fields.peek(CAMSKey.format.rawValue), source.tape.string(format) == "TEXT" {
      _ = source.discriminator(&fields, CAMSKey.format, in: CAMSHeaderFormat.table)
    }
    return body
  }

  private func footer(_ source: inout Source, _ fields: inout Fields, at place: Place) -> Footer {
    var footer = Footer(source.text(&fields, CAMSKey.text))
    footer.place = place
    footer.codeExpiration = source.number(&fields, CAMSKey.codeExpirationMinutes)
    footer.kept = source.kept(fields)
    return footer
  }

  private func offer(_ source: inout Source, _ fields: inout Fields, at place: Place) -> Offer {
    var offer = Offer(source.text(&fields, CAMSKey.text))
    offer.place = place
    offer.countsDown = source.boolean(&fields, CAMSKey.hasExpiration)
    offer.expiration = source.text(&fields, CAMSKey.offerExpirationTimeMs)
    offer.kept = source.kept(fields)
    return offer
  }

  /// A header; nil where its format is none that is known.
  private func header(
    _ source: inout Source, _ fields: inout Fields, at place: Place, isCard: Bool
  ) -> Header? {
    var header: Header?
    switch headerFormat(&source, &fields, isCard: isCard) {
    case .text: header = source.text(&fields, CAMSKey.text).map { Header(.text($0)) }
    case .image: header = Header(.media(media(&source, &fields, .image)))
    case .video: header = Header(.media(media(&source, &fields, .video)))
    case .document: header = Header(.media(media(&source, &fields, .document)))
    case .location: header = Header(.location(location(&source, &fields)))
    case .header, nil: header = nil
    }
    header?.place = place
    return header
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
    var media = Media(kind, url: source.text(&fields, CAMSKey.url))
    media.caption = source.text(&fields, CAMSKey.caption, markup: true)
    if kind == .document {
      media.fileName = source.text(&fields, CAMSKey.fileName)
      media.fileType = source.plain(&fields, CAMSKey.fileType)
    }
    if kind == .video {
      media.thumbnail = source.text(&fields, CAMSKey.thumbUrl)
      media.duration = source.number(&fields, CAMSKey.duration)
    }
    return media
  }

  private func location(_ source: inout Source, _ fields: inout Fields) -> Location {
    var location = Location()
    location.latitude = source.number(&fields, CAMSKey.latitude)
    location.longitude = source.number(&fields, CAMSKey.longitude)
    location.name = source.text(&fields, CAMSKey.locationName)
    location.address = source.text(&fields, CAMSKey.locationAddress)
    return location
  }

  /// Keeps what is left of a header on it; without a header the component itself is kept.
  private func keep(
    _ source: inout Source, _ fields: borrowing Fields, at place: Place, in header: inout Header?,
    or kept: inout [Kept]
  ) {
    guard header?.place != nil else {
      if fields.leftovers.isEmpty { return source.log.add(.componentEmpty, at: place) }
      source.log.add(.headerFormatUnknown, at: place)
      kept.append(source.kept(place))
      return
    }
    header?.kept = source.kept(fields)
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

  private func carousel(_ source: inout Source, _ fields: inout Fields, at place: Place)
    -> Carousel
  {
    var carousel = Carousel(cards(&source, &fields))
    carousel.place = place
    carousel.kept = source.kept(fields)
    return carousel
  }

  private func cards(_ source: inout Source, _ fields: inout Fields) -> [Card] {
    var cards: [Card] = []
    guard let array = source.array(&fields, CAMSKey.cards) else { return cards }
    var elements = source.elements(array)
    while let element = source.next(&elements) {
      if source.isObject(element) { cards.append(card(&source, at: element)) }
    }
    return cards
  }

  private func card(_ source: inout Source, at place: Place) -> Card {
    var card = Card()
    card.place = place
    var fields = source.fields(of: place, CAMSKey.table)
    if let array = source.array(&fields, CAMSKey.cardComponents) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        if source.isObject(element) { read(&source, element, into: &card) }
      }
    }
    card.kept += source.kept(fields)
    return card
  }

  private func read(_ source: inout Source, _ place: Place, into card: inout Card) {
    var fields = source.fields(of: place, CAMSKey.table)
    let id = source.discriminator(&fields, CAMSKey.type, in: CAMSComponent.table)
    switch id.flatMap(CAMSComponent.init(rawValue:)) {
    case .header where card.header?.place == nil:
      card.header = header(&source, &fields, at: place, isCard: true)
      readMisplaced(&source, &fields, into: &card)
      keep(&source, fields, at: place, in: &card.header, or: &card.kept)
    case .body where card.body?.place == nil:
      card.body = body(&source, &fields, at: place)
      readMisplaced(&source, &fields, into: &card)
      card.body?.kept = source.kept(fields)
    case .buttons where !card.buttons.place.exists:
      readButtons(&source, &fields, at: place, into: &card.buttons)
    case .header, .body, .buttons:
      source.log.add(.componentRepeated, at: place)
      source.log.add(.componentDropped, at: place)
    default:
      source.log.add(.unknownComponent, at: place)
      card.kept.append(source.kept(place))
    }
  }

  private func readMisplaced(
    _ source: inout Source, _ fields: inout Fields, into card: inout Card
  ) {
    guard let place = fields.peek(CAMSKey.buttons.rawValue), !card.buttons.place.exists,
      !source.isEmpty(place)
    else { return }
    source.log.add(.memberMisplaced, at: place)
    readButtons(&source, &fields, at: .nowhere, into: &card.buttons, keepsRest: false)
  }
}

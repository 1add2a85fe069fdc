/// Cards side by side.
extension CAMSReader {
  func carousel(_ source: inout Source, _ fields: inout Fields, at place: Place)
    -> Carousel
  {
    var carousel = Carousel(cards(&source, &fields))
    carousel.place = place
    carousel.kept = source.kept(fields)
    return carousel
  }

  func cards(_ source: inout Source, _ fields: inout Fields) -> [Card] {
    guard let array = source.array(&fields, CAMSKey.cards) else { return [] }
    var elements = source.elements(array)
    var cards: [Card] = []
    cards.reserveCapacity(source.count(elements))
    while let element = source.next(&elements) {
      if source.isObject(element) { cards.append(card(&source, at: element)) }
    }
    return cards
  }

  func card(_ source: inout Source, at place: Place) -> Card {
    var card = Card()
    card.place = place
    var fields = source.fields(of: place, keys)
    if let array = source.array(&fields, CAMSKey.cardComponents) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        if source.isObject(element) { read(&source, element, into: &card) }
      }
    }
    card.kept += source.kept(fields)
    return card
  }

  func read(_ source: inout Source, _ place: Place, into card: inout Card) {
    var fields = source.fields(of: place, keys)
    let id = source.discriminator(&fields, CAMSKey.type, in: componentTypes)
    switch id.flatMap(CAMSComponent.init(rawValue:)) {
    case .header where card.header?.place == nil:
      readMisplaced(&source, &fields, into: &card)
      card.header.fill(header(&source, &fields, at: place, isCard: true, or: &card.kept))
    case .body where card.body?.place == nil:
      readMisplaced(&source, &fields, into: &card)
      card.body.fill(body(&source, &fields, at: place))
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

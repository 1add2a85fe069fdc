/// Cards side by side.
extension CloudReader {
  mutating func carousel(_ source: inout Source, _ fields: inout Fields, at place: Place)
    -> Carousel
  {
    var carousel = Carousel([])
    carousel.place = place
    if let array = source.array(&fields, CloudComponentKey.cards) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        guard source.isObject(element) else { continue }
        carousel.cards.append(card(&source, at: element, carousel.cards.count))
      }
    }
    carousel.kept = source.kept(fields)
    return carousel
  }

  mutating func card(_ source: inout Source, at place: Place, _ index: Int) -> Card {
    var card = Card()
    card.place = place
    var fields = source.fields(of: place, CloudComponentKey.table)
    if let array = source.array(&fields, CloudComponentKey.components) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        if source.isObject(element) { read(&source, element, into: &card, index) }
      }
    }
    card.kept += source.kept(fields)
    return card
  }

  private mutating func read(
    _ source: inout Source, _ place: Place, into card: inout Card, _ index: Int
  ) {
    var fields = source.fields(of: place, CloudComponentKey.table)
    let id = source.discriminator(&fields, CloudComponentKey.type, in: CloudComponent.table)
    switch id.flatMap(CloudComponent.init(rawValue:)) {
    case .header where card.header?.place == nil:
      read(&source, &fields, at: place, into: &card.header, &card.kept, card: index)
    case .body where card.body?.place == nil:
      card.body = body(&source, &fields, at: place, card: index)
      card.body?.kept = source.kept(fields)
    case .buttons where !card.buttons.place.exists:
      readButtons(&source, &fields, at: place, into: &card.buttons, card: index)
    case .header, .body, .buttons:
      source.log.add(.componentRepeated, at: place)
      source.log.add(.componentDropped, at: place)
    default:
      source.log.add(.unknownComponent, at: place)
      card.kept.append(source.kept(place))
    }
  }
}

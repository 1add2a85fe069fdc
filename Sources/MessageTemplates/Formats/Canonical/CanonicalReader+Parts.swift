/// Headers, buttons and kept members.
extension CanonicalReader {
  func text(
    _ source: inout Source, _ fields: inout Fields, _ key: CanonicalKey, markup: Bool = false
  ) -> Text? {
    guard let (string, place) = source.string(&fields, key) else { return nil }
    return Text(canonical: string, at: place, markup: markup)
  }

  func kind(_ source: inout Source, _ fields: inout Fields) -> CanonicalKind? {
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

  func media(_ source: inout Source, _ fields: inout Fields, _ kind: Media.Kind) -> Media {
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

  func keptMembers(_ source: inout Source, _ array: Place?) -> [Kept] {
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

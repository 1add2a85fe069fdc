/// The types of message.
extension ViberBotReader {
  func readContent(
    _ source: inout Source, _ place: Place, _ type: String, into message: inout Message
  ) {
    switch type {
    case "text": readBody(&source, place, "text", into: &message)
    case "url":
      let type = source.text(place, "media")?.lastPathPart?.fileExtension
      if type.map(capabilities.gifTypes.contains) ?? false {
        readMedia(&source, place, .gif, into: &message)
      } else {
        readBody(&source, place, "media", into: &message)
      }
    case "picture":
      readMedia(&source, place, .image, into: &message)
      readBody(&source, place, "text", into: &message)
    case "video":
      readMedia(&source, place, .video, into: &message)
      readBody(&source, place, "text", into: &message)
    case "file": readMedia(&source, place, .document, into: &message)
    case "contact":
      guard let object = source.object(place, "contact") else { return }
      var contact = Contact()
      contact.name = source.text(object, "name")
      contact.phone = source.text(object, "phone_number")
      message.header = header(.contact(contact), at: object)
    case "location":
      guard let object = source.object(place, "location") else { return }
      var location = Location()
      location.latitude = number(&source, object, "lat")
      location.longitude = number(&source, object, "lon")
      message.header = header(.location(location), at: object)
    case "sticker":
      var sticker = Sticker()
      sticker.id = source.member(place, "sticker_id").map { source.plain(at: $0) }
      message.header = header(.sticker(sticker), at: sticker.id?.place ?? place)
    case "rich_media":
      if let alternative = source.text(place, "alt_text") { message.alternative = alternative }
      if let object = source.object(place, "rich_media") {
        readCarousel(&source, object, into: &message)
      }
    default: break
    }
  }

  func header(_ content: Header.Content, at place: Place) -> Header {
    var header = Header(content)
    header.place = place
    return header
  }

  private func readBody(
    _ source: inout Source, _ place: Place, _ key: String, into message: inout Message
  ) {
    guard let member = source.member(place, key) else {
      if let empty = source.tape.member(of: place, named: key) { source.mark(empty, .structure) }
      return
    }
    guard !source.tape.tokens[Int(member.token)].isContainer else {
      return source.leaveOut(member, .wrongTypeDropped, "a text")
    }
    var body = Body(source.text(at: member, markup: key == "text"))
    body.place = member
    message.body = body
  }

  private func readMedia(
    _ source: inout Source, _ place: Place, _ kind: Media.Kind, into message: inout Message
  ) {
    var media = Media(kind, url: source.text(place, "media"))
    media.thumbnail = source.text(place, "thumbnail")
    media.size = number(&source, place, "size")
    media.duration = number(&source, place, "duration")
    media.fileName = source.text(place, "file_name")
    let details = [
      media.url?.place, media.fileName?.place, media.size?.place, media.duration?.place,
      media.thumbnail?.place,
    ].compactMap { $0 }
    for detail in details.dropFirst() { source.join(detail, to: details[0]) }
    message.header = header(.media(media), at: details.first ?? place)
  }

  /// A number; what is none is named and left out.
  private func number(_ source: inout Source, _ object: Place, _ key: String) -> Number? {
    guard let member = source.member(object, key) else { return nil }
    if let number = source.number(object, key) { return number }
    source.leaveOut(member, .wrongTypeDropped, "a number")
    return nil
  }
}

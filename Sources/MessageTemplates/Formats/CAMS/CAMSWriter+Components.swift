/// Components: members in the order of the documentation.
extension CAMSWriter {
  @inline(never)
  func write(_ message: inout Message, to output: inout Output) {
    if message.header.isThere, let header = message.header { write(header, to: &output) }
    if message.hasOffer, let offer = message.offer { write(offer, to: &output) }
    if message.body.isThere { writeBody(message.body, to: &output) }
    if message.footer.isThere, let footer = message.footer { write(footer, to: &output) }
    writeButtons(&message.buttons, to: &output)
    if message.carousel.isThere, var carousel = message.carousel { write(&carousel, to: &output) }
    output.kept(message.kept)
  }

  private func write(_ header: Header, to output: inout Output) {
    output.beginObject(spelled: #"{"Type":"HEADER""#, at: header.place)
    switch header.content {
    case .text(let text):
      output.text("Text", text)
      output.word("Format", "TEXT")
    case .media(let media): write(media, to: &output)
    case .location(let location):
      output.word("Format", "LOCATION")
      output.numeral("Latitude", location.latitude)
      output.numeral("Longitude", location.longitude)
      output.text("LocationName", location.name)
      output.text("LocationAddress", location.address)
    case .sticker(let sticker):
      output.word("Format", "STICKER")
      output.text("PackageId", sticker.package)
      output.text("StickerId", sticker.id)
    case .contact(let contact):
      output.word("Format", "CONTACT")
      output.text("ContactName", contact.name)
      output.text("PhoneNumber", contact.phone)
    case .product: break  // No shape holds one.
    }
    output.kept(header.kept)
    output.endObject()
  }

  private func write(_ media: Media, to output: inout Output) {
    switch media.kind {
    case .image: output.word("Format", "IMAGE")
    case .video: output.word("Format", "VIDEO")
    case .document: output.word("Format", "DOCUMENT")
    case .audio: output.word("Format", "AUDIO")
    case .gif: break  // No shape holds one.
    }
    output.text("Url", media.url)
    output.text("Caption", media.caption)
    output.text("FileName", media.fileName)
    output.text("ThumbUrl", media.thumbnail)
    output.number("Duration", media.duration)
    output.text("FileType", media.fileType)
  }

  private func writeBody(_ body: Body?, to output: inout Output) {
    output.beginObject(spelled: #"{"Type":"BODY""#, at: body?.place ?? .nowhere)
    output.text("Text", body?.text)
    output.boolean("AddSecretRecommendation", body?.securityAdvice)
    output.kept(body?.kept ?? [])
    output.endObject()
  }

  private func write(_ footer: Footer, to output: inout Output) {
    output.beginObject(spelled: #"{"Type":"FOOTER""#, at: footer.place)
    output.text("Text", footer.text)
    output.number("CodeExpirationMinutes", footer.codeExpiration)
    output.kept(footer.kept)
    output.endObject()
  }

  private func write(_ offer: Offer, to output: inout Output) {
    output.beginObject(spelled: #"{"Type":"LIMITED_TIME_OFFER""#, at: offer.place)
    output.text("Text", offer.text)
    output.boolean(shape == .detail ? "hasExpiration" : "HasExpiration", offer.countsDown)
    output.text("OfferExpirationTimeMs", offer.expiration)
    output.kept(offer.kept)
    output.endObject()
  }

  private func write(_ carousel: inout Carousel, to output: inout Output) {
    output.beginObject(spelled: #"{"Type":"CAROUSEL""#, at: carousel.place)
    output.beginArray("Cards")
    for index in carousel.cards.indices { write(&carousel.cards[index], to: &output) }
    output.endArray()
    output.kept(carousel.kept)
    output.endObject()
  }

  private func write(_ card: inout Card, to output: inout Output) {
    output.beginObject(at: card.place)
    output.beginArray("CardComponents")
    if let header = card.header { write(header, to: &output) }
    if card.body.isThere { writeBody(card.body, to: &output) }
    writeButtons(&card.buttons, to: &output)
    output.kept(card.kept.filter { $0.key == nil })
    output.endArray()
    output.kept(card.kept.filter { $0.key != nil })
    output.endObject()
  }

  private func writeButtons(_ buttons: inout Buttons, to output: inout Output) {
    if buttons.items.isEmpty, buttons.kept.isEmpty { return }
    output.beginObject(spelled: #"{"Type":"BUTTONS""#, at: buttons.place)
    output.beginArray("Buttons")
    for index in buttons.items.indices { write(&buttons.items[index], to: &output) }
    output.endArray()
    output.kept(buttons.kept)
    output.endObject()
  }
}

/// What the Bot API refuses beyond the shape of its objects.
struct ViberBotRules {
  private var capabilities: Capabilities { _read { yield Format.viberBot.capabilities } }

  func check(_ template: Template, at root: Place, _ source: inout Source) {
    noteAddressee(template, at: root, &source)
    noteQuoted(&source)
    for message in template.messages {
      let place = message.place
      measure(place, &source)
      checkMedia(message, &source)
      if let object = layout(source, place, "keyboard") { checkKeyboard(object, &source) }
      if let object = layout(source, place, "rich_media") {
        checkCarousel(object, message, &source)
      }
    }
  }

  /// A layout of a message, or one that stands alone.
  private func layout(_ source: Source, _ place: Place, _ key: String) -> Place? {
    if let object = source.object(place, key) { return object }
    guard source.tape.member(of: place, named: "Buttons") != nil else { return nil }
    let isCarousel = source.word(place, "Type") == "rich_media"
    return isCarousel == (key == "rich_media") ? place : nil
  }

  /// Who sends a message adds from whom and to whom it is.
  private func noteAddressee(_ template: Template, at root: Place, _ source: inout Source) {
    let lacksReceiver = template.messages.contains { message in
      !message.kept.contains { $0.key == "receiver" || $0.key == "broadcast_list" }
    }
    let lacksSender = template.messages.contains { $0.sender?.name == nil }
    switch (lacksReceiver, lacksSender) {
    case (true, true):
      source.log.add(.addresseeMissing, at: .nowhere, detail: "receiver and sender.name")
    case (true, false): source.log.add(.addresseeMissing, at: .nowhere, detail: "receiver")
    case (false, true): source.log.add(.addresseeMissing, at: .nowhere, detail: "sender.name")
    case (false, false): break
    }
  }

  /// Numbers and truth values in quotation marks, all of them in one note.
  private func noteQuoted(_ source: inout Source) {
    let places = source.unquoted.keys.sorted().map(Place.init(token:))
    guard let first = places.first else { return }
    source.log.add(
      .valueQuoted, at: first, also: Array(places.dropFirst()), found: places.count)
  }

  /// The compact JSON of a message; counted only where the source's own is over the limit.
  private func measure(_ place: Place, _ source: inout Source) {
    let limit = capabilities[.layoutBytes].maximum
    if source.tape.tokens[Int(place.token)].range.count <= limit { return }
    let count = source.layout(place, key: nil, origin: Format.viberBot.id).json.utf8.count
    if count > limit { source.log.add(.messageTooLarge, at: place, limit: limit, found: count) }
  }

  private func checkMedia(_ message: Message, _ source: inout Source) {
    switch message.header?.content {
    case .media(let media):
      guard let url = media.url else { return }
      switch media.kind {
      case .image:
        if let types = capabilities.mediaTypes["image"], !url.isFile(of: types) {
          source.log.add(.fileTypeUnusual, at: url.place, detail: url.fileType ?? "")
        }
        if let type = url.fileType, capabilities.gifTypes.contains(type) {
          source.log.add(.gifStandsStill, at: url.place)
        }
      case .video:
        if let type = url.fileType, !capabilities.videoTypes.contains(type) {
          source.log.add(.fileTypeRefused, at: url.place, detail: type)
        }
      case .document, .audio: checkFile(media, &source)
      case .gif: break
      }
    case .contact(let contact):
      if let phone = contact.phone, !phone.isPhoneNumber {
        source.log.add(.phoneInvalid, at: phone.place)
      }
    default: break
    }
  }

  private func checkFile(_ media: Media, _ source: inout Source) {
    guard let name = media.fileName else { return }
    guard let type = name.string.nameExtension else {
      return source.log.add(.fileNameWithoutType, at: name.place)
    }
    if capabilities.refusedFileTypes.contains(type) {
      source.log.add(.fileTypeRefused, at: name.place, detail: type)
    }
  }

  private func checkKeyboard(_ place: Place, _ source: inout Source) {
    var (cells, rows) = (0, 0)
    for cell in source.list(place, "Buttons") {
      let height = source.integer(cell, "Rows") ?? 1
      if height > 2, let member = source.member(cell, "Rows") {
        source.log.add(.outOfRange, at: member, limit: 1, found: 2)
      }
      cells += (source.integer(cell, "Columns") ?? 6) * height
      rows = (cells + 5) / 6
      check(cell, &source)
    }
    let limit = capabilities[.chips].maximum
    if rows > limit { source.log.add(.keyboardTall, at: place, limit: limit, found: rows) }
  }

  private func checkCarousel(_ place: Place, _ message: Message, _ source: inout Source) {
    let limit = capabilities[.cards].maximum
    let count = message.carousel?.cards.count ?? 1
    if count > limit {
      source.log.add(
        .tooManyCards, at: place, limit: limit, found: count, detail: "up to \(limit)")
    }
    for cell in source.list(place, "Buttons") {
      check(cell, &source)
      let type = source.word(cell, "ActionType")
      if type == "location-picker" || type == "share-phone" {
        source.log.add(.buttonNotAllowed, at: cell)
      }
    }
  }

  /// A button shows something, and opens an address where it opens one.
  private func check(_ cell: Place, _ source: inout Source) {
    let isVisible = ["Text", "Image", "BgMedia", "BgColor"].contains {
      source.member(cell, $0) != nil
    }
    if !isVisible { source.log.add(.buttonInvisible, at: cell) }
    if let text = source.text(cell, "Text") {
      let words = text.mayBeHTML ? HTMLText(text.string).text(at: text.place) : text
      let count = capabilities[.label].count(words)
      let limit = capabilities[.label].maximum
      if count > limit {
        source.log.add(
          .textLong, at: text.place, limit: limit, found: count, detail: "characters")
      }
    }
    let type = source.word(cell, "ActionType")
    if type == "open-map" { checkMap(of: cell, &source) }
    guard type == "open-url" else { return }
    guard let url = source.text(cell, "ActionBody") else { return }
    if url.variableCount > 0 { return }
    let scheme = url.string.prefix { $0 != ":" }.lowercased()
    let isKnown = url.holds(":") && capabilities.linkSchemes.contains(scheme)
    if !isKnown { source.log.add(.urlInvalid, at: url.place) }
    if scheme == "tel", capabilities.undocumented.contains(.phone) {
      source.log.add(.undocumented, at: url.place, detail: "tel:")
    }
  }
}

extension ViberBotRules {
  private func checkMap(of cell: Place, _ source: inout Source) {
    let map = source.object(cell, "Map")
    let isWhole = ["Latitude", "Longitude"].allSatisfy { key in
      map.map { source.member($0, key) != nil } ?? false
    }
    if !isWhole { source.log.add(.mapMissing, at: cell) }
  }
}

extension Source {
  /// How many elements an array has.
  func count(of array: Place) -> Int {
    guard kind(array) == .array else { return 0 }
    var elements = elements(array)
    var count = 0
    while next(&elements) != nil { count += 1 }
    return count
  }
}

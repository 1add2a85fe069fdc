/// Media and places as lines of the body.
extension Adaptation {
  /// A medium that the target cannot hold becomes a link with its name.
  mutating func linkMedia(
    _ media: Media, at place: Place, role: Part.Role = .header, pointer: String? = nil,
    besideText: Bool = false
  ) {
    let pointer = pointer ?? headerPointer
    guard let url = media.url, url.isAddress else {
      log.add(.mediaWithoutAddress, at: place, pointer: pointer)
      return
    }
    loseDetail(media.thumbnail?.place)
    loseDetail(media.duration?.place)
    loseDetail(media.fileType?.place)
    loseDetail(media.size?.place)
    if media.fileName == nil || media.kind != .document, let caption = media.caption {
      log.add(.mediaDetailLost, at: caption.place)
    }
    let entry = linkEntry(media, at: place, role, pointer, besideText: besideText)
    let isButton = limits.traits.contains(.linksAreButtons) || role == .card
    if isButton, url.opens(limits.linkSchemes) {
      var entry = entry
      entry.target = place
      log.add(entry)
      var button = Button(name(of: media), .url(url))
      button.place = place
      return links.append(button)
    }
    let line = Phrases.shared.line(
      .document, .init((.name, name(of: media)), (.url, url)), in: arena)
    parts.append(Part(role: role == .header ? .action : role, text: line, entry: entry))
  }

  /// What was assumed or supplied is nothing of the source's.
  private mutating func loseDetail(_ place: Place?) {
    if let place, place.exists { log.add(.mediaDetailLost, at: place) }
  }

  private mutating func name(of media: Media) -> Text {
    if let name = media.fileName { return name }
    if media.kind == .document, let name = media.url?.lastPathPart { return .plain(name) }
    switch media.kind {
    case .video, .gif: return phrase(.play)
    case .audio: return phrase(.listen)
    case .image: return phrase(.picture)
    case .document: return phrase(.document)
    }
  }

  /// A place becomes its name, its address and a link to the map.
  mutating func mergeLocation(_ location: Location, at place: Place) {
    var lines: [Text] = [location.name, location.address].compactMap { $0 }.filter { !$0.isBlank }
    if let latitude = location.latitude, let longitude = location.longitude {
      lines.append(
        Phrases.shared.line(
          .map,
          .init(
            (.latitude, .plain(latitude.spelling)), (.longitude, .plain(longitude.spelling))),
          in: arena))
    }
    var text = Text.plain("", at: place)
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(literal: "\n") }
      text.append(line)
    }
    if lines.isEmpty {
      log.add(.placeUnknownDropped, at: place, pointer: "\(pointer)/header")
    } else {
      parts.append(
        Part(role: .header, text: text, entry: Entry(code: .locationMerged, source: place)))
    }
    guard location.latitude == nil || location.longitude == nil else { return }
    for number in [location.latitude, location.longitude].compactMap({ $0 }) {
      log.add(.mediaDetailLost, at: number.place)
    }
  }

  /// A contact becomes a line with its name and number.
  mutating func mergeContact(_ contact: Contact, at place: Place) {
    let entry = Entry(code: .contactMerged, source: place)
    switch (contact.name, contact.phone) {
    case (let name?, let phone?):
      let line = Phrases.shared.line(.phone, .init((.label, name), (.phone, phone)), in: arena)
      parts.append(Part(role: .header, text: line, entry: entry))
    case (let text?, nil), (nil, let text?):
      parts.append(Part(role: .header, text: text, entry: entry))
    case (nil, nil): log.add(.mediaWithoutAddress, at: place, pointer: "\(pointer)/header")
    }
  }

  /// A phrase in the template's language; English is named where the language has none.
  mutating func sentence(_ phrase: Phrases.Phrase) -> Phrases.Sentence {
    let code = language ?? Adaptation.english
    let (sentence, isFallback) = Phrases.shared.sentence(phrase, in: code)
    if isFallback, !log.contains(.phraseInEnglish) {
      log.add(.phraseInEnglish, at: language?.place ?? .nowhere, detail: code.string)
    }
    return sentence
  }

  private static let english = Text.plain("en")

  /// A phrase in the template's language that has no words to fill in.
  mutating func phrase(_ phrase: Phrases.Phrase) -> Text { sentence(phrase).text }
}

extension Text {
  /// The text in bold where the channel knows bold, its own marks kept inside.
  func bold(in features: Features, _ arena: Arena?) -> Text {
    guard features.contains(.markup), mayBeBold else { return self }
    var builder = TextBuilder(bytes: count + 2, marks: markCount + 1, in: arena)
    builder.add(Mark(.bold, 0..<count + 2, delimiter: 1))
    builder.append(UInt8(ascii: "*"))
    builder.append(self)
    builder.append(UInt8(ascii: "*"))
    return builder.finished(at: place)
  }

  /// Whether one line, without space or an asterisk at its ends.
  private var mayBeBold: Bool {
    withBytes { bytes in
      guard let first = bytes.first, let last = bytes.last else { return false }
      let star = UInt8(ascii: "*")
      return first > 0x20 && last > 0x20 && first != star && last != star
    } && !holds(0x0A)
  }
}

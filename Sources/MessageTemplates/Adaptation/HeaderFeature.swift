/// Headers: titles, media, places on the map.
extension Adaptation {
  mutating func adaptHeader(_ message: inout Message) {
    guard var header = message.header.take() else { return }
    adaptKept(&header.kept)
    switch header.content {
    case .text(let text):
      if holds(text, in: message) {
        message.header = header
      } else {
        mergeTitle(text)
      }
    case .media(var media):
      adaptCaption(&media, message)
      if isExcluded(media.kind.feature, in: message) || !adaptMedia(&media) {
        linkMedia(media, at: header.place)
      } else {
        header.content = .media(media)
        message.header = header
      }
    case .location(let location): adaptLocation(location, &header, &message)
    case .product:
      if features.contains(.headerProduct), !isExcluded(.headerProduct, in: message) {
        message.header = header
      } else {
        log.add(.productDropped, at: header.place)
      }
    case .sticker(let sticker):
      if holds(sticker) {
        message.header = header
      } else {
        log.add(.stickerDropped, at: header.place)
      }
    case .contact(let contact):
      if features.contains(.headerContact) {
        message.header = header
      } else {
        mergeContact(contact, at: header.place)
      }
    }
  }

  /// A heading beside a medium: the header where the medium is gone, else a first line.
  mutating func adaptTitle(_ body: inout Body?, header: inout Header?) {
    guard let title = body?.title, !features.contains(.bodyTitle) || header == nil else { return }
    body?.title = nil
    if title.isBlank { return absent(title.place) }
    if header == nil, holds(title, in: Message()) {
      header = Header(.text(title))
    } else {
      mergeTitle(title)
    }
  }

  /// A place on the map, which some channels name on sending only.
  private mutating func adaptLocation(
    _ location: Location, _ header: inout Header, _ message: inout Message
  ) {
    guard holds(location), !isExcluded(.headerLocation, in: message) else {
      return mergeLocation(location, at: header.place)
    }
    if features.contains(.locationOnSending), target != .canonical, location != Location() {
      log.add(.locationLeftToSending, at: header.place, target: header.place)
      header.content = .location(Location())
    }
    if limits.traits.contains(.placesComplete) {
      header.content = .location(completed(location, at: header.place))
    }
    message.header = header
  }

  /// Whether the target can hold a place as it is.
  func holds(_ location: Location) -> Bool {
    guard features.contains(.headerLocation) else { return false }
    guard limits.traits.contains(.placesComplete) else { return true }
    guard let latitude = location.latitude?.value, let longitude = location.longitude?.value else {
      return false
    }
    return abs(latitude) <= 90 && abs(longitude) <= 180
  }

  /// A place with a name and an address, each the other where one is missing.
  private mutating func completed(_ location: Location, at place: Place) -> Location {
    let limit = limits[.place]
    let point = "\(location.latitude?.spelling ?? ""), \(location.longitude?.spelling ?? "")"
    let known = [location.name, location.address].compactMap { $0 }.first { !$0.isBlank }
    var location = location
    location.latitude = location.latitude?.asJSON
    location.longitude = location.longitude?.asJSON
    for path in [\Location.name, \.address] {
      if let text = location[keyPath: path], !text.isBlank {
        if limit.allows(text) { continue }
        log.add(
          .textShortened, at: text.place, target: text.place, limit: limit.maximum,
          found: limit.count(text))
        location[keyPath: path] = text.shortened(to: limit.maximum, limit)
        continue
      }
      absent(location[keyPath: path]?.place)
      var text = known ?? .plain(point)
      text.place = .nowhere
      log.add(.placeCompleted, at: place, detail: text.string)
      location[keyPath: path] = limit.allows(text) ? text : text.shortened(to: limit.maximum, limit)
    }
    return location
  }

  /// A drawing belongs to its channel: one has them in sets, another by number alone.
  func holds(_ sticker: Sticker) -> Bool {
    if !features.contains(.headerSticker) || target == .canonical || source == target {
      return features.contains(.headerSticker)
    }
    return (sticker.package != nil) == limits.traits.contains(.stickersInSets)
  }

  private func holds(_ title: Text, in message: Message) -> Bool {
    features.contains(.headerText) && !isExcluded(.headerText, in: message)
      && limits[.header].allows(title)
      && title.variableCount <= limits[.headerVariables].maximum
      && !title.holds(0x0A as UInt8)
  }

  /// A title becomes a bold first line.
  private mutating func mergeTitle(_ title: Text) {
    if title.isBlank { return absent(title.place) }
    parts.append(
      Part(
        role: .header, text: title.bold(in: features, arena),
        entry: Entry(code: .headerMerged, source: title.place)))
  }

  /// A caption becomes the body where there is none, else a line, unless the body says it already.
  private mutating func adaptCaption(_ media: inout Media, _ message: Message) {
    guard let caption = media.caption, !features.contains(.caption) else { return }
    media.caption = nil
    place(caption, message)
  }

  /// The caption of a document that went before this message.
  mutating func adaptPendingCaption(_ message: Message) {
    guard let caption = pendingCaption, message.header == nil, message.body != nil else { return }
    pendingCaption = nil
    place(caption, message)
  }

  private mutating func place(_ caption: Text, _ message: Message) {
    if caption.isBlank { return absent(caption.place) }
    let body = message.body?.text ?? .empty
    if body.says(caption) {
      log.add(.captionRepeated, at: caption.place, target: body.place)
      return
    }
    parts.append(
      Part(
        role: body.isEmpty ? .body : .caption, text: caption,
        entry: Entry(code: .captionMerged, source: caption.place)))
  }

  /// Gives a medium what the target needs of it; false where it can only be a link.
  mutating func adaptMedia(_ media: inout Media) -> Bool {
    guard holdsMedia(media) else { return false }
    let needs = limits.needs.first { $0.kind == media.kind }?.features ?? Features()
    if needs.contains(.fileName) || needs.contains(.fileType) {
      guard completeFile(&media) else { return false }
    }
    dropDetail(&media.thumbnail, unless: .thumbnail)
    if media.kind == .image, target != .canonical, !limits.traits.contains(.imagesHavePreviews),
      let preview = media.thumbnail
    {
      log.add(.mediaDetailDropped, at: preview.place)
      media.thumbnail = nil
    }
    dropDetail(&media.fileName, unless: .fileName)
    dropDetail(&media.fileType, unless: .fileType)
    let keepsDuration =
      features.contains(.duration)
      && (media.kind != .video || needs.contains(.duration) || limits[.duration].isEnforced
        || !limits.traits.contains(.bodyOptional))
    if let duration = media.duration, !keepsDuration {
      log.add(.mediaDetailDropped, at: duration.place)
      media.duration = nil
    }
    if let size = media.size, !features.contains(.fileSize) {
      log.add(.mediaDetailDropped, at: size.place)
      media.size = nil
    }
    return true
  }

  /// Whether the target can hold a medium as it is.
  func holdsMedia(_ media: Media) -> Bool {
    guard features.contains(media.kind.feature) else { return false }
    if limits.traits.contains(.httpsMedia) {
      guard let url = media.url, url.opens(["https"]) else { return false }
      if url.holds("://"), !url.isSecure { return false }
      if let preview = media.thumbnail, preview.holds("://"), !preview.isSecure { return false }
      if !limits[.mediaUrl].allows(url) { return false }
    }
    let needs = limits.needs.first { $0.kind == media.kind }?.features ?? Features()
    if needs.contains(.url), !(media.url?.isAddress ?? false) { return false }
    if limits[.url].isEnforced, !limits[.url].allows(media.url) { return false }
    if needs.contains(.thumbnail), media.thumbnail == nil { return false }
    if needs.contains(.duration), !hasValidDuration(media) { return false }
    if needs.contains(.fileSize), !hasValidSize(media) { return false }
    if hasRefusedType(media) { return false }
    if media.kind == .video, media.duration != nil, limits[.duration].isEnforced,
      features.contains(.duration), !hasValidDuration(media)
    {
      return false
    }
    return true
  }

  private func hasValidDuration(_ media: Media) -> Bool {
    guard let duration = media.duration?.value else { return false }
    if media.kind == .audio { return duration > 0 && duration < 1e6 }
    let limit = limits[.duration]
    return duration >= Double(limit.minimum) && duration <= Double(limit.maximum)
      && duration == duration.rounded()
  }

  /// Whether the platform is known to refuse such a file.
  private func hasRefusedType(_ media: Media) -> Bool {
    let type = (media.fileName?.string ?? media.url?.string.lastPathPart)?.nameExtension
    switch media.kind {
    case .video:
      return !limits.videoTypes.isEmpty && type.map { !limits.videoTypes.contains($0) } ?? false
    case .document:
      if limits.refusedFileTypes.isEmpty { return false }
      return type.map(limits.refusedFileTypes.contains) ?? true
    case .image, .audio, .gif: return false
    }
  }

  private func hasValidSize(_ media: Media) -> Bool {
    guard let size = media.size else { return false }
    return limits[media.kind == .video ? .videoSize : .fileSize].allows(size)
  }

  mutating func dropDetail(_ detail: inout Text?, unless feature: Feature) {
    guard let text = detail, !features.contains(feature) else { return }
    log.add(.mediaDetailDropped, at: text.place)
    detail = nil
  }

  /// Takes a file's name from its link, and its type from either.
  private mutating func completeFile(_ media: inout Media) -> Bool {
    if media.fileName == nil, let name = media.url?.string.lastPathPart {
      media.fileName = .plain(name)
      log.add(.fileNameAssumed, at: media.url?.place ?? .nowhere, detail: name)
    }
    if media.fileType == nil,
      let type = media.fileName?.string.fileExtension
        ?? media.url?.string.lastPathPart?.fileExtension
    {
      media.fileType = .plain(type)
      log.add(
        .fileTypeAssumed, at: media.fileName?.place ?? media.url?.place ?? .nowhere, detail: type)
    }
    guard media.fileName != nil, let type = media.fileType else { return false }
    return source == target || limits.fileTypes.isEmpty
      || limits.fileTypes.contains(type.string.lowercased())
  }
}

extension Media.Kind {
  /// What a channel needs to hold such a header.
  var feature: Feature {
    switch self {
    case .image: .headerImage
    case .video: .headerVideo
    case .document: .headerDocument
    case .audio: .headerAudio
    case .gif: .headerGif
    }
  }
}

extension String {
  /// The last part of a link's path, without its query; none where it holds a variable.
  var lastPathPart: String? {
    let path = prefix { $0 != "?" && $0 != "#" }
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let part = path[path.index(after: slash)...]
    guard part.contains("."), !part.contains("$("), path[..<slash].contains("://") else {
      return nil
    }
    return String(part)
  }

  /// What stands behind the last dot, in lower case.
  var fileExtension: String? {
    guard let dot = lastIndex(of: ".") else { return nil }
    let type = self[index(after: dot)...].lowercased()
    let isPlain = type.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x7A }
    return type.isEmpty || type.utf8.count > 5 || !isPlain ? nil : type
  }
}

extension Text {
  /// Whether a phrase stands in the text, with the borders of words around it.
  fileprivate func says(_ phrase: Text) -> Bool {
    let words = phrase.string.trimmed
    guard words.utf8.count <= count, let range = range(of: words) else { return false }
    let isFree: (Character?) -> Bool = { $0.map { !$0.isLetter && !$0.isNumber } ?? true }
    return isFree(slice(0..<range.lowerBound).last) && isFree(slice(range.upperBound..<count).first)
  }
}

/// Headers: titles, media, places on the map.
extension Adaptation {
  mutating func adaptHeader(_ message: inout Message) {
    if keepsHeader(of: &message) { return }
    guard var header = message.header.take() else { return }
    adaptKept(&header.kept)
    switch header.content {
    case .text(let given):
      let text = trimmed(given, for: .headerText)
      if holds(text, in: message) {
        header.content = .text(text)
        message.header = header
      } else {
        mergeTitle(text)
      }
    case .media(var media):
      encodeSpaces(in: &media.url)
      adaptCaption(&media, message)
      let excluder = excluder(of: media.kind.feature, in: message)
      if let excluder, !(media.url?.isAddress ?? false) {
        log.add(.mediaExcluded, at: header.place, detail: excluder.thing)
      } else if excluder != nil || !adaptMedia(&media) {
        linkMedia(media, at: header.place, besideText: !(message.body?.text?.isBlank ?? true))
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

  /// Whether the header is a picture known by its address alone, which needs no second look.
  @inline(__always)
  func keepsPicture(_ header: Header?) -> Bool {
    guard keepsPictures, header?.kept.isEmpty ?? false, let url = header?.content.pictureAddress
    else { return false }
    return url.isAddress && (!limits[.url].isEnforced || limits[.url].allows(url))
  }

  /// Whether the header is a medium with nothing but an address that the target can hold; nothing
  /// changes it.
  private mutating func keepsHeader(of message: inout Message) -> Bool {
    guard limits.mediaTypes.isEmpty,
      case .media(let media) = message.header?.content, media.isAddressOnly,
      message.header?.kept.isEmpty ?? true
    else { return false }
    let needs = limits.needs[media.kind].features
    return !needs.contains(.fileName) && !needs.contains(.fileType) && holdsMedia(media)
      && !isExcluded(media.kind.feature, in: message)
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

  /// A drawing belongs to its channel: one has them in sets, another by number alone.
  func holds(_ sticker: Sticker) -> Bool {
    if !features.contains(.headerSticker) || isCanonical || isRepair {
      return features.contains(.headerSticker)
    }
    return (sticker.package != nil) == limits.traits.contains(.stickersInSets)
  }

  @inline(__always)
  private func holds(_ title: Text, in message: Message) -> Bool {
    features.contains(.headerText) && !isExcluded(.headerText, in: message)
      && limits[.header].allows(title)
      && title.variableCount <= limits[.headerVariables].maximum
      && (keepsLines || !title.holds(0x0A as UInt8))
  }

  /// Whether the lines of a title or footer are the source's own matter.
  var keepsLines: Bool { isRepair || isCanonical }

  /// A title or footer for another platform, without line breaks at its end; one that becomes a line
  /// of the body is named as that.
  mutating func trimmed(_ text: Text, for feature: Feature) -> Text {
    if keepsLines || !text.holds(0x0A as UInt8) { return text }
    let trimmed = text.trimmedEnd
    if trimmed.holds(0x0A as UInt8) || trimmed.isEmpty { return text }
    if !features.contains(feature) { return trimmed }
    log.add(.lineEndsTrimmed, at: text.place, target: text.place)
    return trimmed
  }

  /// A title becomes a bold first line.
  private mutating func mergeTitle(_ title: Text) {
    if title.isBlank { return absent(title.place) }
    var part = Part(
      role: .header, text: title.bold(in: features, arena),
      entry: Entry(code: .headerMerged, source: title.place))
    part.isClear =
      part.text.count <= MarkFinder.longest && !title.withBytes(\.holdsDelimiter)
    parts.append(part)
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
}

extension Capabilities {
  /// Whether a picture needs nothing but an address, and nothing keeps it out.
  func keepsPictures(_ features: Features) -> Bool {
    features.contains(.headerImage) && !features.contains(.mediaHandle)
      && !traits.contains(.httpsMedia) && mediaTypes.isEmpty
      && needs[.image].features.isSubset(of: Features([.url]))
      && !exclusions.contains { $0.others.contains(.headerImage) }
  }
}

extension Header.Content {
  /// The address of a picture of which nothing else is known.
  @inline(__always)
  fileprivate var pictureAddress: Text? {
    guard mediaKind == .image, !handle.isThere, !caption.isThere, !fileName.isThere,
      !fileType.isThere, !thumbnail.isThere, !size.isThere, !duration.isThere
    else { return nil }
    return url
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

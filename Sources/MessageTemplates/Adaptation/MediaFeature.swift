/// Media before they are placed: what kind they are, and whether they are known by an address.
extension Adaptation {
  /// Gives every medium of a message the kind and the address that the target can hold.
  mutating func settleMedia(_ message: inout Message) {
    if isCanonical { return }
    if message.header?.mediaKind != nil, !isSettled(message.header?.content),
      var header = message.header,
      !features.contains(.mediaHandle) || excluder(of: header.feature, in: message) == nil
    {
      settle(&header, scope: "header", at: headerPointer)
      message.header = header
    }
    guard features.contains(.carousel), message.carousel.isThere, var carousel = message.carousel
    else { return }
    let count = min(carousel.cards.count, limits[.cards].maximum)
    let open = (0..<count).filter { !isSettled(carousel.cards.span[$0].header?.content) }
    if open.isEmpty || !keepsCards(carousel) { return }
    let found = log.entries.count
    for index in open {
      guard var header = carousel.cards[index].header else { continue }
      settle(
        &header, scope: "card_\(index + 1)", at: "\(pointer)/carousel/cards/\(index)/header")
      carousel.cards[index].header = header
    }
    // What was found of cards that become lines all the same is not so.
    if !keepsCards(carousel) { return log.forget(from: found) }
    message.carousel = carousel
  }

  /// Whether there is no medium, or one that has what the target wants to know of it.
  @inline(__always)
  private func isSettled(_ content: Header.Content?) -> Bool {
    guard case .media(let media) = content else { return true }
    return !features.contains(.mediaHandle) && media.url != nil && media.handle == nil
      && (media.kind != .gif || holdsGif(media))
      && (media.kind != .audio || !limits.traits.contains(.soundsAreFiles))
  }

  /// Gives a header's medium the kind and the address that the target can hold.
  mutating func settle(_ header: inout Header, scope: String, at pointer: String) {
    guard case .media(var media) = header.content else { return }
    let place = header.place
    encodeSpaces(in: &media.url)
    if media.kind == .gif, !holdsGif(media) {
      media.kind = media.hasPictureOfFilm ? .image : .video
      log.add(
        media.kind == .image ? .gifToPicture : .gifToVideo, at: place, target: place)
    }
    if media.kind == .audio { sendAsFile(&media, at: place) }
    if features.contains(.mediaHandle) {
      settleSample(&media, pointer)
    } else {
      settleAddress(&media, at: place, scope: scope, pointer)
    }
    header.content = .media(media)
  }

  /// Whether the target plays a film by itself: of its types, where it lists them.
  private func holdsGif(_ media: Media) -> Bool {
    guard features.contains(.headerGif) else { return false }
    if limits.gifTypes.isEmpty { return true }
    return media.url?.lastPathPart?.fileExtension.map(limits.gifTypes.contains) ?? false
  }

  /// A sound as a file, where the channel has files only and the source says enough of it.
  private mutating func sendAsFile(_ media: inout Media, at place: Place) {
    guard limits.traits.contains(.soundsAreFiles), !features.contains(.headerAudio) else { return }
    var file = media
    file.kind = .document
    file.duration = nil
    guard file.fileName != nil || file.url?.lastPathPart != nil, holdsMedia(file) else {
      return
    }
    if let duration = media.duration { log.add(.mediaDetailDropped, at: duration.place) }
    log.add(.audioToFile, at: place, target: place)
    media = file
  }

  /// Where the medium is given on sending, its address in the template is a sample only.
  private mutating func settleSample(_ media: inout Media, _ pointer: String) {
    if let url = media.url, url.hasVariables {
      let sample = filled(url)
      media.url = sample.isAddress ? .plain(sample.string, at: url.place) : nil
      log.add(.mediaVariableDropped, at: url.place, target: url.place)
    }
    if let url = media.url, media.handle != nil || !url.isAddress {
      log.add(.sampleLeftOut, at: url.place)
      media.url = nil
    }
    if !isRepair, media.handle == nil, let url = media.url,
      features.contains(media.kind.feature)
    {
      log.add(.handleMissing, at: url.place, target: url.place, pointer: pointer)
    }
  }

  /// A medium that only its own platform knows gets a variable for its address.
  private mutating func settleAddress(
    _ media: inout Media, at place: Place, scope: String, _ pointer: String
  ) {
    if media.url != nil { dropDetail(&media.handle, unless: .mediaHandle) }
    let isOnSending = source.capabilities.firstFeatures.contains(.mediaHandle)
    guard media.url == nil, isOnSending || media.handle != nil,
      features.contains(media.kind.feature) || features.contains(.url)
    else { return }
    let name = "\(scope)_\(media.kind)"
    media.url = Text("$(\(name))")
    media.url?.place = media.handle?.place ?? place
    inventsVariables = true
    if let handle = media.handle {
      log.add(
        .handleToVariable, at: handle.place, target: handle.place, detail: name,
        pointer: pointer)
      media.handle = nil
    } else {
      log.add(.mediaAsVariable, at: place, detail: name, pointer: pointer)
    }
  }

  /// A question that only some channels can ask.
  mutating func adaptCallPermission(_ message: inout Message) {
    guard var question = message.callPermission else { return }
    if features.contains(.callPermission) {
      adaptKept(&question.kept)
      message.callPermission = question
    } else {
      log.add(.callPermissionDropped, at: question.place)
      message.callPermission = nil
    }
  }
}

extension Media {
  /// Whether what plays by itself is a picture, as its link says: a GIF, not a film.
  fileprivate var hasPictureOfFilm: Bool { url?.lastPathPart?.fileExtension == "gif" }
}

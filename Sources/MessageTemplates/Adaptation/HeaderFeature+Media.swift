/// Media that stay: what the target needs of them, and what it has no room for.
extension Adaptation {
  /// Gives a medium what the target needs of it; false where it can only be a link.
  mutating func adaptMedia(_ media: inout Media) -> Bool {
    guard holdsMedia(media) else { return false }
    let needs = limits.needs[media.kind].features
    if needs.contains(.fileName) || needs.contains(.fileType) {
      guard completeFile(&media) else { return false }
    }
    dropDetail(&media.thumbnail, unless: .thumbnail)
    if media.kind == .image, !isCanonical, !limits.traits.contains(.imagesHavePreviews),
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
      dropDetail(at: duration.place)
      media.duration = nil
    }
    if let size = media.size, !features.contains(.fileSize) {
      dropDetail(at: size.place)
      media.size = nil
    }
    if !limits.mediaTypes.isEmpty, source.channel != target.channel { noteTypes(media) }
    return true
  }

  /// Files of types that the target takes, and may not show.
  private mutating func noteTypes(_ media: Media) {
    noteType(of: media.url, media.kind)
    noteType(of: media.thumbnail, .image)
  }

  private mutating func noteType(of address: Text?, _ kind: Media.Kind) {
    guard let address, let types = limits.mediaTypes.types(of: kind), !address.isFile(of: types)
    else { return }
    log.add(
      .mediaMayNotShow, at: address.place, target: address.place,
      detail: types.joined(separator: ", "))
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
    let needs = limits.needs[media.kind].features
    if needs.contains(.url), !(media.url?.isAddress ?? false) { return false }
    if limits[.url].isEnforced, !limits[.url].allows(media.url) { return false }
    if needs.contains(.thumbnail), !(media.thumbnail?.isAddress ?? false) { return false }
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

  func hasValidDuration(_ media: Media) -> Bool {
    guard let duration = media.duration?.value else { return false }
    if media.kind == .audio { return duration > 0 && duration < 1e6 }
    let limit = limits[.duration]
    return duration >= Double(limit.minimum) && duration <= Double(limit.maximum)
      && duration == duration.rounded()
  }

  /// Whether the platform is known to refuse such a file.
  func hasRefusedType(_ media: Media) -> Bool {
    switch media.kind {
    case .video:
      if limits.videoTypes.isEmpty { return false }
      return media.nameExtension.map { !limits.videoTypes.contains($0) } ?? false
    case .document:
      if limits.refusedFileTypes.isEmpty { return false }
      return media.nameExtension.map(limits.refusedFileTypes.contains) ?? true
    case .image, .audio, .gif: return false
    }
  }

  func hasValidSize(_ media: Media) -> Bool {
    guard let size = media.size else { return false }
    return limits[media.kind == .video ? .videoSize : .fileSize].allows(size)
  }

  mutating func dropDetail(_ detail: inout Text?, unless feature: Feature) {
    guard let text = detail, !features.contains(feature) else { return }
    dropDetail(at: text.place)
    detail = nil
  }

  /// Names a detail that goes; one that was assumed or supplied is nothing of the source's.
  private mutating func dropDetail(at place: Place) {
    if place.exists { log.add(.mediaDetailDropped, at: place) }
  }
}

/// Why a medium is a link: what the target wants to know of it, or what stands in its way.
extension Adaptation {
  /// The finding of a medium that became a link; its remedy is what makes it one again.
  mutating func linkEntry(
    _ media: Media, at place: Place, _ role: Part.Role, _ pointer: String, besideText: Bool
  ) -> Entry {
    var entry = Entry(code: .mediaToLink, source: place)
    let isSent = features.contains(media.kind.feature) || isSentAsFile(media)
    guard isSent, role != .card || media.kind == .video else {
      log.explain(&entry, detail: media.kind.word)
      return entry
    }
    if role == .card {
      // Cards show no films, but the picture of one, with a button that plays it.
      if !(media.thumbnail?.isAddress ?? false) {
        entry.code = .videoToLink
        log.explain(&entry, detail: "a thumbnail", pointer: "--set \(pointer)/thumbnail=URL")
      } else {
        log.explain(&entry, detail: media.kind.word)
      }
      return entry
    }
    if let obstacle = obstacle(to: media) {
      log.explain(&entry, detail: "\(media.kind.word) \(obstacle)")
      return entry
    }
    var remedy = supplies(for: media, at: pointer)
    if media.kind == .document, besideText, !limits.layouts.isEmpty, policy.document == .link {
      remedy += (remedy.isEmpty ? "" : " ") + "--policy document=messages"
    }
    switch media.kind {
    case .image: entry.code = .imageToLink
    case _ where remedy.isEmpty: log.explain(&entry, detail: media.kind.word)
    case .video, .gif: entry.code = .videoToLink
    case .document: entry.code = .documentToLink
    case .audio: entry.code = .audioToLink
    }
    if entry.code != .mediaToLink {
      log.explain(&entry, detail: limits.needs[media.kind].words, pointer: remedy)
    }
    return entry
  }

  /// The options that supply what the target wants of a medium; empty where it lacks nothing.
  mutating func supplies(for media: Media, at pointer: String) -> String {
    let lacks = lacks(of: media)
    if lacks.isEmpty { return "" }
    if pointer != Adaptation.firstHeader { return lacks.options(at: pointer) }
    let index = Int(lacks.rawValue)
    if supplies[index].isEmpty { supplies[index] = lacks.options(at: pointer) }
    return supplies[index]
  }

  private func lacks(of media: Media) -> Lacks {
    let needs = limits.needs[isSentAsFile(media) ? .document : media.kind].features
    var lacks = Lacks()
    if needs.contains(.thumbnail), !(media.thumbnail?.isAddress ?? false) {
      lacks.insert(.thumbnail)
    }
    if needs.contains(.duration), !hasValidDuration(media) { lacks.insert(.duration) }
    if needs.contains(.fileSize), !hasValidSize(media) { lacks.insert(.size) }
    if !needs.contains(.fileName), !needs.contains(.fileType) { return lacks }
    let wantsEnding = !limits.refusedFileTypes.isEmpty
    let isNamed = wantsEnding ? media.nameExtension != nil : media.hasName
    if needs.contains(.fileName), !isNamed {
      lacks.insert(.fileName)
    } else if needs.contains(.fileType), media.typeOfFile == nil {
      lacks.insert(.fileType)
    }
    return lacks
  }

  /// What no supply can mend: a type, an address or a size that the target does not take.
  private func obstacle(to media: Media) -> String? {
    if limits.traits.contains(.httpsMedia) {
      if let url = media.url, url.holds("://"), !url.isSecure {
        return "whose address is not https"
      }
      if let preview = media.thumbnail, preview.holds("://"), !preview.isSecure {
        return "whose preview's address is not https"
      }
      if let url = media.url, !limits[.mediaUrl].allows(url) { return "with so long an address" }
    }
    if hasUnlistedType(media) || (hasRefusedType(media) && media.nameExtension != nil),
      let type = media.typeOfFile
    {
      return "of the type \(type)"
    }
    let isTooLong = media.kind == .video && isOver(media.duration, .duration)
    if isTooLong, features.contains(.duration), !hasValidDuration(media) { return "of that length" }
    let needsSize = limits.needs[media.kind].features.contains(.fileSize)
    if needsSize, isOver(media.size, media.kind == .video ? .videoSize : .fileSize) {
      return "of that size"
    }
    return nil
  }

  private func isOver(_ number: Number?, _ measure: Measure) -> Bool {
    let limit = limits[measure]
    guard limit.isEnforced, let value = number?.value else { return false }
    return limit.maximum != .max && value > Double(limit.maximum)
  }

  /// Whether a sound goes as a file.
  private func isSentAsFile(_ media: Media) -> Bool {
    media.kind == .audio && limits.traits.contains(.soundsAreFiles)
      && !features.contains(.headerAudio)
  }

  /// Whether the target lists the types of its files, and this one's is none of them.
  private func hasUnlistedType(_ media: Media) -> Bool {
    guard media.kind == .document, !limits.fileTypes.isEmpty, !isRepair,
      let type = media.typeOfFile
    else { return false }
    return !limits.fileTypes.contains(type)
  }
}

/// What a medium lacks that an option of the command can supply.
struct Lacks: OptionSet {
  let rawValue: UInt8

  static let thumbnail = Lacks(rawValue: 1)
  static let duration = Lacks(rawValue: 2)
  static let size = Lacks(rawValue: 4)
  static let fileName = Lacks(rawValue: 8)
  static let fileType = Lacks(rawValue: 16)
  /// How many things it can lack.
  static let count = 5

  /// The options, one behind the other.
  func options(at pointer: String) -> String {
    let members = [
      "thumbnail=URL", "duration=SECONDS", "size=BYTES", "fileName=NAME.TYPE", "fileType=TYPE",
    ]
    return members.indices.filter { contains(Lacks(rawValue: 1 << UInt8($0))) }
      .map { "--set \(pointer)/\(members[$0])" }.joined(separator: " ")
  }
}

extension Media {
  /// Whether the file has a name, or one that its address shows.
  fileprivate var hasName: Bool { fileName != nil || url?.lastPathPart != nil }

  /// The type of the file, as it is said or as its name or address shows it.
  var typeOfFile: String? {
    fileType?.string.lowercased() ?? fileName?.string.fileExtension
      ?? url?.lastPathPart?.fileExtension
  }
}

extension Media.Kind {
  /// The word in a sentence.
  var word: String {
    switch self {
    case .image: "picture"
    case .video, .gif: "video"
    case .document: "document"
    case .audio: "sound"
    }
  }
}

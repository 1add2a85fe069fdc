extension Capabilities {
  /// What a medium of one kind must come with.
  struct Need: Sendable {
    let kind: Media.Kind
    var features = Features()
    /// The same in a sentence.
    var words = "more than the source says"
  }

  /// The types of the files that the platform shows of a kind; nil where it names none.
  func types(of kind: Media.Kind) -> [String]? {
    if mediaTypes.isEmpty { return nil }
    return switch kind {
    case .image: mediaTypes["image"]
    case .video: mediaTypes["video"]
    case .document: mediaTypes["document"]
    case .audio: mediaTypes["audio"]
    case .gif: mediaTypes["gif"]
    }
  }

  /// What the platform wants to know of a medium, in words.
  func words(of need: Need) -> String {
    let size = self[need.kind == .video ? .videoSize : .fileSize].maximum
    let words: [(feature: Feature, words: String)] = [
      (.thumbnail, "a thumbnail"),
      (.duration, "a duration of up to \(self[.duration].maximum) seconds"),
      (.fileSize, "a size of up to \(size) bytes"),
      (.fileName, "its name"), (.fileType, "its type"),
    ]
    let wanted = words.filter { need.features.contains($0.feature) }.map(\.words)
    return wanted.isEmpty ? need.words : wanted.joined(separator: " and ")
  }
}

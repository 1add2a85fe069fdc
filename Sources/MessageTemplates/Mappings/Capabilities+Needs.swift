extension Capabilities {
  /// What a medium of one kind must come with.
  struct Need: Sendable {
    var features = Features()
    /// The same in a sentence.
    var words = ""
  }

  /// What media must come with, by their kind.
  struct Needs: Sendable {
    private var list = [Need](repeating: Need(), count: Media.Kind.names.count)

    subscript(kind: Media.Kind) -> Need {
      get { list[Int(kind.rawValue)] }
      set { list[Int(kind.rawValue)] = newValue }
    }

    /// Finds the words, once the limits are known.
    mutating func spellOut(by limits: Capabilities) {
      for index in list.indices {
        let isFilm = index == Int(Media.Kind.video.rawValue)
        list[index].words = Needs.words(
          list[index].features, duration: limits[.duration].maximum,
          size: limits[isFilm ? .videoSize : .fileSize].maximum)
      }
    }

    private static func words(_ features: Features, duration: Int, size: Int) -> String {
      let words: [(feature: Feature, words: String)] = [
        (.thumbnail, "a thumbnail"),
        (.duration, "a duration of up to \(duration) seconds"),
        (.fileSize, "a size of up to \(size) bytes"),
        (.fileName, "its name"), (.fileType, "its type"),
      ]
      let wanted = words.filter { features.contains($0.feature) }.map(\.words)
      return wanted.isEmpty ? "more than the source says" : wanted.joined(separator: " and ")
    }
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
}

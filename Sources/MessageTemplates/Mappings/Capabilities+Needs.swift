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
}

// Whoever asks often asks the table itself: else all of the capabilities would be copied.

extension [String: [String]] {
  /// The types of the files of a kind of medium; nil where none are named.
  func types(of kind: Media.Kind) -> [String]? {
    switch kind {
    case .image: self["image"]
    case .video: self["video"]
    case .document: self["document"]
    case .audio: self["audio"]
    case .gif: self["gif"]
    }
  }
}

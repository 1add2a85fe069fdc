/// What formats can hold, as `convert formats` prints it.
extension Format {
  /// One shape of a format, and what it holds.
  package struct Support: Sendable {
    /// The shape's name; empty where the format has but one.
    package let shape: String
    /// The names of what it holds, in the order of the model.
    package let features: [String]
  }

  /// The shapes that can be written, the default first.
  package var supports: [Support] {
    capabilities.profiles.map { profile in
      Support(
        shape: profile.name,
        features: Feature.allCases.filter { profile.features.contains($0) }.map(\.name))
    }
  }

  /// Everything that some format may hold.
  package static var features: [String] { Feature.names }

  /// What no document shows, with where the rule stands.
  package var undecidable: [(what: String, source: String)] {
    capabilities.undecidable.map { ($0.what, capabilities.sources[$0.source] ?? $0.source) }
  }
}

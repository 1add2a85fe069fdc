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

/// Lists of names that are written out, since naming a case by itself is slow.
package enum Spellings {
  /// The lists that do not follow their cases; a test sees to it that there are none.
  package static var mistakes: [String] {
    compare(Unit.self, Unit.names) + compare(Phrases.Pattern.self, Phrases.Pattern.names)
      + compare(Phrases.Phrase.self, Phrases.Phrase.names)
      + compare(Feature.self, Feature.names) + compare(Measure.self, Measure.names)
      + compare(Trait.self, Trait.names)
  }

  private static func compare<Case: CaseIterable>(_: Case.Type, _ names: [String]) -> [String] {
    let wanted = Case.allCases.map { "\($0)".kebab }
    return wanted == names ? [] : ["\(Case.self): \(names)"]
  }
}

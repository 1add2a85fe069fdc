/// Which version of a platform's schema an object needs.
extension ObjectRules {
  /// The version that an object of a document needs, with all that stands in it.
  func version(of place: Place, as index: Int, kind: String = "", in source: Source) -> Int {
    guard source.kind(place) == .object, index >= 0 else { return 1 }
    var members = objects[index].members
    if let kind = objects[index].kinds.first(where: { $0.word == kind }) {
      members += objects[kind.object].members
    }
    var version = 1
    for member in members {
      guard let value = source.member(place, member.key) else { continue }
      version = max(version, member.since, self.version(of: value, by: member, in: source))
    }
    return version
  }

  /// The version that a member needs, written by itself.
  func version(of json: [UInt8], as key: String) -> Int {
    var source = Source()
    guard (try? source.load(json.span)) != nil else { return 1 }
    let member = objects.lazy.flatMap(\.members).first { $0.key == key && $0.object >= 0 }
    guard let member else { return 1 }
    return max(member.since, version(of: source.root, by: member, in: source))
  }

  private func version(of value: Place, by member: Member, in source: Source) -> Int {
    switch member.value {
    case .object: return version(of: value, as: member.object, in: source)
    case .list:
      return source.children(value).map { version(of: $0, as: member.object, in: source) }
        .max() ?? 1
    default:
      if member.sinceWord.isEmpty { return 1 }
      let text = source.tape.string(value)
      let isWord = member.value == .word
      return member.sinceWord
        .filter { isWord ? text == $0.word : text.firstRange(of: $0.word) != nil }
        .map(\.version).max() ?? 1
    }
  }
}

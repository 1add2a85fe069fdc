/// Findings as people and programs read them: made when asked for.
extension Conversion {
  /// What changed on the way, worst last as it happened.
  public var findings: [Finding] {
    guard let error else { return Rendering(self).findings() }
    return [
      Finding(
        code: .unreadable, severity: .error, sources: [""], targets: [], line: error.line,
        column: error.column, before: nil, after: nil, message: error.message, remedy: "")
    ]
  }

  /// How many leaves had which fate.
  public var leaves: LeafCount {
    var count = LeafCount()
    guard status == .converted else { return count }
    for (_, fate, _) in source.leaves() {
      count.total += 1
      switch fate {
      case .carried: count.carried += 1
      case .adapted: count.adapted += 1
      case .degraded: count.degraded += 1
      case .envelope: count.envelope += 1
      case .lost: count.lost += 1
      case .unread, .structure, .presentation: break
      }
    }
    return count
  }

  /// The fate of every leaf of the source.
  public var trace: [Leaf] { status == .converted ? Rendering(self).trace() : [] }

  /// The worst severity among the findings.
  public var severity: Severity? {
    error == nil ? source.log.entries.map(\.code.severity).max() : .error
  }

  /// The codes of the findings, without making the findings.
  public var codes: [Code] { error == nil ? source.log.entries.map(\.code) : [.unreadable] }
}

/// Makes findings readable: pointers, lines, texts and sentences.
struct Rendering {
  private let conversion: Conversion
  private let tape: Tape
  private var targets: [Tape] = []

  init(_ conversion: Conversion) {
    self.conversion = conversion
    tape = conversion.source.tape
    for output in conversion.documents {
      var target = Tape()
      try? target.load(output.bytes.span)
      for landing in output.landings where landing.inside > 0 {
        _ = target.token(at: landing.inside - 1).flatMap { target.open($0) }
      }
      targets.append(target)
    }
  }

  func findings() -> [Finding] { entries.map(finding) }

  /// The entries in the order of what they are about.
  private var entries: [Entry] {
    conversion.source.log.entries.enumerated()
      .sorted { ($0.element.source.token, $0.offset) < ($1.element.source.token, $1.offset) }
      .map(\.element)
  }

  private func finding(_ entry: Entry) -> Finding {
    let declaration = Catalogue.declaration(of: entry.code)
    let places = ([entry.source] + entry.also).filter(\.exists)
    let landing = place(of: entry)
    let before = value(tape, entry.source)
    let after = landing.flatMap { excerpt(entry, $0.tape, $0.place) }
    let (line, column) = tape.location(of: entry.source)
    let words = Words(
      source: conversion.from.channel, target: conversion.to.channel, before: before, after: after,
      entry: entry)
    return Finding(
      code: entry.code, severity: declaration.severity, sources: places.map(tape.pointer),
      targets: landing.map { [$0.pointer] } ?? [], line: line, column: column, before: before,
      after: after, message: words.fill(Sentence.messages[Int(entry.code.rawValue)]),
      remedy: words.fill(Sentence.remedies[Int(entry.code.rawValue)]))
  }

  /// A scalar's text.
  private func value(_ tape: Tape, _ place: Place) -> String? {
    guard place.exists else { return nil }
    let token = tape.tokens[Int(place.token)]
    return token.isContainer || token.flags.contains(.opened) ? nil : tape.string(place)
  }

  /// The stretch of the output that the thing became.
  private func excerpt(_ entry: Entry, _ tape: Tape, _ place: Place) -> String? {
    guard let whole = value(tape, place) else { return nil }
    guard !entry.part.isEmpty, Int(entry.part.upperBound) <= whole.utf8.count else { return whole }
    let utf8 = whole.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(entry.part.lowerBound))
    let end = utf8.index(utf8.startIndex, offsetBy: Int(entry.part.upperBound))
    let lead = start == whole.startIndex ? "" : whole[..<start].last == "\n" ? "…\n" : "…"
    return lead + whole[start..<end] + (end == whole.endIndex ? "" : "…")
  }

  /// Where the finding's thing went: its target, or itself where it landed.
  private func place(of entry: Entry) -> (pointer: String, tape: Tape, place: Place)? {
    let wanted = entry.target.exists ? entry.target : .nowhere
    guard wanted.exists else { return nil }
    return landings(of: wanted).first
  }

  /// All places in the output where a value landed.
  private func landings(of place: Place) -> [(pointer: String, tape: Tape, place: Place)] {
    var found: [(pointer: String, tape: Tape, place: Place)] = []
    for (index, output) in conversion.documents.enumerated() {
      for landing in output.landings where covers(landing, place) {
        guard let token = targets[index].token(of: landing) else { continue }
        let below =
          landing.place.token == place.token
          ? "" : String(tape.pointer(to: place).dropFirst(tape.pointer(to: landing.place).count))
        let prefix = conversion.documents.count > 1 ? "/\(index)" : ""
        found.append((prefix + targets[index].pointer(to: token) + below, targets[index], token))
      }
    }
    return found
  }

  private func covers(_ landing: Output.Landing, _ place: Place) -> Bool {
    if landing.place.token == place.token { return true }
    guard landing.isWhole else { return false }
    return place.token > landing.place.token
      && place.token < tape.tokens[Int(landing.place.token)].next
  }

  func trace() -> [Leaf] {
    let entries = entries
    return conversion.source.leaves().map { place, fate, cause in
      let finding = entries.firstIndex { entry in
        entry.code.severity.fate == fate
          && ([entry.source] + entry.also).contains { tape.contains($0, cause) }
      }
      var pointers = landings(of: place).map(\.pointer)
      if pointers.isEmpty, let finding, entries[finding].target.exists {
        pointers = landings(of: entries[finding].target).map(\.pointer)
      }
      return Leaf(
        source: tape.pointer(to: place), fate: fate,
        targets: fate == .envelope || fate == .lost ? [] : pointers, finding: finding)
    }
  }
}

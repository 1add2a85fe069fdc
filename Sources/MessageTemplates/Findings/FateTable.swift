/// The tokens of a document with their fates, lent for many changes.
///
/// Each change of the tape itself would ask again whether anybody shares it.
struct FateTable {
  fileprivate let tokens: UnsafeBufferPointer<Token>
  fileprivate let fates: UnsafeMutableBufferPointer<Fate>
  fileprivate let openings: [Tape.Opening]

  /// Gives every leaf of a subtree the same fate.
  @inline(__always)
  func mark(_ place: Place, _ fate: Fate) {
    let index = Int(place.token)
    if !isOne(index) { return markAll(place, fate) }
    if tokens[index].isLeaf(at: index) { fates[index] = fate }
  }

  @inline(never)
  private func markAll(_ place: Place, _ fate: Fate) {
    for index in range(of: place) where tokens[index].isLeaf(at: index) { fates[index] = fate }
    for opening in openings where range(of: place).contains(Int(opening.parent)) {
      markAll(Place(token: opening.root), fate)
    }
  }

  /// Marks what landed in an output as carried.
  @inline(__always)
  func land(_ landing: Output.Landing) {
    if landing.isWhole { return mark(landing.place, .carried) }
    let index = Int(landing.place.token)
    if fates[index] != .styled { fates[index] = .carried }
  }

  /// Gives what a finding names its severity.
  @inline(__always)
  func cover(_ entry: Entry, _ log: Log) {
    guard let fate = Catalogue.fate(of: entry.code) else { return }
    cover(entry.source, fate)
    if entry.hasMore { for place in log.also(entry) { cover(place, fate) } }
  }

  /// Gives a subtree a fate where it has none that is worse; true if that changed a leaf.
  @discardableResult
  @inline(__always)
  func cover(_ place: Place, _ fate: Fate) -> Bool {
    guard place.exists else { return false }
    let index = Int(place.token)
    return isOne(index) ? coverLeaf(index, fate) : coverAll(place, fate)
  }

  @inline(never)
  private func coverAll(_ place: Place, _ fate: Fate) -> Bool {
    var changed = false
    for index in range(of: place) where coverLeaf(index, fate) { changed = true }
    for opening in openings where range(of: place).contains(Int(opening.parent)) {
      if cover(Place(token: opening.root), fate) { changed = true }
    }
    return changed
  }

  /// Gives a token a fate, if it is a leaf and has none that is worse.
  @inline(__always)
  private func coverLeaf(_ index: Int, _ fate: Fate) -> Bool {
    let old = fates[index]
    if !tokens[index].isLeaf(at: index) || old == .envelope { return false }
    if old.isVerdict, old.rawValue >= fate.rawValue { return false }
    // What is only adapted keeps its words, not its looks: those are named with their layout.
    if old == .presentation, fate == .adapted { return false }
    fates[index] = fate
    return true
  }

  /// The leaves of a stretch that nothing accounts for become lost; an empty list or object says
  /// nothing that its absence does not.
  func lose(_ range: Range<Int>, _ places: inout [Place]) {
    for index in range where fates[index] == .unread {
      if !tokens[index].isLeaf(at: index) { continue }
      if tokens[index].isContainer {
        fates[index] = .structure
        continue
      }
      fates[index] = .lost
      places.append(Place(token: Int32(index)))
    }
  }

  /// Whether a token is all of its subtree.
  @inline(__always)
  private func isOne(_ index: Int) -> Bool {
    openings.isEmpty && Int(tokens[index].next) == index + 1
  }

  private func range(of place: Place) -> Range<Int> {
    Int(place.token)..<Int(tokens[Int(place.token)].next)
  }
}

extension Tape {
  /// Lends the tokens and their fates.
  @inline(__always)
  mutating func withFates<Result>(_ body: (FateTable) -> Result) -> Result {
    let (tokens, openings) = (tokens, openings)
    return fates.withUnsafeMutableBufferPointer { fates in
      tokens.withUnsafeBufferPointer { tokens in
        body(FateTable(tokens: tokens, fates: fates, openings: openings))
      }
    }
  }
}

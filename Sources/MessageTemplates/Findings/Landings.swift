/// Where each value of the source landed, found by the value.
struct Landings: ~Copyable {
  /// A landing, and its document.
  struct Entry {
    var landing: Output.Landing
    var document: Int32
    /// The next landing of the same token, from 1; 0 for none.
    var following: Int32 = 0
  }

  private var all = Scratch<Entry>()
  /// The first landing of each token, from 1; 0 for none.
  private var first = Scratch<Int32>()
  /// Whether one took all with it that stands within.
  private var hasWhole = false
  /// What was found last: places among all landings.
  private(set) var found = Scratch<Int32>()

  var isLarge: Bool { first.capacity > 1 << 13 }

  /// Takes a conversion's landings in.
  mutating func index(_ conversion: Conversion, _ view: TapeView) {
    all.removeAll()
    hasWhole = false
    for (index, document) in conversion.documents.enumerated() {
      document.landings.withValues { landings in
        for landing in landings {
          if landing.isWhole { hasWhole = true }
          all.append(Entry(landing: landing, document: Int32(index)))
        }
      }
    }
    first.fill(0, count: view.count)
    var index = all.count
    while index > 0 {
      index -= 1
      let token = Int(all[index].landing.place.token)
      all[index].following = first[token]
      first[token] = Int32(index + 1)
    }
  }

  subscript(index: Int) -> Entry {
    @inline(__always) get { all[index] }
  }

  /// Finds the landings of a value, in the order of the output; also those of what it stood within.
  @inline(__always)
  mutating func find(_ place: Place, _ view: TapeView) {
    found.removeAll()
    if hasWhole { return findAround(place, view) }
    var index = first[Int(place.token)]
    while index > 0 {
      found.append(index - 1)
      index = all[Int(index) - 1].following
    }
  }

  @inline(never)
  private mutating func findAround(_ place: Place, _ view: TapeView) {
    for index in 0..<all.count where covers(all[index].landing, place, view) {
      found.append(Int32(index))
    }
  }

  private func covers(_ landing: Output.Landing, _ place: Place, _ view: TapeView) -> Bool {
    if landing.place.token == place.token { return true }
    guard landing.isWhole else { return false }
    return place.token > landing.place.token
      && place.token < view.tokens[Int(landing.place.token)].next
  }
}

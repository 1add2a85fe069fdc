/// Counts by what they are of, in the order in which that was first met.
struct Groups<Key: Hashable & Sendable>: Sendable {
  private(set) var all: [(key: Key, value: Tally.Group)] = []
  /// The places of those that stand behind the first few.
  private var places: [Key: Int] = [:]

  /// How many are compared one by one, before it is worth looking them up.
  private static var few: Int { 12 }

  mutating func add(_ key: Key, _ example: Tally.Example) {
    all[place(of: key)].value.add(example)
  }

  /// Adds what was counted elsewhere, further on.
  mutating func merge(_ other: Groups) {
    for (key, group) in other.all { all[place(of: key)].value.merge(group) }
  }

  private mutating func place(of key: Key) -> Int {
    for index in 0..<min(all.count, Groups.few) where all[index].key == key { return index }
    if let place = places[key] { return place }
    all.append((key, Tally.Group()))
    if all.count > Groups.few { places[key] = all.count - 1 }
    return all.count - 1
  }
}

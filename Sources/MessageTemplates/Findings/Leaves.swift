/// The leaves of a source in the order of the document, with the fate of each.
///
/// An opened text's leaves stand in its place.
/// A leaf that shares its object's fate names the leaf it shares it with.
struct Leaves: ~Copyable {
  /// One leaf.
  struct Leaf {
    var token: Int32
    /// The leaf whose fate it is; most have their own.
    var cause: Int32
    var fate: Fate
  }

  /// An object or array that is gone through.
  private struct Container {
    var token: Int
    var next: Int
    /// The leaf that gives its discriminators their fate: -1 for none, -2 as long as nobody asked.
    var best: Int32 = -2
  }

  /// The leaves, where they were kept.
  private(set) var all = Scratch<Leaf>()
  private var containers = Scratch<Container>()
  /// Where to go on behind the texts that were opened.
  private var returns: [(index: Int, end: Int)] = []

  var isLarge: Bool { all.capacity > 1 << 12 }

  /// Goes through a source, and counts; keeps the leaves where they are wanted one by one.
  mutating func collect(_ source: Source, _ view: TapeView, keeping isKeeping: Bool)
    -> LeafCount
  {
    all.removeAll()
    containers.removeAll()
    var count = LeafCount()
    var (index, end) = (source.scope.lowerBound, source.scope.upperBound)
    while true {
      while index == end {
        guard let back = returns.popLast() else { return count }
        (index, end) = back
      }
      let current = index
      index += 1
      let (next, flags) = (Int(view.tokens[current].next), view.tokens[current].flags)
      if flags.contains(.opened) {
        guard let opening = source.tape.openings.first(where: { Int($0.parent) == current }) else {
          continue
        }
        returns.append((index, end))
        (index, end) = (Int(opening.root), Int(opening.end))
      } else if next > index {
        leaveContainers(before: current)
        containers.append(Container(token: current, next: next))
      } else if !flags.contains(.made) {
        let leaf = leaf(current, source, view)
        count.add(leaf.fate)
        if isKeeping { all.append(leaf) }
      }
    }
  }

  @inline(__always)
  private mutating func leaveContainers(before index: Int) {
    while containers.count > 0 {
      let last = containers[containers.count - 1]
      if index >= last.token, index < last.next { return }
      containers.removeAll(from: containers.count - 1)
    }
  }

  @inline(__always)
  private mutating func leaf(_ index: Int, _ source: Source, _ view: TapeView) -> Leaf {
    let fate = view.fates[index]
    let own = Int32(truncatingIfNeeded: index)
    return fate == .structure
      ? sharing(index, source, view) : Leaf(token: own, cause: own, fate: fate)
  }

  /// A leaf that shares the fate of another one.
  private mutating func sharing(
    _ index: Int, _ source: Source, _ view: TapeView
  ) -> Leaf {
    let joined = source.joined.isEmpty ? nil : source.joined[Int32(index)]
    let cause = joined ?? self.cause(of: index, view)
    let fate = view.fates[Int(cause)]
    return Leaf(token: Int32(index), cause: cause, fate: fate == .structure ? .carried : fate)
  }

  /// What gives a discriminator its fate: the best of what stands in its object, or itself.
  private mutating func cause(of index: Int, _ view: TapeView) -> Int32 {
    leaveContainers(before: index)
    guard containers.count > 0 else { return Int32(index) }
    let last = containers.count - 1
    if containers[last].best == -2 {
      containers[last].best = Leaves.best(of: containers[last], view)
    }
    let best = containers[last].best
    return best >= 0 ? best : Int32(index)
  }

  private static func best(of container: Container, _ view: TapeView) -> Int32 {
    var best: Int32 = -1
    var bestFate = Fate.structure
    for index in container.token..<container.next {
      let fate = view.fates[index]
      // What stands beside transport alone is transport.
      if fate == .envelope, best < 0, view.tokens[index].isLeaf(at: index) { best = Int32(index) }
      guard fate == .carried || fate.isVerdict, view.tokens[index].isLeaf(at: index) else {
        continue
      }
      if bestFate == .structure || fate.rawValue < bestFate.rawValue {
        best = Int32(index)
        bestFate = fate
      }
      // Nothing is better.
      if bestFate == .carried { break }
    }
    return best
  }
}

extension LeafCount {
  @inline(__always)
  fileprivate mutating func add(_ fate: Fate) {
    total += 1
    switch fate {
    case .carried: carried += 1
    case .adapted: adapted += 1
    case .degraded: degraded += 1
    case .envelope: envelope += 1
    case .lost: lost += 1
    case .unread, .structure, .presentation, .styled: break
    }
  }
}

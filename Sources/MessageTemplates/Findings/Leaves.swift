/// Goes through the leaves of a source in the order of the document, with the fate of each.
///
/// An opened text's leaves stand in its place.
/// A leaf that shares its object's fate names the leaf it shares it with.
struct Leaves: Sendable {
  /// One leaf.
  struct Leaf {
    var place: Place
    var fate: Fate
    /// The leaf whose fate it is; most have their own.
    var cause: Place
  }

  /// An object or array that is gone through.
  private struct Container {
    var token: Int
    var next: Int
    /// The leaf that gives its discriminators their fate, once somebody asked.
    var best: Place?
  }

  private var containers: [Container] = []
  /// Where to go on behind the texts that were opened.
  private var returns: [(index: Int, end: Int)] = []
  private var index = 0
  private var end = 0

  /// Starts on a source.
  mutating func begin(_ source: Source) {
    containers.removeAll(keepingCapacity: true)
    (index, end) = (source.scope.lowerBound, source.scope.upperBound)
  }

  /// The next leaf; nil at the end.
  mutating func next(in source: Source) -> Leaf? {
    while true {
      while index == end {
        guard let back = returns.popLast() else { return nil }
        (index, end) = back
      }
      let current = index
      index += 1
      let token = source.tape.tokens[current]
      if token.flags.contains(.opened) {
        enter(textAt: current, source.tape)
      } else if token.isContainer, Int(token.next) > index {
        leaveContainers(before: current)
        containers.append(Container(token: current, next: Int(token.next)))
      } else if source.isLeaf(current) {
        return leaf(current, source)
      }
    }
  }

  private mutating func enter(textAt parent: Int, _ tape: Tape) {
    guard let opening = tape.openings.first(where: { Int($0.parent) == parent }) else { return }
    returns.append((index, end))
    (index, end) = (Int(opening.root), Int(opening.end))
  }

  private mutating func leaveContainers(before index: Int) {
    while let last = containers.last, !(last.token..<last.next).contains(index) {
      containers.removeLast()
    }
  }

  private mutating func leaf(_ index: Int, _ source: Source) -> Leaf {
    var leaf = Leaf(
      place: Place(token: Int32(index)), fate: source.tape.fates[index],
      cause: Place(token: Int32(index)))
    guard leaf.fate == .structure else { return leaf }
    let joined = source.joined.isEmpty ? nil : source.joined[Int32(index)]
    leaf.cause = joined.map { Place(token: $0) } ?? cause(of: index, source)
    leaf.fate = source.tape.fates[Int(leaf.cause.token)]
    if leaf.fate == .structure { leaf.fate = .carried }
    return leaf
  }

  /// What gives a discriminator its fate: the best of what stands in its object, or itself.
  private mutating func cause(of index: Int, _ source: Source) -> Place {
    leaveContainers(before: index)
    guard let last = containers.indices.last else { return Place(token: Int32(index)) }
    let best = containers[last].best ?? Leaves.best(of: containers[last], source)
    containers[last].best = best
    return best.exists ? best : Place(token: Int32(index))
  }

  private static func best(of container: Container, _ source: Source) -> Place {
    var best = Place.nowhere
    var bestFate = Fate.structure
    for index in container.token..<container.next {
      let fate = source.tape.fates[index]
      // What stands beside transport alone is transport.
      if fate == .envelope, !best.exists, source.isLeaf(index) { best = Place(token: Int32(index)) }
      guard fate == .carried || fate.isVerdict, source.isLeaf(index) else { continue }
      if bestFate == .structure || fate.rawValue < bestFate.rawValue {
        best = Place(token: Int32(index))
        bestFate = fate
      }
    }
    return best
  }
}

extension LeafCount {
  /// Counts the leaves of a source.
  init(_ source: Source, _ leaves: inout Leaves) {
    leaves.begin(source)
    while let leaf = leaves.next(in: source) {
      total += 1
      switch leaf.fate {
      case .carried: carried += 1
      case .adapted: adapted += 1
      case .degraded: degraded += 1
      case .envelope: envelope += 1
      case .lost: lost += 1
      case .unread, .structure, .presentation, .styled: break
      }
    }
  }
}

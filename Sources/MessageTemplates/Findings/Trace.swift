/// The fate of one leaf as it is read: its pointers, in memory that the next leaf uses again.
struct LeafText: Sendable {
  /// All pointers, one behind the other: the source's first.
  private var bytes = ByteBuffer()
  private var source = 0..<0
  private(set) var targets: [Range<Int>] = []
  fileprivate(set) var fate = Fate.carried
  /// The finding that says why, by its place in the report.
  fileprivate(set) var finding: Int?

  fileprivate mutating func reset(source pointer: UnsafeBufferPointer<UInt8>) {
    bytes.cut(to: 0)
    targets.removeAll(keepingCapacity: true)
    bytes.append(pointer)
    source = 0..<bytes.count
  }

  fileprivate mutating func append(target pointer: UnsafeBufferPointer<UInt8>) {
    bytes.append(pointer)
    targets.append(bytes.count - pointer.count..<bytes.count)
  }

  /// The leaf for whoever keeps it.
  var leaf: Leaf {
    Leaf(
      source: bytes.string(source), fate: fate, targets: targets.map(bytes.string), finding: finding
    )
  }

  /// Adds the leaf as one compact JSON object.
  func write(to output: inout Output) {
    bytes.withBytes { bytes in
      output.block(atMost: 90 + bytes.count * 6 + targets.count * 3) { room in
        room.literal("{\"source\":")
        room.quoted(UnsafeBufferPointer(rebasing: bytes[source]))
        room.literal(",\"fate\":\"")
        room.literal(fate.word)
        room.append(UInt8(ascii: "\""))
        if !targets.isEmpty {
          room.literal(",\"targets\":")
          room.quoted(targets, of: bytes)
        }
        if let finding {
          room.literal(",\"finding\":")
          room.decimal(finding)
        }
        room.append(UInt8(ascii: "}"))
      }
    }
  }
}

/// Goes through the leaves of a conversion's source, and says of each where it landed, and why.
struct Trace: Sendable {
  private var leaves = Leaves()
  /// The first finding that gave a token its fate, by the token; -1 for none.
  private var blame: [Int32] = []
  private(set) var text = LeafText()

  /// Starts on a conversion that is being rendered.
  mutating func begin(_ conversion: Conversion, _ rendering: Rendering) {
    leaves.begin(conversion.source)
    blame.removeAll(keepingCapacity: true)
    blame.append(contentsOf: repeatElement(-1, count: conversion.source.tape.tokens.count))
    for index in (0..<rendering.count).reversed() {
      let entry = rendering.entry(index, of: conversion)
      guard let fate = Catalogue.fate(of: entry.code) else { continue }
      mark(entry.source, fate, index, conversion.source.tape)
      for place in conversion.source.log.also(entry) {
        mark(place, fate, index, conversion.source.tape)
      }
    }
  }

  /// Notes a finding for all that has its fate within a value, also in texts that were opened.
  private mutating func mark(_ place: Place, _ fate: Fate, _ index: Int, _ tape: Tape) {
    guard place.exists else { return }
    let range = Int(place.token)..<Int(tape.tokens[Int(place.token)].next)
    for token in range where tape.fates[token] == fate { blame[token] = Int32(index) }
    for opening in tape.openings where range.contains(Int(opening.parent)) {
      mark(Place(token: opening.root), fate, index, tape)
    }
  }

  /// Renders the next leaf; false at the end.
  mutating func renderNext(_ conversion: Conversion, _ rendering: inout Rendering) -> Bool {
    guard let leaf = leaves.next(in: conversion.source) else { return false }
    let cause = blame[Int(leaf.cause.token)]
    text.fate = leaf.fate
    text.finding = cause < 0 || !leaf.fate.isVerdict ? nil : Int(cause)
    rendering.withPointer(to: leaf.place, conversion) { text.reset(source: $0) }
    if leaf.fate == .envelope || leaf.fate == .lost { return true }
    rendering.eachTarget(of: leaf.place, conversion) { text.append(target: $0) }
    if text.targets.isEmpty, conversion.source.joined[leaf.place.token] != nil {
      rendering.eachTarget(of: leaf.cause, conversion) { text.append(target: $0) }
    }
    if text.targets.isEmpty, let finding = text.finding {
      let target = rendering.entry(finding, of: conversion).target
      if target.exists {
        rendering.eachTarget(of: target, conversion) { text.append(target: $0) }
      }
    }
    return true
  }
}

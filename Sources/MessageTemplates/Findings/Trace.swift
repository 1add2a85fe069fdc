/// The fate of one leaf as it is read: its pointers, in memory that the next leaf uses again.
struct LeafText: Sendable {
  /// All pointers, one behind the other: the source's first.
  private var bytes: [UInt8] = []
  private var source = 0..<0
  private(set) var targets: [Range<Int>] = []
  fileprivate(set) var fate = Fate.carried
  /// The finding that says why, by its place in the report.
  fileprivate(set) var finding: Int?

  fileprivate mutating func reset(source pointer: [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: pointer)
    source = 0..<bytes.count
  }

  fileprivate mutating func append(target pointer: [UInt8]) {
    bytes.append(contentsOf: pointer)
    targets.append(bytes.count - pointer.count..<bytes.count)
  }

  /// The leaf for whoever keeps it.
  var leaf: Leaf {
    Leaf(
      source: string(source), fate: fate, targets: targets.map(string), finding: finding)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Adds the leaf as one compact JSON object.
  func write(to output: inout Output) {
    output.beginObject()
    bytes.withUnsafeBufferPointer { bytes in
      output.begin("source")
      output.quote(UnsafeBufferPointer(rebasing: bytes[source]))
      output.string("fate", fate.name)
      if !targets.isEmpty {
        output.beginArray("targets")
        for target in targets {
          output.begin(nil)
          output.quote(UnsafeBufferPointer(rebasing: bytes[target]))
        }
        output.endArray()
      }
    }
    if let finding { output.integer("finding", finding) }
    output.endObject()
  }
}

/// Goes through the leaves of a conversion's source, and says of each where it landed, and why.
struct Trace {
  private var leaves: Leaves
  /// The first finding that gave a token its fate, by the token; -1 for none.
  private var blame: [Int32]
  private(set) var text = LeafText()

  /// Starts on a conversion that is being rendered.
  init(_ conversion: Conversion, _ rendering: Rendering) {
    leaves = Leaves(of: conversion.source)
    blame = [Int32](repeating: -1, count: conversion.source.tape.tokens.count)
    for index in (0..<rendering.count).reversed() {
      let entry = rendering.entry(index, of: conversion)
      guard let fate = entry.code.severity.fate else { continue }
      mark(entry.source, fate, index, conversion.source.tape)
      for place in entry.also { mark(place, fate, index, conversion.source.tape) }
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
    rendering.path.go(to: leaf.place, in: conversion.source.tape)
    text.reset(source: rendering.path.bytes)
    if leaf.fate == .envelope || leaf.fate == .lost { return true }
    appendTargets(of: leaf.place, conversion, &rendering)
    if text.targets.isEmpty, conversion.source.joined[leaf.place.token] != nil {
      appendTargets(of: leaf.cause, conversion, &rendering)
    }
    if text.targets.isEmpty, let finding = text.finding {
      let target = rendering.entry(finding, of: conversion).target
      if target.exists { appendTargets(of: target, conversion, &rendering) }
    }
    return true
  }

  private mutating func appendTargets(
    of place: Place, _ conversion: Conversion, _ rendering: inout Rendering
  ) {
    rendering.landings.find(place, in: conversion.source.tape, into: &rendering.found)
    for landing in rendering.found
    where rendering.targets.go(to: landing, of: place, conversion) != nil {
      text.append(target: rendering.targets.pointer)
    }
  }
}

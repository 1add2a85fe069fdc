/// The fate of every leaf of a source, as it is read.
extension Rendering {
  /// Starts on a conversion that is being rendered.
  mutating func beginTrace(of conversion: Conversion, _ view: TapeView) {
    blame.fill(-1, count: view.count)
    var index = count
    while index > 0 {
      index -= 1
      let entry = entry(index, of: conversion)
      guard let fate = Catalogue.fate(of: entry.code) else { continue }
      mark(entry.source, fate, index, conversion.source.tape, view)
      for place in conversion.source.log.also(entry) {
        mark(place, fate, index, conversion.source.tape, view)
      }
    }
  }

  /// Notes a finding for all that has its fate within a value, also in texts that were opened.
  private mutating func mark(
    _ place: Place, _ fate: Fate, _ index: Int, _ tape: Tape, _ view: TapeView
  ) {
    guard place.exists else { return }
    let range = Int(place.token)..<Int(view.tokens[Int(place.token)].next)
    for token in range where view.fates[token] == fate { blame[token] = Int32(index) }
    if tape.openings.isEmpty { return }
    for opening in tape.openings where range.contains(Int(opening.parent)) {
      mark(Place(token: opening.root), fate, index, tape, view)
    }
  }

  /// Prints what became of a leaf as one compact JSON object.
  mutating func write(
    _ leaf: Leaves.Leaf, of conversion: Conversion, _ view: TapeView, to text: inout ReportText
  ) {
    let place = Place(token: leaf.token)
    path.go(to: place, in: conversion.source.tape, view)
    let pointer = path.pointer.bytes
    let start = text.count + 11
    text.write(atMost: pointer.count + 40) {
      $0.write("{\"source\":\"")
      $0.write(pointer)
      $0.write("\",\"fate\":\"")
      $0.write(leaf.fate.word)
      $0.write(UInt8(ascii: "\""))
    }
    let blamed = blame[Int(leaf.cause)]
    let finding = blamed < 0 || !leaf.fate.isVerdict ? nil : Int(blamed)
    leafParts.reset(start..<start + pointer.count, leaf.fate, finding)
    if leaf.fate != .envelope, leaf.fate != .lost {
      writeTargets(of: leaf, finding, conversion, view, to: &text)
    }
    text.write(atMost: 40) {
      if let finding {
        $0.write(",\"finding\":")
        $0.write(decimal: finding)
      }
      $0.write(UInt8(ascii: "}"))
    }
  }

  /// Where a leaf landed; else what it is joined to, else where the finding's thing went.
  @inline(__always)
  private mutating func writeTargets(
    of leaf: Leaves.Leaf, _ finding: Int?, _ conversion: Conversion, _ view: TapeView,
    to text: inout ReportText
  ) {
    writeTargets(of: Place(token: leaf.token), conversion, view, to: &text)
    if leafParts.targets.isEmpty, !conversion.source.joined.isEmpty,
      conversion.source.joined[leaf.token] != nil
    {
      writeTargets(of: Place(token: leaf.cause), conversion, view, to: &text)
    }
    if leafParts.targets.isEmpty, let finding {
      let target = entry(finding, of: conversion).target
      if target.exists { writeTargets(of: target, conversion, view, to: &text) }
    }
    if !leafParts.targets.isEmpty { text.write("]") }
  }

  /// The pointers to all places where a value landed.
  private mutating func writeTargets(
    of place: Place, _ conversion: Conversion, _ view: TapeView, to text: inout ReportText
  ) {
    landings.find(place, view)
    for index in 0..<landings.found.count {
      guard target(landings.found[index], of: place, conversion, view) != nil else { continue }
      let pointer = outline.pointer.bytes
      text.write(leafParts.targets.isEmpty ? ",\"targets\":[\"" : ",\"")
      let start = text.count
      text.write(atMost: pointer.count + 1) {
        $0.write(pointer)
        $0.write(UInt8(ascii: "\""))
      }
      leafParts.targets.append(start..<start + pointer.count)
    }
  }
}

/// Where the parts of a leaf's fate stand in what was printed of it.
struct LeafParts: ~Copyable {
  private var source = 0..<0
  private var fate = Fate.carried
  private var finding: Int?
  var targets = Scratch<Range<Int>>()

  @inline(__always)
  mutating func reset(_ source: Range<Int>, _ fate: Fate, _ finding: Int?) {
    (self.source, self.fate, self.finding) = (source, fate, finding)
    targets.removeAll()
  }

  /// The leaf for whoever keeps it.
  func leaf(in bytes: UnsafeBufferPointer<UInt8>) -> Leaf {
    Leaf(
      source: FindingParts.text(source, bytes), fate: fate,
      targets: targets.values.map { FindingParts.text($0, bytes) }, finding: finding)
  }
}

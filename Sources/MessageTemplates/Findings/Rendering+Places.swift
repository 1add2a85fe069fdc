/// Where a finding's thing stood, and where it went.
extension Rendering {
  /// The code, the severity and the pointers to what it is about, each followed by a comma.
  @inline(__always)
  mutating func writeSources(
    of entry: Entry, _ wording: Wordings.Wording, _ conversion: Conversion, _ view: TapeView,
    to text: inout ReportText
  ) {
    let head = wordings.text(wording.head.lowerBound, wording.head.count)
    if entry.source.exists {
      write(source: entry.source, behind: head, conversion, view, to: &text)
    } else {
      text.write(atMost: head.count) { $0.write(head) }
    }
    if !entry.hasMore { return }
    for place in conversion.source.log.also(entry) where place.exists {
      write(
        source: place, behind: UnsafeBufferPointer(rebasing: head[..<0]), conversion, view,
        to: &text)
    }
  }

  @inline(__always)
  private mutating func write(
    source place: Place, behind head: UnsafeBufferPointer<UInt8>, _ conversion: Conversion,
    _ view: TapeView, to text: inout ReportText
  ) {
    path.go(to: place, in: conversion.source.tape, view)
    let pointer = path.pointer.bytes
    let start = text.count + head.count + 1
    text.write(atMost: head.count + pointer.count + 3) {
      $0.write(head)
      $0.write(UInt8(ascii: "\""))
      $0.write(pointer)
      $0.write(UInt8(ascii: "\""))
      $0.write(UInt8(ascii: ","))
    }
    parts.add(source: start..<start + pointer.count)
  }

  /// Finds the first place where the finding's thing went, and makes the pointer to it.
  mutating func findTarget(
    of entry: Entry, _ conversion: Conversion, _ view: TapeView
  ) -> Target? {
    landings.find(entry.target, view)
    for index in 0..<landings.found.count {
      if let target = target(landings.found[index], of: entry.target, conversion, view) {
        return target
      }
    }
    return nil
  }

  /// Goes to where a value landed, and makes the pointer; nil where nothing stands there.
  mutating func target(
    _ index: Int32, of place: Place, _ conversion: Conversion, _ view: TapeView
  ) -> Target? {
    let landing = landings[Int(index)].landing
    let document = Int(landings[Int(index)].document)
    if !outline.has(document) { outline.load(document, conversion.buffers[document]) }
    guard let (node, region) = outline.node(of: landing, in: document) else { return nil }
    outline.point(at: node, region, of: view.documents[document])
    if landing.place.token != place.token {
      goOn(from: landing.place, to: place, conversion.source.tape, view)
    }
    return Target(node: node, region: region, document: document)
  }

  /// Goes on from where something landed to what stood within.
  private mutating func goOn(
    from outer: Place, to inner: Place, _ tape: Tape, _ view: TapeView
  ) {
    way.go(to: outer, in: tape, view)
    let start = way.pointer.count
    way.go(to: inner, in: tape, view)
    outline.append(UnsafeBufferPointer(rebasing: way.pointer.bytes[start...]))
  }
}

/// Where something landed: a node of an output.
struct Target {
  var node: Int32
  var region: Int
  var document: Int
}

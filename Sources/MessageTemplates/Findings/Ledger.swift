/// The fate of every leaf, derived from what was read, written and found.
struct Ledger {
  /// Settles the fates: what is settled without a finding, what landed in an output, and what the
  /// findings name.
  ///
  /// What landed is carried; what a finding names has its severity, the worst of several. The rest
  /// is as the reader or the adaptation marked it.
  static func settle(
    _ settled: [(place: Place, fate: Fate)], _ outputs: ArraySlice<Output>, _ log: Log,
    _ tape: inout Tape
  ) {
    tape.withFates { table in
      for (place, fate) in settled { table.mark(place, fate) }
      for index in outputs.indices {
        outputs[index].landings.withValues { for landing in $0 { table.land(landing) } }
      }
      log.entries.withValues { for entry in $0 { table.cover(entry, log) } }
    }
  }

  /// Gives a subtree a fate where it has none that is worse; true if that changed a leaf.
  static func cover(_ place: Place, _ fate: Fate, _ source: inout Source) -> Bool {
    source.tape.withFates { $0.cover(place, fate) }
  }

  /// What of a layout is presentation and landed nowhere is degraded, all of it in one finding.
  static func nameLayouts(_ layouts: [(layout: Place, message: Place)], _ source: inout Source) {
    for (layout, message) in layouts {
      var isLost = false
      let range = Int(layout.token)..<Int(source.tape.tokens[Int(layout.token)].next)
      for index in range where source.isLook(index) && source.isLeaf(index) {
        source.tape.fates[index] = .degraded
        isLost = true
      }
      for index in range where source.tape.fates[index] == .unread && source.isLeaf(index) {
        source.tape.fates[index] = .lost
        source.log.add(.layoutPartLost, at: Place(token: Int32(index)))
      }
      if !isLost { continue }
      let places = source.namedPlaces([message, layout])
      source.log.add(.presentationLost, at: places[0], also: Array(places.dropFirst()))
    }
  }

  /// The leaves that nothing accounts for; they are lost.
  static func unaccounted(_ source: inout Source) -> [Place] {
    let scope = source.scope
    let opened = source.tape.documentTokens..<source.tape.tokens.count
    return source.tape.withFates { table in
      var places: [Place] = []
      table.lose(scope, &places)
      table.lose(opened, &places)
      return places
    }
  }
}

extension Fate {
  /// Whether it says how something looks.
  var isLook: Bool { self == .presentation || self == .styled }

  /// Whether a finding gave it.
  var isVerdict: Bool { rawValue >= Fate.adapted.rawValue }
}

extension Source {
  /// Whether a token says how something looks: also an empty list, which holds nothing else.
  fileprivate func isLook(_ index: Int) -> Bool {
    tape.fates[index].isLook || (tape.fates[index] == .unread && tape.tokens[index].isContainer)
  }

  /// Whether a token is a leaf of the document.
  @inline(__always)
  func isLeaf(_ index: Int) -> Bool { tape.tokens.span[index].isLeaf(at: index) }
}

extension Token {
  /// Whether it is a leaf of the document.
  @inline(__always)
  func isLeaf(at index: Int) -> Bool {
    if !flags.isDisjoint(with: [.opened, .made]) { return false }
    return !isContainer || next == Int32(truncatingIfNeeded: index) &+ 1
  }
}

extension Source {
  /// The first of some places that is not the whole document; else the members of it.
  fileprivate func namedPlaces(_ places: [Place]) -> [Place] {
    for place in places where place.exists && place.token != root.token { return [place] }
    var members: [Place] = []
    var index = root.token + 1
    while index < tape.tokens[Int(root.token)].next {
      if tape.tokens[Int(index)].isContainer || tape.fates[Int(index)] == .degraded {
        members.append(Place(token: index))
      }
      index = tape.tokens[Int(index)].next
    }
    return members.isEmpty ? [root] : members
  }
}

/// The fate of every leaf, derived from what was read, written and found.
struct Ledger {
  /// Gives what the findings name their severity, the worst of several.
  ///
  /// What landed is carried already, the rest is as the reader or the adaptation marked it.
  static func cover(_ source: inout Source) {
    for index in source.log.entries.indices {
      let entry = source.log.entries[index]
      guard let fate = Catalogue.fate(of: entry.code) else { continue }
      cover(entry.source, fate, &source)
      for place in source.log.also(entry) { cover(place, fate, &source) }
    }
  }

  /// Marks what landed in an output as carried.
  static func land(_ output: Output, _ source: inout Source) {
    for landing in output.landings { land(landing, &source) }
  }

  private static func land(_ landing: Output.Landing, _ source: inout Source) {
    guard landing.isWhole else {
      let token = Int(landing.place.token)
      if source.tape.fates[token] != .styled { source.tape.fates[token] = .carried }
      return
    }
    source.mark(landing.place, .carried)
  }

  /// Gives a subtree a fate where it has none that is worse; true if that changed a leaf.
  @discardableResult
  static func cover(_ place: Place, _ fate: Fate, _ source: inout Source) -> Bool {
    guard place.exists else { return false }
    var changed = false
    let range = Int(place.token)..<Int(source.tape.tokens[Int(place.token)].next)
    for index in range where source.isLeaf(index) {
      let old = source.tape.fates[index]
      if old == .envelope || (old.isVerdict && old.rawValue >= fate.rawValue) { continue }
      // What is only adapted keeps its words, not its looks: those are named with their layout.
      if old == .presentation, fate == .adapted { continue }
      source.tape.fates[index] = fate
      changed = true
    }
    for opening in source.tape.openings where range.contains(Int(opening.parent)) {
      if cover(Place(token: opening.root), fate, &source) { changed = true }
    }
    return changed
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
    var places: [Place] = []
    let opened = source.tape.documentTokens..<source.tape.tokens.count
    for range in [source.scope, opened] where source.isUnread(in: range) {
      for index in range where source.tape.fates[index] == .unread && source.isLeaf(index) {
        source.tape.fates[index] = .lost
        places.append(Place(token: Int32(index)))
      }
    }
    return places
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

  /// Whether there is a leaf that nothing accounts for.
  fileprivate func isUnread(in range: Range<Int>) -> Bool {
    let (tokens, fates) = (tape.tokens.span, tape.fates.span)
    for index in range where fates[index] == .unread && tokens[index].isLeaf(at: index) {
      return true
    }
    return false
  }
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

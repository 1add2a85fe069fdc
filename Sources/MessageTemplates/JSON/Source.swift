/// A document that is being read: its tape, and what the reader found.
struct Source: Sendable {
  var tape = Tape()
  var log = Log()
  /// Whether a member was kept.
  private(set) var hasKept = false
  /// The template that is being read: the tokens of its subtree.
  private(set) var scope = 0..<0
  /// The format as which it is read, for members that must be kept.
  var format = Format.ID("")
  /// Where the texts live that are read, unless they own their memory.
  private(set) var arena = Arena()
  /// Whether what is read outlives the source.
  var ownsTexts = false

  /// What is left out of a layout that is kept: what its platform refuses.
  var omitted: Set<Int32> = []
  /// Texts of a layout that are spelled another way, as JSON.
  var respelled: [Int32: String] = [:]
  /// Numbers and truth values of a layout that stood in quotation marks.
  var unquoted: [Int32: String] = [:]
  /// Leaves that are part of another one, whose fate they share.
  var joined: [Int32: Int32] = [:]
  /// Why the template cannot be read: text that should hold JSON and does not.
  var mistake: ReadError?

  init() {}

  mutating func load(_ bytes: Span<UInt8>) throws(ReadError) {
    try tape.load(bytes)
    begin(at: root)
  }

  /// Starts on the template at a place; what was found before is forgotten.
  mutating func begin(at place: Place) {
    log.reset()
    mistake = nil
    tape.closeTexts()
    hasKept = false
    if !omitted.isEmpty { omitted.removeAll() }
    if !respelled.isEmpty { respelled.removeAll() }
    if !unquoted.isEmpty { unquoted.removeAll() }
    if !joined.isEmpty { joined.removeAll() }
    let token = tape.tokens[Int(place.token)]
    scope = Int(place.token)..<Int(token.next)
    if !ownsTexts, !tape.isForeign, token.range.count <= Arena.longestHeld {
      tape.withBytes(token.range) { arena.hold($0, from: Int(token.start)) }
    }
    if tape.hasLoneSurrogates { nameLoneSurrogates() }
  }

  private mutating func nameLoneSurrogates() {
    for index in scope where tape.tokens[index].flags.contains(.loneSurrogate) {
      log.add(.loneSurrogate, at: Place(token: Int32(index)))
    }
  }

  /// Forgets the texts of the last template, unless somebody still has them.
  mutating func renewArena() {
    if isKnownUniquelyReferenced(&arena) { arena.reset() } else { arena = Arena() }
  }

  var root: Place { Place(token: 0) }

  func kind(_ place: Place) -> Token.Kind { tape.tokens[Int(place.token)].kind }

  /// Whether a value says nothing: null, an empty text, an empty array or object.
  func isEmpty(_ place: Place) -> Bool {
    let token = tape.tokens[Int(place.token)]
    switch token.kind {
    case .null: return true
    case .string: return token.start == token.end
    case .array, .object: return token.next == place.token + 1
    default: return false
    }
  }

  /// Gives every leaf of a subtree the same fate.
  @inline(__always)
  mutating func mark(_ place: Place, _ fate: Fate) {
    let token = tape.tokens[Int(place.token)]
    if token.isLeaf(at: Int(place.token)) {
      tape.fates[Int(place.token)] = fate
    } else {
      markAll(place, fate)
    }
  }

  private mutating func markAll(_ place: Place, _ fate: Fate) {
    let range = Int(place.token)..<Int(tape.tokens[Int(place.token)].next)
    for index in range where isLeaf(index) { tape.fates[index] = fate }
    for opening in tape.openings where range.contains(Int(opening.parent)) {
      markAll(Place(token: opening.root), fate)
    }
  }

  /// A member that the model has no name for, as it was.
  mutating func kept(_ place: Place) -> Kept {
    hasKept = true
    let token = tape.tokens[Int(place.token)]
    return Kept(
      key: token.flags.contains(.hasKey) ? tape.key(of: token) : nil, json: json(at: place),
      origin: format, place: place)
  }

  private func json(at place: Place) -> String {
    if tape.origin != nil, Int(place.token) < tape.documentTokens {
      return tape.serialized(place.token)
    }
    let token = tape.tokens[Int(place.token)]
    let spelled = tape.string(of: token.spelledRange)
    guard token.isContainer else { return spelled }
    return String(decoding: compacted(Array(spelled.utf8)), as: UTF8.self)
  }

  /// The elements of an array, or the one element that stands without its array.
  func elements(_ place: Place) -> Elements {
    let token = tape.tokens[Int(place.token)]
    guard token.kind == .array else {
      return Elements(next: place.token, end: place.token + 1)
    }
    return Elements(next: place.token + 1, end: token.next)
  }

  /// How many elements are left.
  func count(_ elements: Elements) -> Int {
    var (rest, count) = (elements, 0)
    while next(&rest) != nil { count += 1 }
    return count
  }

  func next(_ elements: inout Elements) -> Place? {
    guard elements.next < elements.end else { return nil }
    defer { elements.next = tape.tokens[Int(elements.next)].next }
    return Place(token: elements.next)
  }

  /// Opens a text as JSON where it holds some; else the place itself.
  mutating func opened(_ place: Place) -> Place {
    kind(place) == .string ? tape.open(place) ?? place : place
  }
}

/// Where an iteration over an array stands.
struct Elements {
  var next: Int32
  var end: Int32
}

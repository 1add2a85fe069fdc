/// The outputs of a conversion as tokens, for as long as somebody asks for places in them.
struct Targets: Sendable {
  private var tapes: [Tape] = []
  private var isLoaded: [Bool] = []
  private var path = PointerPath()
  private var current = -1
  /// What stands behind the value that landed, where a part of it is meant.
  private var suffix: ArraySlice<UInt8> = []

  /// Starts on another conversion.
  mutating func reset(documents count: Int) {
    while tapes.count < count { tapes.append(Tape()) }
    isLoaded.removeAll(keepingCapacity: true)
    for _ in 0..<count { isLoaded.append(false) }
    current = -1
  }

  /// The pointer to the value that was gone to last.
  var pointer: [UInt8] { suffix.isEmpty ? path.bytes : path.bytes + suffix }

  subscript(document: Int) -> Tape { _read { yield tapes[document] } }

  /// Goes to where a value landed; nil where nothing stands there.
  mutating func go(
    to entry: Landings.Entry, of place: Place, _ conversion: Conversion
  ) -> Place? {
    let (document, landing) = entry
    if !isLoaded[document] { load(document, conversion) }
    guard let token = tapes[document].token(of: landing) else { return nil }
    if document != current {
      current = document
      path.reset(documentAt: isLoaded.count > 1 ? document : nil)
    }
    path.go(to: token, in: tapes[document])
    suffix =
      landing.place.token == place.token
      ? [] : Targets.way(from: landing.place, to: place, conversion.source.tape)
    return token
  }

  /// How a pointer goes on from a value to one within.
  private static func way(
    from outer: Place, to inner: Place, _ tape: Tape
  ) -> ArraySlice<UInt8> {
    var path = PointerPath()
    path.go(to: outer, in: tape)
    let start = path.bytes.count
    path.go(to: inner, in: tape)
    return path.bytes[start...]
  }

  private mutating func load(_ document: Int, _ conversion: Conversion) {
    isLoaded[document] = true
    let output = conversion.documents[document]
    try? tapes[document].load(output.bytes.span)
    for landing in output.landings where landing.inside > 0 {
      guard let parent = tapes[document].token(at: landing.inside - 1) else { continue }
      let isOpen = tapes[document].tokens[Int(parent.token)].flags.contains(.opened)
      if !isOpen { _ = tapes[document].open(parent) }
    }
  }
}

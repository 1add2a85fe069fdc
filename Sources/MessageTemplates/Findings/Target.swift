/// An output of a conversion as tokens, for as long as somebody asks for places in it.
struct Target: Sendable {
  private var tape = Tape()
  private var isLoaded = false
  private var path = PointerPath()
  /// What stands behind the value that landed, where a part of it is meant.
  private var suffix: [UInt8] = []
  /// The text of a value, and which: several findings are about a body.
  private var text = ByteBuffer()
  private var textPlace = Place.nowhere

  /// Starts on an output, which has a place among several or stands alone.
  mutating func reset(documentAt index: Int?) {
    isLoaded = false
    textPlace = .nowhere
    path.reset(documentAt: index)
  }

  /// Goes to where a value landed; nil where nothing stands there.
  mutating func go(
    to landing: Output.Landing, of place: Place, _ conversion: Conversion, document: Int
  ) -> Place? {
    if !isLoaded { load(conversion.documents[document]) }
    guard let token = tape.token(of: landing) else { return nil }
    path.go(to: token, in: tape)
    if landing.place.token != place.token {
      suffix = Target.way(from: landing.place, to: place, conversion.source.tape)
    } else if !suffix.isEmpty {
      suffix = []
    }
    return token
  }

  /// Calls with the pointer to the value that was gone to last.
  @inline(__always)
  mutating func withPointer(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if suffix.isEmpty { return path.bytes.withBytes(body) }
    var pointer = path.bytes
    suffix.withUnsafeBufferPointer { pointer.append($0) }
    pointer.withBytes(body)
  }

  /// Calls with the text of a scalar; not at all where there is none.
  mutating func withText(of place: Place, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if textPlace.token != place.token {
      textPlace = .nowhere
      text.cut(to: 0)
      guard tape.withText(of: place, { text.append($0) }) else { return }
      textPlace = place
    }
    text.withBytes(body)
  }

  /// How a pointer goes on from a value to one within.
  private static func way(from outer: Place, to inner: Place, _ tape: Tape) -> [UInt8] {
    var path = PointerPath()
    path.go(to: outer, in: tape)
    let start = path.bytes.count
    path.go(to: inner, in: tape)
    return path.bytes.withBytes(start..<path.bytes.count) { Array($0) }
  }

  private mutating func load(_ output: Output) {
    isLoaded = true
    try? tape.load(output.bytes.span)
    for landing in output.landings where landing.inside > 0 {
      guard let parent = tape.token(at: landing.inside - 1) else { continue }
      if !tape.tokens[Int(parent.token)].flags.contains(.opened) { _ = tape.open(parent) }
    }
  }
}

extension Tape {
  /// Calls with a scalar's text; false where there is none.
  @inline(__always)
  func withText(of place: Place, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard place.exists else { return false }
    let token = tokens[Int(place.token)]
    if token.isContainer || token.flags.contains(.opened) { return false }
    withBytes(token.range) { source in
      if token.flags.contains(.escaped) {
        withUnescaped(source) { text in text.withUnsafeBufferPointer(body) }
      } else {
        body(source)
      }
    }
    return true
  }
}

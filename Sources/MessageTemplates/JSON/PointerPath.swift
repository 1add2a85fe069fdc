/// JSON Pointers (RFC 6901) to one value after another.
///
/// What two neighbours have in common is kept, so that going through a document in order costs
/// little more than its keys. Text that holds JSON is entered with `#`.
struct PointerPath: Sendable {
  /// A value on the way, and how far its children were looked through.
  private struct Step {
    var token: Int32
    var next: Int32
    /// How many bytes the pointer to it has.
    var length: Int
    var child: Int32
    /// The child's place among its siblings.
    var index = 0

    init(_ token: Int32, _ tape: Tape, _ length: Int) {
      self.token = token
      next = tape.tokens[Int(token)].next
      self.length = length
      child = token + 1
    }

    func covers(_ target: Int32) -> Bool { token <= target && target < next }
  }

  /// The pointer to the value that was gone to last.
  private(set) var bytes = ByteBuffer()
  private var steps: [Step] = []
  private var prefix = 0

  /// Starts on another document.
  ///
  /// - Parameter index: The document's place in an array; none where it stands alone.
  mutating func reset(documentAt index: Int? = nil) {
    bytes.cut(to: 0)
    steps.removeAll(keepingCapacity: true)
    if let index {
      bytes.append(UInt8(ascii: "/"))
      bytes.append(decimal: index)
    }
    prefix = bytes.count
  }

  /// Goes to a value; nowhere is the root.
  mutating func go(to place: Place, in tape: Tape) {
    let target = max(place.token, 0)
    if let origin = tape.origin, target < tape.documentTokens {
      steps.removeAll(keepingCapacity: true)
      bytes.cut(to: prefix)
      bytes.append(origin.path(to: target))
      return
    }
    while let step = steps.last, !step.covers(target) { steps.removeLast() }
    if steps.isEmpty { enter(target, tape) }
    while let step = steps.last, step.token < target { descend(step, to: target, tape) }
    bytes.cut(to: steps.last?.length ?? prefix)
  }

  /// Begins at the root, at the template of a list, or at a text that was opened.
  private mutating func enter(_ target: Int32, _ tape: Tape) {
    bytes.cut(to: prefix)
    if let opening = tape.openings.last(where: { $0.root <= target && target < $0.end }) {
      go(to: Place(token: opening.parent), in: tape)
      for _ in 0..<opening.layers { bytes.append(UInt8(ascii: "#")) }
      steps.append(Step(opening.root, tape, bytes.count))
    } else if let base = tape.base, base.place.token <= target,
      target < tape.tokens[Int(base.place.token)].next
    {
      bytes.append(base.pointer)
      steps.append(Step(base.place.token, tape, bytes.count))
    } else {
      steps.append(Step(0, tape, bytes.count))
    }
  }

  /// Goes from a value to its child on the way to another.
  private mutating func descend(_ from: Step, to target: Int32, _ tape: Tape) {
    var step = from
    if target < step.child { (step.child, step.index) = (step.token + 1, 0) }
    while tape.tokens[Int(step.child)].next <= target {
      step.child = tape.tokens[Int(step.child)].next
      step.index += 1
    }
    bytes.cut(to: step.length)
    bytes.append(UInt8(ascii: "/"))
    if tape.tokens[Int(step.token)].kind == .array {
      bytes.append(decimal: step.index)
    } else {
      appendKey(of: tape.tokens[Int(step.child)], tape)
    }
    steps[steps.count - 1] = step
    steps.append(Step(step.child, tape, bytes.count))
  }

  /// A key, with its `~` and `/` escaped.
  private mutating func appendKey(of token: Token, _ tape: Tape) {
    let start = bytes.count
    if token.flags.contains(.keyEscaped) {
      bytes.append(tape.key(of: token))
    } else {
      tape.withBytes(token.keyRange) { bytes.append($0) }
    }
    let isPlain = bytes.withBytes(start..<bytes.count) { key in
      key.firstIndex(of: UInt8(ascii: "~"), from: 0) == key.count
        && key.firstIndex(of: UInt8(ascii: "/"), from: 0) == key.count
    }
    if !isPlain { escapeKey(from: start) }
  }

  private mutating func escapeKey(from start: Int) {
    let key = bytes.withBytes(start..<bytes.count) { Array($0) }
    bytes.cut(to: start)
    for byte in key {
      switch byte {
      case UInt8(ascii: "~"): bytes.append("~0" as StaticString)
      case UInt8(ascii: "/"): bytes.append("~1" as StaticString)
      default: bytes.append(byte)
      }
    }
  }
}

extension [UInt8] {
  /// Adds a number in decimal digits.
  mutating func append(decimal value: Int) {
    if (0..<10).contains(value) { return append(UInt8(ascii: "0") + UInt8(value)) }
    if value < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = value.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}

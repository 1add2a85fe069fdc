/// JSON Pointers to one value of a source after another.
///
/// What two neighbours have in common is kept, so that going through a document in order costs
/// little more than its keys. Text that holds JSON is entered with `#`.
struct PointerPath: ~Copyable {
  /// A value on the way, and how far its children were looked through.
  private struct Step {
    let token: Int32
    let next: Int32
    /// How many bytes the pointer to it has.
    let length: Int
    var child: Int32
    /// The child's place among its siblings.
    var index = 0

    @inline(__always)
    init(_ token: Int32, _ view: TapeView, _ length: Int) {
      self.token = token
      next = view.tokens[Int(token)].next
      self.length = length
      child = token + 1
    }

    @inline(__always)
    func covers(_ target: Int32) -> Bool { token <= target && target < next }
  }

  /// The pointer to the value that was gone to last.
  private(set) var pointer = PointerBytes()
  private var steps = Scratch<Step>()

  /// Starts on another document.
  mutating func reset() {
    pointer.cut(to: 0)
    steps.removeAll()
  }

  /// Goes to a value; nowhere is the root.
  mutating func go(to place: Place, in tape: Tape, _ view: TapeView) {
    let target = max(place.token, 0)
    if view.isForeign, Int(target) < view.documentTokens, let origin = tape.origin {
      reset()
      return pointer.append(origin.path(to: target))
    }
    var depth = steps.count
    while depth > 0, !steps.end(depth).pointee.covers(target) { depth -= 1 }
    steps.removeAll(from: depth)
    if depth == 0 { enter(target, tape, view) }
    pointer.cut(to: steps.end(steps.count).pointee.length)
    while steps.end(steps.count).pointee.token < target { descend(to: target, view) }
  }

  /// Begins at the root, at the template of a list, or at a text that was opened.
  private mutating func enter(_ target: Int32, _ tape: Tape, _ view: TapeView) {
    pointer.cut(to: 0)
    if Int(target) >= view.documentTokens,
      let opening = tape.openings.last(where: { $0.root <= target && target < $0.end })
    {
      go(to: Place(token: opening.parent), in: tape, view)
      for _ in 0..<opening.layers { pointer.append(UInt8(ascii: "#")) }
      steps.append(Step(opening.root, view, pointer.count))
    } else if let base = tape.base, base.place.token <= target,
      target < view.tokens[Int(base.place.token)].next
    {
      pointer.append(base.pointer)
      steps.append(Step(base.place.token, view, pointer.count))
    } else {
      steps.append(Step(0, view, 0))
    }
  }

  /// Goes from the last value to its child on the way to another.
  @inline(__always)
  private mutating func descend(to target: Int32, _ view: TapeView) {
    let step = steps.end(steps.count)
    if target < step.pointee.child {
      (step.pointee.child, step.pointee.index) = (step.pointee.token + 1, 0)
    }
    var child = view.tokens + Int(step.pointee.child)
    while child.pointee.next <= target {
      step.pointee.child = child.pointee.next
      step.pointee.index += 1
      child = view.tokens + Int(step.pointee.child)
    }
    if view.tokens[Int(step.pointee.token)].kind == .array {
      pointer.append(index: step.pointee.index)
    } else {
      pointer.append(
        key: UnsafeBufferPointer(
          start: view.bytes + Int(child.pointee.keyStart),
          count: Int(child.pointee.keyEnd - child.pointee.keyStart)),
        isEscaped: child.pointee.flags.contains(.keyEscaped))
    }
    steps.append(Step(step.pointee.child, view, pointer.count))
  }
}

/// A small JSON document as a tree: for the files of options, never for templates.
package indirect enum JSONValue: Sendable {
  /// Members in order; of two equal keys both stand.
  case object([(key: String, value: JSONValue)])
  /// Elements in order.
  case array([JSONValue])
  /// A text.
  case string(String)
  /// A number, a truth value or null, as it is spelled.
  case word(String)

  /// Reads a document.
  package init(reading bytes: Span<UInt8>) throws(ReadError) {
    var tape = Tape()
    try tape.load(bytes)
    self.init(tape, 0)
  }

  private init(_ tape: Tape, _ index: Int32) {
    let token = tape.tokens[Int(index)]
    switch token.kind {
    case .object:
      self = .object(
        JSONValue.children(tape, index).map {
          (tape.key(of: tape.tokens[Int($0)]), JSONValue(tape, $0))
        })
    case .array: self = .array(JSONValue.children(tape, index).map { JSONValue(tape, $0) })
    case .string: self = .string(tape.string(Place(token: index)))
    default: self = .word(tape.string(of: token.range))
    }
  }

  private static func children(_ tape: Tape, _ parent: Int32) -> [Int32] {
    var children: [Int32] = []
    var child = parent + 1
    while child < tape.tokens[Int(parent)].next {
      children.append(child)
      child = tape.tokens[Int(child)].next
    }
    return children
  }

  /// The members of an object; none for anything else.
  package var members: [(key: String, value: JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// A text, or a number or truth value as it is spelled.
  package var text: String? {
    switch self {
    case .string(let text), .word(let text): text
    case .object, .array: nil
    }
  }
}

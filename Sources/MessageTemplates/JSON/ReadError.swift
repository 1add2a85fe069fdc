/// Why bytes could not be read, with the place of the first byte that was wrong.
public struct ReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood there.
  public var found: String
  /// What would have been right.
  public var expected: String
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int
  /// The place in bytes, from 0.
  package var offset: Int

  package init(
    found: String, expected: String, offset: Int = 0, line: Int = 1, column: Int = 1
  ) {
    self.found = found
    self.expected = expected
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The sentence for people: what was found and what was expected.
  public var message: String { "Found \(found); expected \(expected)." }
  /// Place and sentence in one line.
  public var description: String { "\(line):\(column): \(message)" }
}

/// What happened to one thing on its way: data for programs, sentences for people.
public struct Finding: Hashable, Sendable {
  /// What it is about.
  public var code: Code
  /// How much it matters.
  public var severity: Severity
  /// JSON Pointers into the source; each covers what stands below it.
  public var sources: [String]
  /// JSON Pointers into the output; none where nothing arrived.
  public var targets: [String]
  /// The line of the first source, from 1.
  public var line: Int
  /// Its column in UTF-8 bytes, from 1.
  public var column: Int
  /// What stood in the source, if it is a value.
  public var before: String?
  /// What stands in the output.
  public var after: String?
  /// What happened, in a sentence.
  public var message: String
  /// What to do about it.
  public var remedy: String
}

/// One leaf of the source, with what became of it.
public struct Leaf: Hashable, Sendable {
  /// The JSON Pointer to the leaf.
  public var source: String
  /// What became of it.
  public var fate: Fate
  /// Where it landed.
  public var targets: [String]
  /// The finding that says why, by its place among the findings.
  public var finding: Int?
}

/// How many leaves had which fate.
public struct LeafCount: Hashable, Sendable {
  /// All leaves.
  public var total = 0
  /// Those that arrived.
  public var carried = 0
  /// Those that arrived in another form.
  public var adapted = 0
  /// Those that arrived weaker.
  public var degraded = 0
  /// Those that did not arrive.
  public var lost = 0
  /// Those that are transport.
  public var envelope = 0
}

/// Findings as people and programs read them: made when asked for.
extension Conversion {
  /// What changed on the way, in the order of the source.
  public var findings: [Finding] { findings { _ in true } }

  /// The findings of some codes.
  func findings(where isWanted: (Code) -> Bool) -> [Finding] {
    if let error { return [Finding(error)] }
    var rendering = Rendering()
    var findings: [Finding] = []
    rendering.begin(self)
    for index in 0..<rendering.count where isWanted(rendering.entry(index, of: self).code) {
      rendering.render(index, of: self)
      findings.append(rendering.text.finding)
    }
    return findings
  }

  /// How many leaves had which fate.
  public var leaves: LeafCount {
    var leaves = Leaves()
    return status == .converted ? LeafCount(source, &leaves) : LeafCount()
  }

  /// The fate of every leaf of the source.
  public var trace: [Leaf] {
    guard status == .converted else { return [] }
    var rendering = Rendering()
    rendering.begin(self)
    var trace = Trace()
    trace.begin(self, rendering)
    var leaves: [Leaf] = []
    while trace.renderNext(self, &rendering) { leaves.append(trace.text.leaf) }
    return leaves
  }

  /// The worst severity among the findings.
  public var severity: Severity? {
    error == nil ? source.log.entries.map(\.code.severity).max() : .error
  }

  /// The codes of the findings, without making the findings.
  public var codes: [Code] { error == nil ? source.log.entries.map(\.code) : [.unreadable] }
}

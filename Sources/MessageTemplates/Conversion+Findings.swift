/// Findings as people and programs read them: made when asked for.
extension Conversion {
  /// What changed on the way, in the order of the source.
  public var findings: [Finding] { findings { _ in true } }

  /// The findings of some codes.
  func findings(where isWanted: (Code) -> Bool) -> [Finding] {
    if let error { return [Finding(error)] }
    return withView { view in
      var rendering = Rendering()
      var text = ReportText()
      var findings: [Finding] = []
      rendering.begin(self, view)
      for index in 0..<rendering.count where isWanted(rendering.entry(index, of: self).code) {
        text.removeAll()
        rendering.write(index, of: self, view, linesBefore: 0, to: &text) { _, _ in false }
        findings.append(rendering.parts.finding(in: text.bytes))
      }
      return findings
    }
  }

  /// How many leaves had which fate.
  public var leaves: LeafCount {
    guard status == .converted else { return LeafCount() }
    return withView { view in
      var leaves = Leaves()
      return leaves.collect(source, view, keeping: false)
    }
  }

  /// The fate of every leaf of the source.
  public var trace: [Leaf] {
    guard status == .converted else { return [] }
    return withView { view in
      var rendering = Rendering()
      var text = ReportText()
      var leaves: [Leaf] = []
      rendering.begin(self, view)
      rendering.beginTrace(of: self, view)
      _ = rendering.leaves.collect(source, view, keeping: true)
      for index in 0..<rendering.leaves.all.count {
        text.removeAll()
        rendering.write(rendering.leaves.all[index], of: self, view, to: &text)
        leaves.append(rendering.leafParts.leaf(in: text.bytes))
      }
      return leaves
    }
  }

  /// The worst severity among the findings.
  public var severity: Severity? {
    error == nil ? source.log.entries.lazy.map { $0.code.severity }.max() : .error
  }

  /// Calls with the code of each finding.
  @inline(__always)
  package func forEachCode(_ body: (Code) -> Void) {
    if error != nil { return body(.unreadable) }
    source.log.entries.withValues { for entry in $0 { body(entry.code) } }
  }

  /// The codes of the findings, without making the findings.
  public var codes: [Code] { error == nil ? source.log.entries.map { $0.code } : [.unreadable] }
}

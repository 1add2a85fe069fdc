/// What another platform would say of a template that was converted for it.
extension Inspection {
  /// Inspects the outputs of a conversion as the target's own.
  ///
  /// The findings' places are in the output, which nobody has seen: what it was made of is named
  /// instead.
  package init(of conversion: Conversion, as target: Format) {
    guard conversion.status == .converted else {
      findings = conversion.findings.filter { $0.severity == .error }
      format = target
      status = .invalid
      return
    }
    let trace = conversion.trace
    let outputs = conversion.outputs
    var found: [Finding] = []
    for (index, output) in outputs.enumerated() {
      for finding in Inspection(of: output, as: target).findings {
        var finding = finding
        let prefix = outputs.count > 1 ? "/\(index)" : ""
        let places = finding.sources.map { prefix + $0 }
        finding.sources = conversion.sources(of: places, in: trace)
        (finding.line, finding.column) = conversion.location(of: finding.sources.first)
        found.append(finding)
      }
    }
    findings = found
    format = target
    status = found.contains { $0.severity == .error } ? .invalid : .valid
  }
}

extension Conversion {
  /// The language of what was written.
  package var language: String? { adapted.isEmpty ? nil : adapted[0].language?.string }

  /// Whether a document is loaded: what is unreadable then is a template in it.
  package var holdsDocument: Bool { !source.tape.tokens.isEmpty }

  /// The first leaf that landed in some places of the output.
  fileprivate func sources(of targets: [String], in trace: [Leaf]) -> [String] {
    let leaf = trace.first { leaf in
      leaf.targets.contains { landed in
        targets.contains { $0 == landed || landed.hasPrefix($0 + "/") || $0.isEmpty }
      }
    }
    return leaf.map { [$0.source] } ?? []
  }

  /// Where a pointer leads, as far as it does not enter text that holds JSON.
  fileprivate func location(of pointer: String?) -> (line: Int, column: Int) {
    let outer = String((pointer ?? "").prefix { $0 != "#" })
    return source.tape.location(of: source.tape.place(at: outer) ?? source.root)
  }
}

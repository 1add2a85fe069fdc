/// Reports as programs read them: one compact object.
extension Report {
  /// The report as JSON, and where in it the index stands, for a caller that learns it later.
  package var json: (bytes: [UInt8], index: Range<Int>) {
    var output = Output()
    output.beginObject()
    output.string("input", input)
    output.integer("index", index)
    let end = output.bytes.count
    if let line { output.integer("line", line) }
    if let from { output.string("from", from) }
    if let to { output.string("to", to) }
    if let rules { output.string("for", rules) }
    output.string("status", status)
    if let leaves { leaves.write(to: &output) }
    output.beginArray("findings")
    for finding in findings { finding.write(to: &output) }
    output.endArray()
    if let trace {
      output.beginArray("trace")
      for leaf in trace { leaf.write(to: &output) }
      output.endArray()
    }
    output.endObject()
    return (output.bytes, end - String(index).utf8.count..<end)
  }
}

extension LeafCount {
  fileprivate func write(to output: inout Output) {
    output.beginObject("leaves")
    output.integer("total", total)
    output.integer("carried", carried)
    output.integer("adapted", adapted)
    output.integer("degraded", degraded)
    output.integer("lost", lost)
    output.integer("envelope", envelope)
    output.endObject()
  }
}

extension Leaf {
  fileprivate func write(to output: inout Output) {
    output.beginObject()
    output.string("source", source)
    output.string("fate", fate.name)
    if !targets.isEmpty { output.strings("targets", targets) }
    if let finding { output.integer("finding", finding) }
    output.endObject()
  }
}

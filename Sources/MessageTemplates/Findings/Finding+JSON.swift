/// Findings as reports spell them.
extension Finding {
  /// The finding as one compact JSON object.
  package var json: [UInt8] {
    var output = Output()
    write(to: &output)
    return output.bytes
  }

  func write(to output: inout Output) {
    output.beginObject()
    output.string("code", code.id)
    output.string("severity", severity.name)
    output.strings("sources", sources)
    output.integer("line", line)
    output.integer("column", column)
    if !targets.isEmpty { output.strings("targets", targets) }
    if let before { output.string("before", before) }
    if let after { output.string("after", after) }
    output.string("message", message)
    if !remedy.isEmpty { output.string("remedy", remedy) }
    output.endObject()
  }
}

extension Output {
  mutating func strings(_ key: StaticString, _ values: [String]) {
    beginArray(key)
    for value in values {
      begin(nil)
      string(value)
    }
    endArray()
  }
}

/// Findings as reports spell them.
extension Finding {
  /// The finding as one compact JSON object.
  package var json: [UInt8] {
    var output = Output()
    FindingText(self).write(to: &output)
    return output.bytes
  }
}

extension FindingText {
  /// Adds the finding as one compact JSON object; its document begins behind some lines.
  func write(to output: inout Output, linesBefore: Int = 0) {
    output.beginObject()
    output.word("code", Catalogue.declaration(of: code).id)
    output.string("severity", severity.name)
    write("sources", sources, to: &output)
    output.integer("line", line + linesBefore)
    output.integer("column", column)
    if !targets.isEmpty { write("targets", targets, to: &output) }
    if let before { write("before", before, to: &output) }
    if let after { write("after", after, to: &output) }
    write("message", message, to: &output)
    if !remedy.isEmpty { write("remedy", remedy, to: &output) }
    output.endObject()
  }

  private func write(_ key: StaticString, _ text: Range<Int>, to output: inout Output) {
    output.begin(key)
    withText(text) { output.quote($0) }
  }

  private func write(_ key: StaticString, _ texts: [Range<Int>], to output: inout Output) {
    output.beginArray(key)
    for text in texts {
      output.begin(nil)
      withText(text) { output.quote($0) }
    }
    output.endArray()
  }
}

/// Variables and their samples.
extension Adaptation {
  /// Placeholders of another platform, which the target refuses.
  mutating func adaptPlaceholders(_ message: inout Message) {
    guard limits.hasOwnPlaceholders, let text = message.body?.text,
      let respelled = text.respelledPlaceholders
    else { return }
    log.add(.placeholderRespelled, at: text.place, target: text.place)
    message.body?.text = respelled
  }

  /// Samples go with their variables.
  mutating func adaptVariables(_ documents: inout [Template], before: Names) {
    if target == .canonical || samples.isEmpty { return }
    defer { shareSamples(&documents) }
    var counted = Names()
    counted.countsOnly = true
    for index in documents.indices { counted.collect(documents[index].messages) }
    if !inventsVariables, counted.met >= before.met { return }
    var after = Names()
    for index in documents.indices { after.collect(documents[index].messages) }
    let isGone = samples.contains { before.contains($0.name) && !after.contains($0.name) }
    if isGone {
      for sample in samples where before.contains(sample.name) && !after.contains(sample.name) {
        log.add(.sampleDropped, at: sample.value.place, detail: sample.name)
      }
      samples.removeAll { before.contains($0.name) && !after.contains($0.name) }
      for index in documents.indices { documents[index].samples = samples }
    }
  }
}

extension Adaptation {
  /// Of several documents each takes the samples of its own variables, the first the rest.
  private func shareSamples(_ documents: inout [Template]) {
    if documents.count < 2 { return }
    var used = Names()
    for document in documents { document.collectVariables(into: &used) }
    for index in documents.indices {
      var own = Names()
      documents[index].collectVariables(into: &own)
      documents[index].samples.removeAll { sample in
        !own.contains(sample.name) && (index > 0 || used.contains(sample.name))
      }
    }
  }
}

extension Text {
  /// `{{1}}` and `{{name}}` as variables; nil where there are none.
  var respelledPlaceholders: Text? {
    guard holds("{{") else { return nil }
    var result = ""
    let string = string
    var rest = Substring(string)
    var changed = false
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      let name = rest[open.upperBound..<close.lowerBound].trimmed
      let isName = !name.isEmpty && name.utf8.allSatisfy { $0 == 0x5F || $0.isAlphanumeric }
      result += rest[..<open.lowerBound]
      if isName {
        changed = true
        let isNumber = name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        result += "$(" + (isNumber ? "v" + name : name) + ")"
      } else {
        result += rest[open.lowerBound..<close.upperBound]
      }
      rest = rest[close.upperBound...]
    }
    result += rest
    return changed ? Text(result, at: place) : nil
  }
}

extension UInt8 {
  /// Whether an ASCII letter or digit.
  var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}

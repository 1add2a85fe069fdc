/// Variables and their samples.
extension Adaptation {
  /// Placeholders that are text where they come from are variables here, wherever they stand.
  mutating func respellPlaceholders(_ messages: inout [Message]) {
    guard respellsPlaceholders(of: messages) else { return }
    var spelling = PlaceholderSpelling(log: log.taken())
    for index in messages.indices where messages[index].native == nil || crosses {
      messages[index].accept(&spelling)
    }
    log = spelling.log
  }

  /// Whether the target has variables where the source has placeholders, or refuses them in an
  /// address; those that break a rule of the source's own were named when it was checked.
  @inline(__always)
  private func respellsPlaceholders(of messages: [Message]) -> Bool {
    if target == .canonical { return false }
    if source.capabilities.hasOwnPlaceholders { return log.contains(.foreignPlaceholder) }
    if limits.hasOwnPlaceholders || limits.numbersVariables { return crosses }
    return crosses && limits.traits.contains(.encodedAddresses)
      && messages.contains { $0.holdsBracesInAddress }
  }

  /// Placeholders of another platform, which the target refuses.
  mutating func adaptPlaceholders(_ message: inout Message) {
    guard message.body?.text?.holds(UInt8(ascii: "{")) ?? false, let text = message.body?.text,
      let respelled = text.respelledPlaceholders
    else { return }
    log.add(.placeholderRespelled, at: text.place, target: text.place)
    message.body?.text = respelled
  }

  /// Variables get the target's names; samples go with their variables.
  mutating func adaptVariables(_ documents: inout [Template], before: Names) {
    if target == .canonical { return }
    dropSamples(&documents, before: before)
    if limits.numbersVariables {
      for index in documents.indices { nameVariables(&documents[index]) }
    } else if source.capabilities.numbersVariables || source == .canonical {
      for index in documents.indices { breakVariables(&documents[index]) }
    }
  }

  /// The target's names for variables, each text's own.
  private mutating func nameVariables(_ template: inout Template) {
    var spelling = PlaceholderSpelling(log: log.taken())
    for index in template.messages.indices { template.messages[index].accept(&spelling) }
    var naming = VariableNaming(samples: template.samples, log: spelling.log)
    let style = naming.name(&template)
    log = naming.log
    renames += naming.names
    for sample in template.samples where !naming.names.contains(where: { $0.old == sample.name }) {
      log.add(.sampleLeftOut, at: sample.value.place)
    }
    for sample in template.samples where sample.value.isEmpty { absent(sample.value.place) }
    template.samples = naming.samples
    adaptStyle(style, &template.settings)
  }

  /// What the template says of its variables fits them.
  private mutating func adaptStyle(
    _ style: Settings.VariableStyle?, _ settings: inout Settings
  ) {
    guard let style, settings.variableStyle?.value != style else { return }
    if let given = settings.variableStyle {
      log.add(
        .variableStyleChanged, at: given.place, target: given.place,
        detail: style == .named ? "NAMED" : "POSITIONAL")
      settings.variableStyle = Located(style, at: given.place)
    } else if style == .named {
      settings.variableStyle = Located(.named)
    }
  }

  /// Text that would become a variable stays text.
  private mutating func breakVariables(_ template: inout Template) {
    var breaking = VariableBreaking(log: log.taken())
    for index in template.messages.indices { template.messages[index].accept(&breaking) }
    log = breaking.log
  }

  /// Samples go with their variables.
  private mutating func dropSamples(_ documents: inout [Template], before: Names) {
    if samples.isEmpty { return }
    if inventsVariables || !holdAll(before.met, &documents) {
      dropIdleSamples(&documents, before: before)
    }
    if documents.count > 1 { shareSamples(&documents) }
  }

  /// Whether so many variables stand in the documents still; they are only counted.
  private func holdAll(_ count: Int, _ documents: inout [Template]) -> Bool {
    var counted = Names()
    counted.countsOnly = true
    for index in documents.indices { counted.collect(&documents[index].messages) }
    return counted.met >= count
  }

  /// Drops the samples whose variables are gone.
  @inline(never)
  private mutating func dropIdleSamples(_ documents: inout [Template], before: Names) {
    var after = Names()
    for index in documents.indices { after.collect(&documents[index].messages) }
    let count = samples.count
    samples.removeAll { sample in
      if !before.contains(sample.key) || after.contains(sample.key) { return false }
      log.add(
        filled.contains(sample.name) ? .sampleUsed : .sampleDropped, at: sample.value.place,
        detail: sample.name)
      return true
    }
    if samples.count == count { return }
    for index in documents.indices { documents[index].samples = samples }
  }

  /// Of several documents each takes the samples of its own variables, the first the rest.
  private func shareSamples(_ documents: inout [Template]) {
    var used = Names()
    for index in documents.indices { used.collect(&documents[index].messages) }
    for index in documents.indices {
      var own = Names()
      own.collect(&documents[index].messages)
      documents[index].samples.removeAll { sample in
        !own.contains(sample.key) && (index > 0 || used.contains(sample.key))
      }
    }
  }
}

extension Adaptation {
  /// A text with samples in the place of its variables, where the target takes none.
  mutating func filled(_ text: Text) -> Text {
    filled += text.variables
    var result = ""
    var position = 0
    for mark in text.marks where mark.kind == .variable {
      result += text.slice(position..<mark.lower)
      let name = text.name(of: mark)
      result += samples.first { $0.name == name }?.value.string ?? ""
      position = mark.upper
    }
    result += text.slice(position..<text.count)
    return .plain(result.trimmed, at: text.place)
  }
}

extension UInt8 {
  /// Whether an ASCII letter or digit.
  var isAlphanumeric: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}

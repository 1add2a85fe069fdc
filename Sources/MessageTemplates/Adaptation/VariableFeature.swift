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

  /// Samples go with their variables; a variable without one is named.
  mutating func adaptVariables(_ documents: inout [Template], before: Set<String>) {
    if target == .canonical { return }
    var after = Set<String>()
    for index in documents.indices { after.formUnion(documents[index].variableNames) }
    let names = Set(samples.map(\.name))
    if names != after {
      for sample in samples where before.contains(sample.name) && !after.contains(sample.name) {
        log.add(.sampleDropped, at: sample.value.place, detail: sample.name)
      }
      samples.removeAll { before.contains($0.name) && !after.contains($0.name) }
      for index in documents.indices { documents[index].samples = samples }
    }
  }
}

extension Template {
  /// The names of all variables, sorted.
  package var variables: [String] { variableNames.sorted() }

  /// The names of all variables in all texts.
  var variableNames: Set<String> {
    var names = Set<String>()
    for message in messages { message.collectVariables(into: &names) }
    return names
  }
}

extension Message {
  func collectVariables(into names: inout Set<String>) {
    add(offer?.text, &names)
    add(offer?.expiration, &names)
    add(header, &names)
    add(body?.text, &names)
    add(footer?.text, &names)
    for button in buttons.items { add(button, &names) }
    for card in carousel?.cards ?? [] {
      add(card.header, &names)
      add(card.body?.text, &names)
      for button in card.buttons.items { add(button, &names) }
    }
  }

  private func add(_ text: Text?, _ names: inout Set<String>) {
    guard let text, !text.marks.isEmpty else { return }
    names.formUnion(text.variables)
  }

  private func add(_ header: Header?, _ names: inout Set<String>) {
    switch header?.content {
    case .text(let text): add(text, &names)
    case .media(let media):
      add(media.url, &names)
      add(media.caption, &names)
      add(media.fileName, &names)
      add(media.thumbnail, &names)
    case .location(let location):
      add(location.name, &names)
      add(location.address, &names)
    case nil: break
    }
  }

  private func add(_ button: Button, _ names: inout Set<String>) {
    add(button.label, &names)
    add(button.link, &names)
    switch button.action {
    case .url(let text), .phone(let text), .coupon(let text): add(text, &names)
    default: break
    }
  }
}

extension Text {
  /// `{{1}}` and `{{name}}` as variables; nil where there are none.
  var respelledPlaceholders: Text? {
    guard string.contains("{{") else { return nil }
    var result = ""
    var rest = Substring(string)
    var changed = false
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
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

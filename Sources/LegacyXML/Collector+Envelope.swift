import MessageTemplates

/// What a mapping by fields says of a template, apart from its message.
extension Collector {
  mutating func addCategory(_ values: FieldValues) {
    guard let node = values[.category] else { return }
    let token = open(node: node, key: number(named: "category"), isMade: true)
    if let purpose = translated(node, .category) {
      addMade("purpose", purpose, node)
      add(purpose.uppercased(), node, "spelling", isMade: false)
    } else {
      addText(node, key: number(named: "spelling"))
    }
    close(token)
  }

  mutating func addState(_ values: FieldValues) {
    guard let node = values[.state] ?? values[.reason] else { return }
    let token = open(node: node, key: number(named: "state"), isMade: true)
    if let state = values[.state] {
      let word = translated(state, .state)
      if word == "fail" { remark(.sourceNotApproved, at: tokenCount, refusal(values)) }
      add(.state, state, "audit")
    }
    if let reason = values[.reason] { add(.reason, reason, "reason") }
    close(token)
  }

  /// What the platform says of a template that it refused.
  private func refusal(_ values: FieldValues) -> String {
    guard let reason = values[.reason] else { return "fail" }
    return "fail, " + string(of: nodes[reason])
  }

  mutating func addSamples(_ values: FieldValues) {
    let samples = values.samples.filter { $0[0] >= 0 && $0[1] >= 0 }
    for sample in values.samples where sample[0] < 0 || sample[1] < 0 {
      for node in sample where node >= 0 { strays.append(Int32(node)) }
    }
    guard let first = samples.first else { return }
    let token = open(node: first[0], key: number(named: "samples"), isMade: true)
    for sample in samples {
      structural.append(Int32(sample[0]))
      let name = mapping?.variableName(bytes(of: sample[0])) ?? ""
      addText(sample[1], key: number(named: name))
    }
    close(token)
  }
}

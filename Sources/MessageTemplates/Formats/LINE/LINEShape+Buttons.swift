/// Buttons as LINE has them: addresses, numbers, answers, questions for a date.
extension LINEShape {
  /// An address without what must be encoded, a number without what is only for the eye.
  func settle(_ button: inout Button, _ adaptation: inout Adaptation) {
    settleKept(&button)
    switch button.action {
    case .url(let url?):
      if let encoded = url.percentEncoded { button.action = .url(encoded) }
    case .phone(let number?):
      let digits = number.string.filter { !" -()".contains($0) }
      if !number.hasVariables, !number.reads(digits) {
        button.action = .phone(Text(digits, at: number.place, markup: false))
      }
    case .dateTime(var question):
      settle(&question, &adaptation)
      button.action = .dateTime(question)
    case .reply(var reply) where reply.data == nil && reply.isSilent:
      reply.isSilent = false
      button.action = .reply(reply)
    default: break
    }
  }

  /// What an action has beyond the model: a member that excludes another goes.
  private func settleKept(_ button: inout Button) {
    guard !button.kept.isEmpty, case .reply(let reply) = button.action else { return }
    if !reply.isSilent { button.kept.removeAll { $0.key == "text" } }
    let opens = button.kept.contains { $0.key == "inputOption" && $0.json == "\"openKeyboard\"" }
    if !opens { button.kept.removeAll { $0.key == "fillInText" } }
  }

  /// A question for a date or a time, without the times that are none.
  private func settle(_ question: inout DateTime, _ adaptation: inout Adaptation) {
    if let mode = question.mode, !["date", "time", "datetime"].contains(mode.string) {
      adaptation.log.add(.wrongTypeDropped, at: mode.place, detail: "date, time or datetime")
      question.mode = .plain("datetime")
    }
    let mode = question.mode?.string ?? "datetime"
    question.mode = question.mode ?? .plain(mode)
    question.data = question.data ?? .plain(mode)
    for path in [\DateTime.initial, \.min, \.max] {
      guard let time = question[keyPath: path], !time.string.isTime(mode) else { continue }
      adaptation.log.add(.wrongTypeDropped, at: time.place, detail: "a \(mode)")
      question[keyPath: path] = nil
    }
    guard let min = question.min, let max = question.max,
      min.string.lowercased() >= max.string.lowercased()
    else { return }
    adaptation.log.add(.wrongTypeDropped, at: max.place, detail: "later than the earliest")
    question.max = nil
  }
}

/// One-time passwords in several languages, and their options elsewhere.
extension Check {
  /// A template that the platform writes in several languages: for passwords, without a label.
  mutating func checkSeveralLanguages(_ template: Template) {
    guard features.contains(.furtherLanguages), let first = template.furtherLanguages.first else {
      return
    }
    guard template.messages.contains(where: \.isOneTimePassword) else {
      return log.add(.languagesWithoutPassword, at: first.place)
    }
    for button in template.messages.flatMap(\.buttons.items) {
      guard case .oneTimePassword(let password) = button.action else { continue }
      for text in [button.label, password.autofillLabel].compactMap({ $0 }) {
        log.add(.labelInSeveralLanguages, at: text.place)
      }
    }
  }

  /// Options of a password on a message that hands over none.
  mutating func noteIdleOptions(_ message: inout Message) {
    guard features.contains(.authentication) else { return }
    if let advice = message.body?.securityAdvice, advice.value {
      log.add(.optionWithoutPassword, at: advice.place)
    }
    if let number = message.footer?.codeExpiration {
      log.add(.optionWithoutPassword, at: number.place)
    }
  }
}

extension Check {
  /// The value of a member that means something to this format alone.
  mutating func check(_ member: Kept, by rule: ObjectRules.Member) {
    guard let wanted = rule.wanted(insteadOf: member.json) else { return }
    log.add(.memberValueUnusual, at: member.place, detail: wanted)
  }
}

extension ObjectRules.Member {
  /// What the value should be, in words; nil where it is that.
  fileprivate func wanted(insteadOf json: String) -> String? {
    let isQuoted = json.hasPrefix("\"")
    let plain = isQuoted ? String(json.dropFirst().dropLast()) : json
    switch value {
    case .word:
      return isQuoted && words.contains(plain.uppercased()) ? nil : words.joined(separator: ", ")
    case .integer:
      if let number = Int(plain), number >= limit.minimum, number <= limit.maximum { return nil }
      return "\(limit.minimum) to \(limit.maximum)"
    case .boolean: return ["true", "false"].contains(plain) ? nil : "true or false"
    case .object: return json.hasPrefix("{") ? nil : "an object"
    default: return nil
    }
  }
}

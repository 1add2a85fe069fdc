import MessageTemplates

/// Masks what is private in reports: phone numbers, codes, and what stands behind `?` in links.
extension Report {
  mutating func redact() {
    findings = findings?.map { finding in
      var finding = finding
      finding.redact()
      return finding
    }
  }
}

extension Finding {
  fileprivate mutating func redact() {
    let isSecret = sources.contains { Finding.isSecret($0) }
    let isAddress = sources.contains { Finding.isAddress($0) }
    let mask = { Finding.masked($0, isSecret: isSecret, isAddress: isAddress) }
    let texts = [before, after].compactMap { $0 }.filter { !$0.isEmpty }
    before = before.map(mask)
    after = after.map(mask)
    for text in texts {
      let mask = mask(text)
      message = message.replacing(text, with: mask)
      remedy = remedy.replacing(text, with: mask)
    }
    message = Finding.maskedWords(message)
    remedy = Finding.maskedWords(remedy)
  }

  /// Whether a member holds a code or a number: its value is masked whatever it looks like.
  private static func isSecret(_ pointer: String) -> Bool {
    let name = pointer.split(separator: "/").last?.lowercased() ?? ""
    return ["phone", "coupon", "otp", "pin"].contains { name.contains($0) }
  }

  /// Whether a member holds an address: all behind its `?` is masked, spaces or not.
  private static func isAddress(_ pointer: String) -> Bool {
    let name = pointer.split(separator: "/").last?.lowercased() ?? ""
    return ["url", "uri", "link", "media", "handle"].contains { name.contains($0) }
  }

  private static func masked(_ text: String, isSecret: Bool, isAddress: Bool) -> String {
    if isAddress, text.contains("://"), let query = text.firstIndex(of: "?") {
      return maskedWords(String(text[..<query])) + "?***"
    }
    guard isSecret, !text.contains(" "), !text.contains("://") else { return maskedWords(text) }
    return String(repeating: "*", count: text.count)
  }

  /// Masks within a text: links behind their `?`, and words that look like numbers or codes.
  private static func maskedWords(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isWhitespace || "\"'`<>,;".contains(character) {
        result += maskedWord(word)
        result.append(character)
        word = ""
      } else {
        word.append(character)
      }
    }
    return maskedSpacedNumbers(result + maskedWord(word))
  }

  private static func maskedWord(_ word: String) -> String {
    if word.contains("://") {
      guard let query = word.firstIndex(of: "?") else { return word }
      return word[...query] + "***"
    }
    if word.hasPrefix("--") || word.hasPrefix("/") || word.contains("$(") { return word }
    let digits = word.lazy.filter(\.isNumber).count
    let letters = word.lazy.filter { $0.isLetter && $0.isUppercase }.count
    let isCode = digits >= 4 || (digits >= 1 && letters >= 2)
    return isCode ? String(word.map { $0.isNumber || $0.isLetter ? "*" : $0 }) : word
  }

  /// Masks numbers whose groups stand apart: `+49 30 901820`.
  private static func maskedSpacedNumbers(_ text: String) -> String {
    var characters = Array(text)
    var index = 0
    while index < characters.count {
      var end = index
      var digits = 0
      while end < characters.count, characters[end].isNumber || "+ -()/*".contains(characters[end])
      {
        if characters[end].isNumber { digits += 1 }
        end += 1
      }
      if digits >= 6 || (digits > 1 && characters[index] == "+") {
        for place in index..<end where characters[place].isNumber { characters[place] = "*" }
      }
      index = max(end, index + 1)
    }
    return String(characters)
  }
}

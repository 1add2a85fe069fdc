/// Platforms that number variables, or want their names in lower case.
extension Check {
  mutating func checkNumbers(_ template: Template) {
    var visitor = NumberCheck(
      isNamed: template.settings.variableStyle?.value == .named,
      hasPlainTitles: limits.hasPlainTitles, mostEmoji: limits[.emoji].maximum,
      shorteners: limits.shorteners)
    for var message in template.messages { message.accept(&visitor) }
    for (code, place, detail) in visitor.found { log.add(code, at: place, detail: detail) }
    if let (place, count) = visitor.manyEmoji {
      log.add(.manyEmoji, at: place, limit: limits[.emoji].maximum, found: count)
    }
    guard let place = visitor.namedText else { return }
    switch template.settings.variableStyle?.value {
    case .named: break
    case .positional:
      log.add(
        .variableStyleWrong, at: template.settings.variableStyle?.place ?? place,
        detail: "they have names")
    case nil: log.add(.variableStyleWrong, at: place, detail: "it is missing, and they have names")
    }
  }
}

extension Check {
  /// An app's package and signature, in the form that stores and tools give them.
  mutating func checkIdentity(of app: App) {
    if let package = app.package, !package.isPackageName {
      log.add(.appInvalid, at: package.place, detail: "package name")
    }
    if let signature = app.signature, !signature.isSignatureHash {
      log.add(.appInvalid, at: signature.place, detail: "signature hash")
    }
  }
}

extension App {
  /// Whether package and signature have the form that stores and tools give them.
  var isIdentified: Bool {
    package?.isPackageName ?? false && signature?.isSignatureHash ?? false
  }
}

extension Text {
  /// Two parts or more of letters, digits and underscores, up to 224 characters.
  fileprivate var isPackageName: Bool {
    let parts = string.split(separator: ".", omittingEmptySubsequences: false)
    return count <= 224 && parts.count >= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x5F }
      }
  }

  /// Eleven characters of base 64.
  fileprivate var isSignatureHash: Bool {
    count == 11 && string.utf8.allSatisfy { $0.isAlphanumeric || "+/=".utf8.contains($0) }
  }
}

/// Looks at the names and numbers of a template's texts.
private struct NumberCheck: TextVisitor {
  let isNamed: Bool
  let hasPlainTitles: Bool
  let mostEmoji: Int
  let shorteners: [String]
  /// A text with more emoji than reviewers take well.
  var manyEmoji: (place: Place, count: Int)?
  /// A text whose variables have names.
  var namedText: Place?
  var found: [(code: Code, place: Place, detail: String)] = []

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    if hasPlainTitles, role == .plain, !scope.contains("label"), text.string.holdsEmoji {
      found.append((.emojiNotShown, text.place, ""))
    }
    for host in shorteners where text.leads(to: host) {
      found.append((.linkShortened, text.place, host))
    }
    if scope == "body" { countEmoji(of: text) }
    if role != .other, text.holds("{{") { found.append((.bracesInText, text.place, "")) }
    guard role != .other, text.hasVariables else { return }
    if scope == "body" { countWords(of: text) }
    var numbers: [Int] = []
    for name in text.variables {
      let number = isNamed && role != .address ? nil : VariableScope.number(of: name, in: scope)
      if let number {
        numbers.append(number)
      } else if role != .address {
        namedText = text.place
        if !name.isStrictVariableName { found.append((.variableNameInvalid, text.place, name)) }
      } else {
        found.append((.urlVariableNamed, text.place, name))
      }
    }
    if let last = numbers.max(), Set(numbers).count != last {
      found.append((.variablesUnordered, text.place, ""))
    }
  }
}

extension NumberCheck {
  private mutating func countEmoji(of text: Text) {
    // Emoji begin with, or are marked by, few leading bytes, which count quickly.
    if mostEmoji == .max || text.withBytes({ $0.emojiLeads }) <= mostEmoji { return }
    let count = text.string.count { String($0).holdsEmoji }
    if count > mostEmoji { manyEmoji = (text.place, count) }
  }

  /// Fewer words than reviewers want for so many variables.
  private mutating func countWords(of text: Text) {
    let variables = text.variables.count
    var words = 0
    var position = 0
    for mark in text.marks where mark.kind == .variable {
      words += text.slice(position..<mark.lower).wordCount
      position = mark.upper
    }
    words += text.slice(position..<text.count).wordCount
    if words < 2 * variables + 1 {
      found.append((.fewWords, text.place, "\(words) words for \(variables) variables"))
    }
  }
}

extension String {
  /// How many words there are; where they are not set apart, every two letters count as one.
  fileprivate var wordCount: Int {
    split { !$0.isLetter && !$0.isNumber }.reduce(0) { count, word in
      let isApart = word.unicodeScalars.allSatisfy { $0.value < 0x0E00 }
      return count + (isApart ? 1 : (word.count + 1) / 2)
    }
  }
}

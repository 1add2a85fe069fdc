/// Platforms that number variables, or want their names in lower case.
extension Check {
  mutating func checkNumbers(_ template: inout Template) {
    var visitor = NumberCheck(
      isNamed: template.settings.variableStyle?.value == .named,
      hasPlainTitles: limits.hasPlainTitles, mostEmoji: limits[.emoji].maximum,
      shorteners: limits.shorteners)
    for index in template.messages.indices { template.messages[index].accept(&visitor) }
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
    if hasPlainTitles, role == .plain, text.holdsEmoji, !VariableScope.isLabel(scope) {
      found.append((.emojiNotShown, text.place, ""))
    }
    if text.holds(0x2F as UInt8) {
      for host in shorteners where text.leads(to: host) {
        found.append((.linkShortened, text.place, host))
      }
    }
    let isBody = role == .marked && scope == "body"
    if isBody { countEmoji(of: text) }
    if role != .other, text.holds("{{") { found.append((.bracesInText, text.place, "")) }
    guard role != .other, text.hasVariables else { return }
    if isBody { countWords(of: text) }
    checkNames(of: text, scope: scope, role: role)
  }
}

extension NumberCheck {
  private mutating func checkNames(of text: Text, scope: String, role: TextRole) {
    var numbers: [Int] = []
    text.withMarks { marks in
      for mark in marks where mark.kind == .variable {
        check(text.part(text.nameRange(of: mark)), of: text, scope, role, &numbers)
      }
    }
    if !numbers.isDense { found.append((.variablesUnordered, text.place, "")) }
  }

  /// Checks one name; a number is only collected.
  private mutating func check(
    _ name: Text, of text: Text, _ scope: String, _ role: TextRole, _ numbers: inout [Int]
  ) {
    if !isNamed || role == .address, let number = VariableScope.number(of: name, in: scope) {
      numbers.append(number)
    } else if role == .address {
      found.append((.urlVariableNamed, text.place, name.string))
    } else {
      namedText = text.place
      if !name.isStrictVariableName {
        found.append((.variableNameInvalid, text.place, name.string))
      }
    }
  }

  private mutating func countEmoji(of text: Text) {
    // Counting characters takes long; each has an emoji or a mark of its own.
    guard mostEmoji < .max, text.holdsEmoji(moreThan: mostEmoji) else { return }
    let count = text.emojiCount
    if count > mostEmoji { manyEmoji = (text.place, count) }
  }

  /// Fewer words than reviewers want for so many variables.
  private mutating func countWords(of text: Text) {
    let variables = text.variableCount
    let wanted = 2 * variables + 1
    let words = text.wordCount(upTo: wanted)
    if words < wanted {
      found.append((.fewWords, text.place, "\(words) words for \(variables) variables"))
    }
  }
}

extension Text {
  /// How many words stand around the variables; once there are enough, no more are counted.
  fileprivate func wordCount(upTo enough: Int) -> Int {
    var count = WordCount(upTo: enough)
    var position = 0
    for mark in marks where mark.kind == .variable {
      part(position..<mark.lower).withBytes { count.read($0) }
      position = mark.upper
    }
    part(position..<self.count).withBytes { count.read($0) }
    return count.words
  }
}

extension [Int] {
  /// Whether all numbers are there from 1 to the largest, in any order.
  fileprivate var isDense: Bool {
    if isEmpty { return true }
    var last = 0
    for number in sorted() {
      if number > last + 1 { return false }
      last = number
    }
    return true
  }
}

/// Variables under the names that the target has for them.
///
/// Some platforms number the variables of each text, or want names in lower case, and number those
/// of addresses in any case.
struct VariableNaming: TextVisitor {
  /// Whether the variables of texts go by their names.
  private(set) var isNamed = false
  /// The samples under the new names, in the order of the texts.
  private(set) var samples: [Sample] = []
  /// The old name and the new one of each variable, as often as it was named.
  private(set) var names: [(old: String, new: String)] = []
  /// What is worth knowing.
  var log = Log()
  private let given: [Sample]
  /// The names in lower case that are taken.
  private var taken: [(old: String, new: String)] = []

  init(samples: [Sample], log: Log) {
    given = samples
    self.log = log
  }

  /// Names the variables of a template; says how they are told apart, if there are any in texts.
  mutating func name(_ template: inout Template) -> Settings.VariableStyle? {
    var survey = VariableSurvey()
    for index in template.messages.indices { template.messages[index].accept(&survey) }
    let wantsNames = template.settings.variableStyle?.value == .named
    isNamed = survey.hasNames || (survey.hasNumbers && wantsNames)
    for index in template.messages.indices { template.messages[index].accept(&self) }
    if !survey.hasNames, !survey.hasNumbers { return nil }
    return isNamed ? .named : .positional
  }

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    guard role != .other, text.hasVariables else { return }
    let renamed = names(of: text, scope: scope, role: role)
    take(renamed, of: text, role: role)
    if renamed.contains(where: { $0.old != $0.new }) {
      text = text.renamed(renamed)
      note(renamed, text, scope: scope, role: role)
    }
  }

  /// The names in a text, each once, and what they become; in the order of their samples.
  private mutating func names(of text: Text, scope: String, role: TextRole)
    -> [(old: String, new: String)]
  {
    var olds: [String] = []
    for name in text.variables where !olds.contains(name) { olds.append(name) }
    if role != .address, isNamed { return olds.map { ($0, strictName($0)) } }
    let isOwn = olds.allSatisfy { VariableScope.number(of: $0, in: scope) != nil }
    if !isOwn {
      return olds.enumerated().map { ($0.element, VariableScope.name($0.offset + 1, in: scope)) }
    }
    let sorted = olds.enumerated().sorted {
      let left = VariableScope.number(of: $0.element, in: scope) ?? .max
      let right = VariableScope.number(of: $1.element, in: scope) ?? .max
      return (left, $0.offset) < (right, $1.offset)
    }
    return sorted.enumerated().map {
      ($0.element.element, VariableScope.name($0.offset + 1, in: scope))
    }
  }

  /// A name of lower-case letters, digits and underscores that no other variable has.
  private mutating func strictName(_ old: String) -> String {
    if let known = taken.first(where: { $0.old == old }) { return known.new }
    var name = old.isStrictVariableName ? old : old.snake
    if !name.utf8.contains(where: \.isAlphanumeric) { name = "value" }
    if !name.isStrictVariableName { name = "v" + name }
    var candidate = name
    var number = 2
    while taken.contains(where: { $0.new == candidate }) {
      candidate = "\(name)_\(number)"
      number += 1
    }
    taken.append((old, candidate))
    return candidate
  }

  /// Takes the samples over under the new names.
  private mutating func take(
    _ renamed: [(old: String, new: String)], of text: Text, role: TextRole
  ) {
    names += renamed
    for (old, new) in renamed where !samples.contains(where: { $0.name == new }) {
      guard let sample = given.first(where: { $0.name == old }), !sample.value.isEmpty else {
        continue
      }
      let value = role == .address ? sample.value.withoutStart(of: text) : sample.value
      samples.append(Sample(new, value))
    }
  }

  /// Says which names somebody has to know anew; where a number stands is no name.
  private mutating func note(
    _ renamed: [(old: String, new: String)], _ text: Text, scope: String, role: TextRole
  ) {
    let usesNumbers = role == .address || !isNamed
    for (old, new) in renamed where old != new {
      if usesNumbers, VariableScope.isNumbered(old, as: new) { continue }
      let number = usesNumbers ? VariableScope.number(of: new, in: scope) : nil
      let spelled = number.map { "{{\($0)}}" } ?? "{{\(new)}}"
      log.add(
        .variableRenamed, at: text.place, target: text.place,
        detail: "`\(spelled)` instead of `\(spelling(of: old, in: scope))`")
    }
  }
}

extension VariableNaming {
  /// A variable as its source spelled it: a number of the text, or a name.
  private func spelling(of name: String, in scope: String) -> String {
    VariableScope.number(of: name, in: scope).map { "{{\($0)}}" } ?? name
  }
}

/// Which kinds of names the variables of texts have.
private struct VariableSurvey: TextVisitor {
  var hasNames = false
  var hasNumbers = false

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    guard role == .plain || role == .marked else { return }
    for name in text.variables {
      if VariableScope.isInvented(name) { hasNumbers = true } else { hasNames = true }
    }
  }
}

extension Text {
  /// The text with its variables under other names.
  func renamed(_ names: [(old: String, new: String)]) -> Text {
    var result = Text.plain("", at: place)
    var shifts: [(position: Int, shift: Int)] = []
    var position = 0
    for mark in marks where mark.kind == .variable {
      let old = name(of: mark)
      guard let new = names.first(where: { $0.old == old })?.new else { continue }
      result.append(literal: slice(position..<mark.lower) + "$(\(new))")
      position = mark.upper
      shifts.append((mark.upper, result.string.utf8.count - mark.upper))
    }
    result.append(literal: String(slice(position..<string.utf8.count)))
    let moved = marks.map { mark in
      let lower = shifts.last { $0.position <= mark.lower }?.shift ?? 0
      let upper = shifts.last { $0.position <= mark.upper }?.shift ?? 0
      let range = mark.lower + lower..<mark.upper + upper
      return Mark(mark.kind, range, delimiter: Int(mark.delimiter))
    }
    return Text(result.string, marks: moved, at: place)
  }
}

/// The variable of a one-time password, where the platform wants it under its own name.
extension Adaptation {
  /// Gives the only variable of a password's text the name that the service wants.
  ///
  /// Which of several variables is the code nobody can say: then a note asks for the name.
  mutating func nameCode(_ template: inout Template) {
    guard let body = template.messages[0].body?.text, !log.contains(.pinMissing) else { return }
    let names = Set(body.variables)
    if names.contains(OneTimePassword.variable) { return }
    guard !isRepair, names.count == 1, let old = names.first else {
      return log.add(.pinMissing, at: body.place, target: body.place)
    }
    var renaming = Renaming(names: [(old, OneTimePassword.variable)])
    for index in template.messages.indices { template.messages[index].accept(&renaming) }
    renames += renaming.names
    for index in samples.indices where samples[index].name == old {
      samples[index] = Sample(OneTimePassword.variable, samples[index].value)
    }
    template.samples = samples
    log.add(
      .variableRenamed, at: body.place, target: body.place,
      detail: "`$(\(OneTimePassword.variable))` instead of `$(\(old))`")
  }
}

/// Gives variables other names wherever they stand.
private struct Renaming: TextVisitor {
  let names: [(old: String, new: String)]

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    if text.hasVariables { text = text.renamed(names) }
  }
}

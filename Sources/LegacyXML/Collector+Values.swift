import MessageTemplates

/// Values as members of the canonical form: as they stand, translated, or respelled.
extension Collector {
  /// A value as it stands, or as a table of the mapping translates it.
  mutating func add(_ field: Field, _ node: Int, _ key: String) {
    guard let word = translated(node, field) else { return addText(node, key: number(named: key)) }
    add(word, node, key, isMade: false)
  }

  /// A word that the document does not hold.
  mutating func addMade(_ key: String, _ word: String, _ node: Int) {
    add(word, node, key, isMade: true)
  }

  mutating func add(_ word: String, _ node: Int, _ key: String, isMade: Bool) {
    let start = composed.count
    composed.append(Array(word.utf8))
    addComposed(from: start, node, number(named: key), isMade: isMade)
  }

  func translated(_ node: Int, _ field: Field) -> String? {
    mapping?.content.values[Field.keys[field.rawValue]]?[string(of: nodes[node])]
  }

  func translated(_ node: Int, button field: ButtonField) -> String? {
    mapping?.content.values["button-\(field)"]?[string(of: nodes[node])]
  }

  /// A text with its variables as the canonical form spells them.
  mutating func addSpelled(_ node: Int, _ key: String, hasMarkup: Bool) {
    let key = number(named: key)
    if nodes[node].has(.hasElements) || traits[Int(nodes[node].role)].holdsHTML {
      return addInline(node, key, hasMarkup: hasMarkup)
    }
    noteTags(in: bytes(of: node))
    guard let (text, renamings) = mapping?.respelled(bytes(of: node), hasMarkup: hasMarkup) else {
      return addText(node, key: key)
    }
    add(text, renamings, node, key)
  }

  /// A text that was respelled, and the variables that got names by that.
  mutating func add(_ text: [UInt8], _ renamings: [Mapping.Renaming], _ node: Int, _ key: Int32) {
    var told: Set<String> = []
    for renaming in renamings where told.insert(renaming.spelling).inserted {
      remark(
        .placeholderNamed, at: tokenCount,
        "`\(renaming.spelling)` became the variable `\(renaming.name)`")
    }
    let start = composed.count
    composed.append(text)
    addComposed(from: start, node, key)
  }
}

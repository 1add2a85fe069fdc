import MessageTemplates

/// Texts in which elements stand: `<body>Hello <b>Ann</b></body>`.
///
/// Their words stand in the text, in order. What an element means the mapping's table `inline` says;
/// of one that it does not name the words stay, and a finding says so.
extension Collector {
  /// Whether an element has a meaning as a text, and what stands in it has none of its own.
  func holdsInline(_ element: Int, _ step: Int?, _ tree: PathTree) -> Bool {
    guard nodes[element].has(.hasElements), let step, let meaning = tree.steps[step].meaning,
      meaning.isText
    else { return false }
    var child = element + 1
    while child < Int(nodes[element].next) {
      let isKnown =
        nodes[child].kind == .element
        && tree.steps[step].next[names.strings[Int(nodes[child].role)]] != nil
      if isKnown { return false }
      child = Int(nodes[child].next)
    }
    return true
  }

  /// What attributes of elements in a text say is nothing of the text's.
  mutating func addInlineAttributes(_ element: Int) {
    for index in element + 1..<Int(nodes[element].next) where nodes[index].kind == .attribute {
      strays.append(Int32(index))
    }
  }

  /// Adds a text with its variables and marks as the canonical form spells them.
  mutating func addInline(_ node: Int, _ key: Int32, hasMarkup: Bool) {
    let isHTML = traits[Int(nodes[node].role)].holdsHTML
    let table = mapping?.content.values["inline"] ?? [:]
    var inline = Inline(
      isHTML: isHTML, hasMarkup: hasMarkup, hasLayout: isHTML || table.values.contains("line"))
    if nodes[node].has(.hasElements) {
      collect(node, into: &inline)
    } else {
      add(bytes(of: node), to: &inline)
    }
    let text = Array(inline.text[...].trimmedSpace)
    if !inline.unknown.isEmpty {
      remark(
        .elementFlattened, at: tokenCount,
        inline.unknown.map { "`\($0)`" }.joined(separator: ", "))
    }
    add(text, inline.renamings, node, key)
  }

  private func collect(_ element: Int, into inline: inout Inline) {
    var child = element + 1
    while child < Int(nodes[element].next) {
      switch nodes[child].kind {
      case .attribute: break
      case .text: add(bytes(of: child), to: &inline)
      case .element: enter(child, &inline)
      }
      child = Int(nodes[child].next)
    }
  }

  private func enter(_ element: Int, _ inline: inout Inline) {
    let name = names.strings[Int(nodes[element].role)]
    let meaning = inlineMeaning(of: name)
    if meaning == nil { inline.addUnknown(name) }
    if meaning == "line" { inline.breakLine() }
    let width = inline.begin(meaning)
    if isLeafElement(element) {
      add(bytes(of: element), to: &inline)
    } else {
      collect(element, into: &inline)
    }
    inline.marks.removeLast(width)
  }

  /// What the mapping says that an element does to its words.
  func inlineMeaning(of name: String) -> String? { mapping?.content.values["inline"]?[name] }

  private func add(_ words: ArraySlice<UInt8>, to inline: inout Inline) {
    if inline.isHTML { addHTML(words, to: &inline) } else { addWords(words, to: &inline) }
  }

  /// Adds words, with the marks of the elements around them; space at their ends stays outside.
  func addWords(_ words: ArraySlice<UInt8>, to inline: inout Inline) {
    let inner = words.trimmedSpace
    guard !inline.marks.isEmpty, !inner.isEmpty else { return spell(words, to: &inline) }
    inline.add(words[..<inner.startIndex])
    inline.text += inline.marks
    spell(inner, to: &inline)
    inline.text += inline.marks.reversed()
    inline.add(words[inner.endIndex...])
  }

  private func spell(_ words: ArraySlice<UInt8>, to inline: inout Inline) {
    guard let (text, renamings) = mapping?.respelled(words, hasMarkup: inline.hasMarkup) else {
      return inline.add(words)
    }
    inline.add(text[...])
    inline.renamings += renamings
  }
}

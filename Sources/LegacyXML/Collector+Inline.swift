import MessageTemplates

/// Texts in which elements stand: `<body>Hello <b>Ann</b></body>`.
///
/// Their words stand in the text, in order. What an element means the mapping's table `inline` says;
/// of one that it does not name the words stay, and a finding says so.
extension Collector {
  /// A text as it is put together.
  private struct Inline {
    var text: [UInt8] = []
    var renamings: [Mapping.Renaming] = []
    /// The delimiters of the elements that are open, outermost first.
    var marks: [UInt8] = []
    /// The elements whose meaning is not known.
    var unknown: [String] = []
    /// Whether an element begins lines, so that breaks and indents of the source are layout.
    let hasLayout: Bool

    /// Adds words as they are, or with their layout as one space.
    mutating func add(_ words: ArraySlice<UInt8>) {
      if !hasLayout {
        text += words
        return
      }
      for byte in words {
        let isSpace = byte <= 0x20
        if isSpace, text.last.map({ $0 <= 0x20 }) ?? true { continue }
        text.append(isSpace ? UInt8(ascii: " ") : byte)
      }
    }

    mutating func breakLine() {
      while text.last == UInt8(ascii: " ") { text.removeLast() }
      text.append(UInt8(ascii: "\n"))
    }
  }

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
      strays.append(index)
    }
  }

  /// Adds a text with its variables and marks as the canonical form spells them.
  mutating func addInline(_ node: Int, _ key: Int32, hasMarkup: Bool) {
    let table = mapping?.content.values["inline"] ?? [:]
    var inline = Inline(hasLayout: table.values.contains("line"))
    collect(node, into: &inline, hasMarkup: hasMarkup)
    let text = Array(inline.text[...].trimmedSpace)
    if !inline.unknown.isEmpty {
      remark(
        .elementFlattened, at: document.count,
        inline.unknown.map { "`\($0)`" }.joined(separator: ", "))
    }
    add(text, inline.renamings, node, key)
  }

  private func collect(_ element: Int, into inline: inout Inline, hasMarkup: Bool) {
    var child = element + 1
    while child < Int(nodes[element].next) {
      switch nodes[child].kind {
      case .attribute: break
      case .text: add(bytes(of: child), to: &inline, hasMarkup: hasMarkup)
      case .element: enter(child, &inline, hasMarkup: hasMarkup)
      }
      child = Int(nodes[child].next)
    }
  }

  private func enter(_ element: Int, _ inline: inout Inline, hasMarkup: Bool) {
    let name = names.strings[Int(nodes[element].role)]
    let meaning = mapping?.content.values["inline"]?[name]
    if meaning == nil, !inline.unknown.contains(name) { inline.unknown.append(name) }
    if meaning == "line" { inline.breakLine() }
    let mark = hasMarkup ? meaning.flatMap { Collector.marks[$0] } : nil
    if let mark { inline.marks += mark }
    if isLeafElement(element) {
      add(bytes(of: element), to: &inline, hasMarkup: hasMarkup)
    } else {
      collect(element, into: &inline, hasMarkup: hasMarkup)
    }
    if let mark { inline.marks.removeLast(mark.count) }
  }

  /// Adds words, with the marks of the elements around them; space at their ends stays outside.
  private func add(_ words: ArraySlice<UInt8>, to inline: inout Inline, hasMarkup: Bool) {
    let inner = words.trimmedSpace
    guard !inline.marks.isEmpty, !inner.isEmpty else {
      return spell(words, to: &inline, hasMarkup: hasMarkup)
    }
    inline.add(words[..<inner.startIndex])
    inline.text += inline.marks
    spell(inner, to: &inline, hasMarkup: hasMarkup)
    inline.text += inline.marks.reversed()
    inline.add(words[inner.endIndex...])
  }

  private func spell(_ words: ArraySlice<UInt8>, to inline: inout Inline, hasMarkup: Bool) {
    guard let (text, renamings) = mapping?.respelled(words, hasMarkup: hasMarkup) else {
      return inline.add(words)
    }
    inline.add(text[...])
    inline.renamings += renamings
  }

  /// How the canonical form marks words up.
  private static let marks: [String: [UInt8]] = [
    "bold": [UInt8(ascii: "*")], "italic": [UInt8(ascii: "_")], "strike": [UInt8(ascii: "~")],
    "code": Array("```".utf8),
  ]
}

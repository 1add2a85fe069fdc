import MessageTemplates

/// Texts in which HTML stands as text: `<![CDATA[Hello <b>Ann</b>]]>`.
///
/// Where the mapping says so, tags do what elements would. Else they stay as they stand, since
/// nobody but the export's owner knows whether they were meant, and a note names the first.
extension Collector {
  /// Adds a text that is HTML: its tags do what the mapping's table says, or else what HTML does.
  func addHTML(_ html: ArraySlice<UInt8>, to inline: inout Inline) {
    var open: [(name: String, width: Int)] = []
    var words: [UInt8] = []
    var rest = html
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), let tag = HTMLTag(rest) {
        addWords(words[...], to: &inline)
        words.removeAll(keepingCapacity: true)
        apply(tag, &open, &inline)
        rest = rest[tag.end...]
      } else if byte == UInt8(ascii: "&"), let found = HTMLTag.reference(rest) {
        words += Array(String(found.character).utf8)
        rest = rest.dropFirst(found.length)
      } else {
        words.append(byte)
        rest = rest.dropFirst()
      }
    }
    addWords(words[...], to: &inline)
    inline.marks.removeLast(open.reduce(0) { $0 + $1.width })
  }

  private func apply(
    _ tag: HTMLTag, _ open: inout [(name: String, width: Int)], _ inline: inout Inline
  ) {
    if tag.name.isEmpty { return }
    let meaning = inlineMeaning(of: tag.name) ?? HTMLTag.meanings[tag.name] ?? ""
    if tag.name == "br" {
      inline.breakLine()
    } else if meaning == "line", inline.text.last.map({ $0 != 0x0A }) == true {
      inline.breakLine()
    }
    if tag.isEnd { return close(tag.name, &open, &inline) }
    if meaning.isEmpty { inline.addUnknown(tag.name) }
    for attribute in tag.attributes {
      let path = [tag.name, "@" + attribute]
      if mapping?.isEnvelope(path) != true { inline.addUnknown(path.joined(separator: "/")) }
    }
    if !HTMLTag.empty.contains(tag.name) { open.append((tag.name, inline.begin(meaning))) }
  }

  /// Ends an element, and what was left open in it.
  private func close(
    _ name: String, _ open: inout [(name: String, width: Int)], _ inline: inout Inline
  ) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    for element in open[index...] { inline.marks.removeLast(element.width) }
    open.removeSubrange(index...)
  }

  /// Notes that tags stand in a text that will be added next, if they do.
  mutating func noteTags(in text: ArraySlice<UInt8>) {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if let tag = HTMLTag(rest), HTMLTag.meanings[tag.name] != nil {
        let spelling = String(decoding: rest[..<tag.end].prefix(60), as: UTF8.self)
        return remark(.tagsInText, at: tokenCount, spelling)
      }
      rest = rest.dropFirst()
    }
  }
}

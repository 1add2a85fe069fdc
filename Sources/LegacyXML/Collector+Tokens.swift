import MessageTemplates

/// Tokens out of nodes.
extension Collector {
  /// Opens an object or array that a node stands for.
  mutating func open(
    asArray isArray: Bool = false, node: Int, key: Int32? = nil, isMade: Bool = false
  ) -> Int32 {
    let start = nodes[node].has(.isEarlier) ? 0 : Int(nodes[node].start)
    let key = key.map { range(ofKey: $0) }
    tokenNodes.append(Int32(node))
    return document.open(asArray: isArray, at: start..<start, key: key, isMade: isMade)
  }

  /// Adds a node's text.
  mutating func addText(_ node: Int, key: Int32?, fate: Fate = .unread) {
    add(nodes[node].text, isComposed: nodes[node].has(.isComposed), node, key, fate)
  }

  /// Adds a text that is a stretch of the source or of the composed texts.
  mutating func add(
    _ text: Range<Int>, isComposed: Bool, _ node: Int, _ key: Int32?, _ fate: Fate,
    isMade: Bool = false
  ) {
    let key = key.map { range(ofKey: $0) }
    let isWide = isComposed ? check(composed, text) : check(source, text)
    if isComposed { composedTokens.append(document.count) }
    tokenNodes.append(Int32(node))
    document.text(at: text, key: key, isWide: isWide, isMade: isMade, fate: fate)
  }

  /// Whether a text holds more than ASCII; one that is no UTF-8 ends the reading.
  private mutating func check(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let isWide = bytes.span.extracting(range).isWide
    if isWide, (try? UTF8Span(validating: bytes.span.extracting(range))) == nil {
      fail(found: "bytes that are no UTF-8", expected: "UTF-8", at: range.lowerBound)
    }
    return isWide
  }

  /// Where a name stands among the composed texts.
  ///
  /// Keys are moved with the texts, when it is known where these will stand.
  private mutating func range(ofKey name: Int32) -> Range<Int> {
    if let range = keys[Int(name)] { return range }
    let start = composed.count
    composed.append(contentsOf: names.strings[Int(name)].utf8)
    keys[Int(name)] = start..<composed.count
    return start..<composed.count
  }
}

extension Span<UInt8> {
  /// Whether a byte beyond ASCII stands in it.
  var isWide: Bool {
    var all: UInt8 = 0
    for index in indices { all |= self[unchecked: index] }
    return all >= 0x80
  }
}

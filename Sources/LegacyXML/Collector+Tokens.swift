import CBytes
import MessageTemplates

/// Tokens out of nodes.
extension Collector {
  /// Opens an object or array that a node stands for; ``close(_:)`` ends it.
  mutating func open(
    asArray isArray: Bool = false, node: Int, key: Int32? = nil, isMade: Bool = false
  ) -> Int32 {
    let start = nodes[node].has(.isEarlier) ? 0 : nodes[node].start
    let token = tokenCount
    let found = add(node, key ?? -1)
    found.pointee.kind = isArray ? .array : .object
    found.pointee.start = start
    found.pointee.end = start
    found.pointee.isComposed = false
    found.pointee.isWide = false
    found.pointee.isMade = isMade
    found.pointee.fate = .unread
    return token
  }

  /// Ends an object or array.
  @inline(__always)
  mutating func close(_ token: Int32) { tokens[Int(token)].next = tokenCount }

  /// Adds a node's text.
  mutating func addText(_ node: Int, key: Int32?, fate: Fate = .unread) {
    let isComposed = nodes[node].has(.isComposed)
    add(nodes[node].textStart, nodes[node].textEnd, isComposed: isComposed, node, key ?? -1, fate)
  }

  /// Adds a text that was put together just now, and begins so far in the composed texts.
  mutating func addComposed(
    from start: Int, _ node: Int, _ key: Int32, isMade: Bool = false
  ) {
    add(
      UInt32(start), UInt32(composed.count), isComposed: true, node, key, .unread, isMade: isMade)
  }

  /// Adds a text that is a stretch of the source or of the composed texts.
  @inline(__always)
  private mutating func add(
    _ start: UInt32, _ end: UInt32, isComposed: Bool, _ node: Int, _ key: Int32, _ fate: Fate,
    isMade: Bool = false
  ) {
    let found = add(node, key)
    let kind = bytes_kind(isComposed ? composed.start : source.start, Int(start), Int(end))
    if kind == 2 { refuseBytes(at: Int(isComposed ? nodes[node].start : start)) }
    found.pointee.kind = .text
    found.pointee.start = start
    found.pointee.end = end
    found.pointee.isComposed = isComposed
    found.pointee.isWide = kind != 0
    found.pointee.isMade = isMade
    found.pointee.fate = fate
  }

  /// Adds a token for a node, with its key; the rest is still to be written.
  @inline(__always)
  private mutating func add(_ node: Int, _ key: Int32) -> UnsafeMutablePointer<ForeignToken> {
    let (keyStart, keyEnd) = range(ofKey: key)
    tokenNodes.append(Int32(truncatingIfNeeded: node))
    let found = tokens.add()
    found.pointee.keyStart = keyStart
    found.pointee.keyEnd = keyEnd
    found.pointee.next = tokenCount
    return found
  }

  /// Ends the reading at a text that is no UTF-8: libxml2 lets some of that pass.
  ///
  /// What else was wrong stands behind it, since templates are built when they are whole.
  @inline(never)
  private mutating func refuseBytes(at index: Int) {
    if hasBadText { return }
    hasBadText = true
    hasFailed = false
    fail(found: "bytes that are no UTF-8", expected: "UTF-8", at: index)
  }

  /// Where a name stands among the composed texts; no key for -1.
  ///
  /// Keys are moved with the texts, when it is known where these will stand.
  @inline(__always)
  private mutating func range(ofKey name: Int32) -> (UInt32, UInt32) {
    if name < 0 { return (ForeignToken.noKey, 0) }
    if traits[Int(name)].keyStart == ForeignToken.noKey { composeKey(Int(name)) }
    return (traits[Int(name)].keyStart, traits[Int(name)].keyEnd)
  }

  @inline(never)
  private mutating func composeKey(_ name: Int) {
    traits[name].keyStart = UInt32(composed.count)
    composed.append(Array(names.strings[name].utf8))
    traits[name].keyEnd = UInt32(composed.count)
  }
}

import MessageTemplates
import Synchronization

/// Where the values of some templates stood: XPath, line and column, computed when asked for.
final class Places: Origin {
  private let nodes: [Node]
  private let tokenNodes: [Int32]
  private let names: [String]
  private let runs: [Collector.Run]
  private let bytes: [UInt8]
  private let sourceCount: Int
  /// Of the first byte.
  private let line: Int
  private let column: Int
  /// Where the lines begin, once somebody asked.
  private let lineStarts = Mutex<[Int]>([])

  init(
    nodes: [Node], tokenNodes: [Int32], names: [String], runs: [Collector.Run], bytes: [UInt8],
    sourceCount: Int, line: Int, column: Int
  ) {
    self.nodes = nodes
    self.tokenNodes = tokenNodes
    self.names = names
    self.runs = runs
    self.bytes = bytes
    self.sourceCount = sourceCount
    self.line = line
    self.column = column
  }

  // MARK: XPath

  func path(to token: Int32) -> String { path(toNode: Int(tokenNodes[Int(token)])) }

  private func path(toNode index: Int) -> String {
    guard index >= 0 else { return "" }
    let node = nodes[index]
    let parent = path(toNode: Int(node.parent))
    switch node.kind {
    case .element: return parent + "/" + spelling(of: index) + predicate(of: index)
    case .attribute:
      let name = names[Int(node.name)]
      return parent + (name.hasPrefix("../") ? "/" : "/@" + prefix(ofAttribute: node)) + name
    case .text: return parent + "/text()"
    }
  }

  /// The name as the document spells it, prefix and all.
  private func spelling(of index: Int) -> String {
    let node = nodes[index]
    let name = names[Int(node.name)]
    if node.has(.isEarlier) { return name }
    let rest = bytes[min(Int(node.start) + 1, sourceCount)..<sourceCount].prefix(256)
    guard
      let colon = rest.prefix(while: { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F })
        .firstIndex(of: UInt8(ascii: ":"))
    else { return name }
    return String(decoding: rest[..<colon], as: UTF8.self) + ":" + name
  }

  /// What stands before an attribute's name, colon included.
  private func prefix(ofAttribute node: Node) -> String {
    if node.has(.isComposed) { return "" }
    let before = bytes[..<min(Int(node.textStart), sourceCount)].suffix(256)
    guard let quote = before.last, quote == 0x22 || quote == 0x27 else { return "" }
    let name = names[Int(node.name)].utf8
    let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
    let spelled = before.dropLast().reversed().drop(while: isSpace).dropFirst()
      .drop(while: isSpace).prefix { !isSpace($0) }
    return String(decoding: spelled.dropFirst(name.count).reversed(), as: UTF8.self)
  }

  /// Which of several elements of a name it is.
  private func predicate(of index: Int) -> String {
    let node = nodes[index]
    if node.parent < 0 { return "" }
    // How many more there are is not known yet where templates are read one by one.
    if node.position > 0 {
      return node.position > 1 || node.has(.isTemplate) ? "[\(node.position)]" : ""
    }
    var (position, count) = (0, 0)
    var sibling = Int(node.parent) + 1
    while sibling < Int(nodes[Int(node.parent)].next) {
      if nodes[sibling].kind == .element, nodes[sibling].name == node.name {
        count += 1
        if sibling <= index { position += 1 }
      }
      sibling = Int(nodes[sibling].next)
    }
    return count > 1 ? "[\(position)]" : ""
  }

  // MARK: Lines

  func location(of token: Int32, offset: Int) -> (line: Int, column: Int) {
    let index = tokenNodes[Int(token)]
    guard index >= 0 else { return (line, column) }
    let node = nodes[Int(index)]
    let isText = node.kind != .element || !node.has(.hasElements) && !node.text.isEmpty
    guard isText else { return location(ofByte: Int(node.start)) }
    let byte = Int(node.textStart) + min(offset, node.text.count)
    return location(ofByte: node.has(.isComposed) ? sourceIndex(ofComposed: byte) : byte)
  }

  /// Where a byte of the composed texts stood.
  private func sourceIndex(ofComposed byte: Int) -> Int {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].offset <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let run = runs[low - 1]
    return run.source + (run.isVerbatim ? byte - run.offset : 0)
  }

  private func location(ofByte byte: Int) -> (line: Int, column: Int) {
    lineStarts.withLock { starts in
      if starts.isEmpty { starts = indexLines() }
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= byte { low = middle + 1 } else { high = middle }
      }
      let before = byte - starts[low - 1]
      return (line + low - 1, before + (low == 1 ? column : 1))
    }
  }

  private func indexLines() -> [Int] {
    var starts = [0]
    for index in 0..<sourceCount where bytes[index] == 0x0A { starts.append(index + 1) }
    return starts
  }
}

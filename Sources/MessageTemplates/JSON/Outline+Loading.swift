internal import CBytes

/// Looking through what was written.
extension Outline {
  /// Where a text ends, and what is met on the way there.
  private enum Mark {
    static let quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ","), colon = UInt8(ascii: ":")
    static let object = UInt8(ascii: "{"), objectEnd = UInt8(ascii: "}")
    static let array = UInt8(ascii: "["), arrayEnd = UInt8(ascii: "]")
  }

  /// Looks through a document, and the texts in it that hold JSON.
  @inline(never)
  mutating func load(_ document: Int, _ output: Output) {
    loaded[document] = regions.count
    output.withBytes { bytes in
      add(Region(document: document), bytes)
      output.landings.withValues { for landing in $0 { open(landing, document, bytes) } }
    }
  }

  /// Looks through the text within which a value landed, unless that was done.
  private mutating func open(
    _ landing: Output.Landing, _ document: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard landing.inside > 0, let parent = find(landing.inside - 1, in: loaded[document]),
      !regions.contains(where: { $0.parent == parent })
    else { return }
    let start = Int(nodes[Int(parent)].offset) + 1
    let end = Int(nodes[Int(parent)].end)
    nodes[Int(parent)].end = nodes[Int(parent)].offset
    let text = unescaped(Array(bytes[start..<end]))
    let first = texts.count
    text.withUnsafeBufferPointer {
      texts.append($0)
      add(Region(document: document, parent: parent, text: first..<texts.count), $0)
    }
  }

  private mutating func add(_ region: Region, _ bytes: UnsafeBufferPointer<UInt8>) {
    var region = region
    let first = nodes.count
    scan(bytes)
    region.nodes = first..<nodes.count
    regions.append(region)
  }

  /// Goes through a document that is known to be one.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var next = Node(offset: 0, end: 0, around: -1, key: 0, keyEnd: Outline.isElement)
    var isInObject = false
    var at = 0
    while at < bytes.count {
      switch base[at] {
      case Mark.quote:
        let end = Outline.textEnd(base, at + 1, bytes.count)
        if isInObject, next.keyEnd == Outline.isElement {
          // A colon follows.
          (next.key, next.keyEnd) = (UInt32(at + 1), UInt32(end))
          at = end + 2
        } else {
          add(&next, at, end)
          at = end + 1
        }
      case Mark.object, Mark.array:
        isInObject = base[at] == Mark.object
        add(&next, at, 0)
        next.around = Int32(nodes.count - 1)
        at += 1
      case Mark.objectEnd, Mark.arrayEnd:
        next.around = nodes[Int(next.around)].around
        isInObject = next.around >= 0 && base[Int(nodes[Int(next.around)].offset)] == Mark.object
        at += 1
      case Mark.comma, Mark.colon, 0...0x20: at += 1
      default:
        let start = at
        while at < bytes.count, !Outline.endsWord(base[at]) { at += 1 }
        add(&next, start, at)
      }
    }
  }

  /// Adds a value, which has its key already if it is a member.
  @inline(__always)
  private mutating func add(_ node: inout Node, _ start: Int, _ end: Int) {
    (node.offset, node.end) = (UInt32(start), UInt32(end))
    if node.keyEnd == Outline.isElement, node.around >= 0 {
      node.key = nodes[Int(node.around)].end
      nodes[Int(node.around)].end += 1
    }
    nodes.append(node)
    node.keyEnd = Outline.isElement
  }

  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == Mark.comma || byte == Mark.objectEnd || byte == Mark.arrayEnd || byte <= 0x20
  }

  /// The quotation mark at the end of a text.
  @inline(__always)
  private static func textEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while true {
      at = bytes_find_quote(base, at, end)
      if at >= end || base[at] == Mark.quote { return min(at, end) }
      at += 2
    }
  }
}

/// The values of a conversion's outputs, each with the one around it: pointers to what landed.
///
/// An output is looked through when somebody first asks for a place in it, by an eye that knows that
/// we wrote it ourselves.
struct Outline: ~Copyable {
  /// A value.
  struct Node {
    /// Where it begins, quotation mark and all.
    var offset: UInt32
    /// Where a scalar ends, or its beginning if it is a text that was opened; how many children a
    /// container has.
    var end: UInt32
    /// The container around it; -1 for none.
    var around: Int32
    /// Its key, or else its place among its siblings.
    var key: UInt32
    var keyEnd: UInt32
  }

  /// The nodes of a document, or of a text in it that holds JSON.
  struct Region {
    var document: Int
    /// The text's node; -1 for a document.
    var parent: Int32 = -1
    /// Where among all such texts stands what the text says.
    var text = 0..<0
    var nodes = 0..<0
  }

  static let isElement = UInt32.max
  var nodes = Scratch<Node>()
  var regions: [Region] = []
  var texts = Scratch<UInt8>()
  /// The region of each document; -1 as long as nobody asked.
  var loaded = Scratch<Int>()
  /// The pointer to a value, and behind which container's it was made.
  private(set) var pointer = PointerBytes()
  private var memo: Int32 = -1
  private var memoLength = -1

  var isLarge: Bool { nodes.capacity > 1 << 12 }

  /// Starts on another conversion.
  mutating func reset(documents count: Int) {
    nodes.removeAll()
    if !regions.isEmpty { regions.removeAll(keepingCapacity: true) }
    texts.removeAll()
    loaded.removeAll()
    for _ in 0..<count { loaded.append(-1) }
    memoLength = -1
  }

  /// Whether a document was looked through.
  @inline(__always)
  func has(_ document: Int) -> Bool { loaded[document] >= 0 }

  /// The node on which a value landed, and its region; nil where nothing stands there.
  @inline(__always)
  func node(of landing: Output.Landing, in document: Int) -> (node: Int32, region: Int)? {
    let region = loaded[document]
    guard landing.inside > 0 else {
      return find(landing.offset, in: region).map { ($0, region) }
    }
    guard let parent = find(landing.inside - 1, in: region),
      let inner = regions.firstIndex(where: { $0.parent == parent })
    else { return nil }
    return find(landing.offset, in: inner).map { ($0, inner) }
  }

  /// Makes the pointer to a node; the bytes are those of its document.
  mutating func point(at node: Int32, _ region: Int, of document: UnsafeBufferPointer<UInt8>) {
    let around = nodes[Int(node)].around
    if around < 0 {
      pointer.cut(to: 0)
      memoLength = -1
      return begin(region, document)
    }
    if memoLength < 0 || memo != around {
      point(at: around, region, of: document)
      (memo, memoLength) = (around, pointer.count)
    }
    pointer.cut(to: memoLength)
    append(keyOf: nodes[Int(node)], region, document)
  }

  /// Goes on by the way from one value of the source to another.
  mutating func append(_ way: UnsafeBufferPointer<UInt8>) { pointer.append(way) }

  /// A scalar's text; none for a container, or a text that was opened.
  func text(of node: Int32, _ region: Int, in document: UnsafeBufferPointer<UInt8>)
    -> SpelledText?
  {
    let value = nodes[Int(node)]
    let bytes = bytes(of: region, document)
    let first = bytes[Int(value.offset)]
    let isContainer = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    if isContainer || value.end == value.offset { return nil }
    let start = Int(value.offset) + (first == UInt8(ascii: "\"") ? 1 : 0)
    let text = UnsafeBufferPointer(rebasing: bytes[start..<Int(value.end)])
    let isEscaped = text.firstIndex(of: UInt8(ascii: "\\"), from: 0) < text.count
    return SpelledText(text, isEscaped: isEscaped)
  }

  /// Begins at a document, which stands in an array if there are several, or at an opened text.
  private mutating func begin(_ region: Int, _ document: UnsafeBufferPointer<UInt8>) {
    let (index, parent) = (regions[region].document, regions[region].parent)
    if parent >= 0 {
      point(at: parent, loaded[index], of: document)
      pointer.append(UInt8(ascii: "#"))
    } else if loaded.count > 1 {
      pointer.append(index: index)
    }
  }

  @inline(__always)
  private mutating func append(
    keyOf node: Node, _ region: Int, _ document: UnsafeBufferPointer<UInt8>
  ) {
    if node.keyEnd == Outline.isElement { return pointer.append(index: Int(node.key)) }
    let key = UnsafeBufferPointer(
      rebasing: bytes(of: region, document)[Int(node.key)..<Int(node.keyEnd)])
    let isEscaped = key.firstIndex(of: UInt8(ascii: "\\"), from: 0) < key.count
    pointer.append(key: key, isEscaped: isEscaped)
  }

  @inline(__always)
  private func bytes(of region: Int, _ document: UnsafeBufferPointer<UInt8>)
    -> UnsafeBufferPointer<UInt8>
  {
    if regions[region].parent < 0 { return document }
    return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(texts.values)[regions[region].text])
  }

  /// The node that begins at a byte.
  func find(_ offset: UInt32, in region: Int) -> Int32? {
    var (low, high) = (regions[region].nodes.lowerBound, regions[region].nodes.upperBound)
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low < end && nodes[low].offset == offset ? Int32(low) : nil
  }
}

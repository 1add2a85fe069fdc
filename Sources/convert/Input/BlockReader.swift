/// Reads a file in blocks of whole lines, however long the lines are.
struct BlockReader {
  private let descriptor: Int32
  private let size: Int
  /// The beginning of a line whose end is not read yet.
  private var begun: [UInt8] = []
  private static let step = 1 << 16
  /// Whether the end of a line may stand in it all the same.
  private var isUnsearched = false
  /// Whether everything was read.
  private(set) var isAtEnd = false

  /// Starts on an open file.
  init(_ descriptor: Int32, size: Int) {
    self.descriptor = descriptor
    self.size = size
  }

  /// The next whole lines, or what remains at the end.
  ///
  /// A block that is not full is handed on as soon as nothing more is there to be read, so that a
  /// slow writer's lines do not wait. A long line is a block of its own.
  mutating func next() throws(Failure) -> [UInt8] {
    var block = begun
    begun = []
    var searched = isUnsearched ? 0 : block.count
    isUnsearched = false
    while true {
      if block.count > searched, block.count >= size || !File.isReady(descriptor) {
        let isLong = searched >= Chunk.longLine
        if let end = isLong
          ? Memory.find(0x0A, in: block, from: searched).map({ $0 + 1 })
          : lastLineEnd(in: block, from: searched)
        {
          begun = Array(block[end...])
          isUnsearched = isLong && !begun.isEmpty
          block.removeSubrange(end...)
          return block
        }
        searched = block.count
      }
      // The first step is small, since most files are; the next fills the block, and a line that
      // is longer gets no more than it needs.
      let room = block.isEmpty ? BlockReader.step : max(size - block.count, 4 * BlockReader.step)
      guard try File.read(descriptor, atMost: room, onto: &block) > 0 else {
        isAtEnd = true
        return block
      }
    }
  }

  /// The first bytes, which stay to be read.
  mutating func peek() throws(Failure) -> [UInt8] {
    if begun.isEmpty {
      isAtEnd = try File.read(descriptor, atMost: BlockReader.step, onto: &begun) == 0
      isUnsearched = true
    }
    return begun
  }

  /// The next bytes, whatever stands in them; none at the end.
  mutating func bytes() throws(Failure) -> [UInt8] {
    var block = begun
    begun = []
    isUnsearched = false
    if block.isEmpty {
      isAtEnd = try File.read(descriptor, atMost: BlockReader.step, onto: &block) == 0
    }
    return block
  }

  /// Adds all that is left.
  mutating func rest(onto bytes: inout [UInt8]) throws(Failure) {
    bytes += begun
    begun = []
    while try File.read(descriptor, atMost: 4 * BlockReader.step, onto: &bytes) > 0 {}
    isAtEnd = true
  }

  private func lastLineEnd(in block: [UInt8], from start: Int) -> Int? {
    var index = block.count
    while index > start {
      if block[index - 1] == 0x0A { return index }
      index -= 1
    }
    return nil
  }
}

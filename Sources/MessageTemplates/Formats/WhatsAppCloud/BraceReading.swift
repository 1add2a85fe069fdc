/// A text on its way from double braces to variables of the model's spelling.
struct BraceReading {
  private var bytes = ByteBuffer()
  /// Where something looks like a variable of the model's own spelling and is text.
  private var openings: [Int] = []
  private let scope: String
  /// The longest placeholder, braces and all.
  private static let longest = 51

  /// Begins with room for a text of so many bytes, whose variables have names.
  init(scope: String, room: Int) {
    self.scope = scope
    bytes.reserve(room + 32)
  }

  /// Reads a text.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var index = text.firstIndex(of: UInt8(ascii: "{"), from: 0)
    while index < text.count {
      if let (name, end) = text.placeholder(at: index), end - index <= BraceReading.longest {
        append(UnsafeBufferPointer(rebasing: text[position..<index]))
        append(variable: UnsafeBufferPointer(rebasing: text[name]))
        position = end
        index = position - 1
      }
      index = text.firstIndex(of: UInt8(ascii: "{"), from: index + 1)
    }
    append(UnsafeBufferPointer(rebasing: text[position...]))
  }

  /// The text, with its variables and, if wanted, its markup.
  func text(markup: Bool, at place: Place, in arena: Arena?) -> Text {
    if openings.isEmpty {
      return bytes.withBytes { Text($0, markup: markup, at: place, in: arena) }
    }
    var masked = bytes.withBytes { Array($0) }
    for opening in openings { masked[opening] = 0x7F }
    let marks = Text.marks(in: String(decoding: masked, as: UTF8.self), markup: markup)
    return Text(bytes.string(0..<bytes.count), marks: marks, at: place)
  }

  /// Adds what stands between placeholders.
  private mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    if run.holds("$(") {
      for index in run.indices where UnsafeBufferPointer(rebasing: run[index...]).begins("$(") {
        openings.append(bytes.count + index)
      }
    }
    bytes.append(run)
  }

  /// Adds a variable: a number by its scope, a name as it is.
  private mutating func append(variable name: UnsafeBufferPointer<UInt8>) {
    bytes.append("$(")
    if name.allSatisfy({ (0x30...0x39).contains($0) }) {
      bytes.append(VariableScope.name(name.decimal ?? 0, in: scope))
    } else {
      bytes.append(name)
    }
    bytes.append(UInt8(ascii: ")"))
  }
}

/// Placeholders in double braces, wherever they stand, as variables.
struct PlaceholderSpelling: TextVisitor {
  var log: Log
  /// Whether texts that may be marked up wait until it is known what of them is markup.
  var leavesMarkedTexts = false

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    if role == .marked, leavesMarkedTexts { return }
    guard role != .other, let respelled = text.respelledPlaceholders else { return }
    log.add(.placeholderRespelled, at: text.place, target: text.place)
    text = Text(respelled.string, at: text.place, markup: role == .marked)
  }
}

/// What looks like a variable of the target's and is none in the source.
struct VariableBreaking: TextVisitor {
  var log: Log

  mutating func visit(_ text: inout Text, scope: String, role: TextRole) {
    guard text.count(of: "$(") > text.variableCount else { return }
    let variables = text.marks.filter { $0.kind == .variable }.map(\.lower)
    let bytes = Array(text.string.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      result.append(bytes[index])
      let isOpening =
        bytes[index] == UInt8(ascii: "$") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "(")
      if isOpening, !variables.contains(index) { result += Array("\u{200B}".utf8) }
    }
    if result.count == bytes.count { return }
    log.add(.variableBroken, at: text.place, target: text.place)
    let string = String(decoding: result, as: UTF8.self)
    text = Text(string, at: text.place, markup: role == .marked)
  }
}

extension Text {
  /// Whether lower-case letters, digits and underscores, and no digit first.
  var isStrictVariableName: Bool { withBytes(\.isStrictVariableName) }
}

extension String {
  /// Whether lower-case letters, digits and underscores, and no digit first.
  var isStrictVariableName: Bool {
    var copy = self
    return copy.withUTF8(\.isStrictVariableName)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isStrictVariableName: Bool {
    guard let first, !(0x30...0x39).contains(first), count <= 50 else { return false }
    return allSatisfy(\.isNameByte)
  }
}

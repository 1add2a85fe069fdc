/// A small JSON document that is written member by member.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Adds an object, as a member or an element.
  mutating func object(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    enclosed(key, "{", "}", body)
  }

  /// Adds an array.
  mutating func array(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    enclosed(key, "[", "]", body)
  }

  mutating func member(_ key: String, _ value: String) {
    begin(key)
    quote(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    begin(key)
    bytes += String(value).utf8
  }

  private mutating func enclosed(
    _ key: String?, _ opening: String, _ closing: String, _ body: (inout JSONText) -> Void
  ) {
    begin(key)
    bytes += opening.utf8
    needsComma = false
    body(&self)
    bytes += closing.utf8
    needsComma = true
  }

  private mutating func begin(_ key: String?) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
    guard let key else { return }
    quote(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        bytes += (byte < 0x10 ? "\\u000" : "\\u00").utf8
        bytes += String(byte, radix: 16).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

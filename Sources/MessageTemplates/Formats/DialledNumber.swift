/// Numbers in addresses of the scheme `tel`.
extension Text {
  /// The number that an address dials; nil for an address of another scheme.
  var dialledNumber: Text? {
    let address = string
    guard address.lowercased().hasPrefix("tel:") else { return nil }
    return Text(address.dropFirst(4).percentDecoded, at: place, markup: false)
  }
}

extension Substring {
  /// The text with what ASCII was percent-encoded as it reads; other bytes stay encoded.
  fileprivate var percentDecoded: String {
    if !utf8.contains(UInt8(ascii: "%")) { return String(self) }
    let encoded = Array(utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var index = 0
    while index < encoded.count {
      if encoded[index] == UInt8(ascii: "%"), index + 2 < encoded.count,
        let high = hexDigit(encoded[index + 1]), let low = hexDigit(encoded[index + 2]),
        case let byte = UInt8(high) << 4 | UInt8(low), (0x20..<0x7F).contains(byte)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(encoded[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// JSON without the white space between its tokens.
func compacted(_ json: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(json.count)
  var inString = false
  var isEscaped = false
  for byte in json {
    if !inString, byte <= 0x20 { continue }
    result.append(byte)
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = inString
    } else if byte == UInt8(ascii: "\"") {
      inString.toggle()
    }
  }
  return result
}

/// Compact JSON, laid out for people: two spaces a level, empty containers on one line.
package func prettyPrinted(_ compact: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(compact.count * 2)
  var depth = 0
  var inString = false
  var index = 0
  func newline() {
    result.append(0x0A)
    result.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }
  while index < compact.count {
    let byte = compact[index]
    index += 1
    if inString {
      result.append(byte)
      if byte == UInt8(ascii: "\\"), index < compact.count {
        result.append(compact[index])
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        inString = false
      }
      continue
    }
    switch byte {
    case UInt8(ascii: "\""):
      inString = true
      result.append(byte)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      result.append(byte)
      if index < compact.count, compact[index] == byte + 2 {
        result.append(compact[index])
        index += 1
      } else {
        depth += 1
        newline()
      }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      newline()
      result.append(byte)
    case UInt8(ascii: ","):
      result.append(byte)
      newline()
    case UInt8(ascii: ":"):
      result.append(byte)
      result.append(0x20)
    case 0x20, 0x0A, 0x0D, 0x09: break
    default: result.append(byte)
    }
  }
  return result
}

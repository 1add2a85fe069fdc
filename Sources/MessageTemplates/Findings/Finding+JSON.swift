/// Findings as reports spell them.
extension Finding {
  /// The finding as one compact JSON object.
  package var json: [UInt8] {
    var output = Output()
    FindingText(self).write(to: &output)
    return output.bytes
  }
}

extension FindingText {
  /// Adds the finding as one compact JSON object; its document begins behind some lines.
  func write(to output: inout Output, linesBefore: Int = 0) {
    let id = Catalogue.declaration(of: code).id
    let length =
      sources.reduce(0) { $0 + $1.count * 6 + 3 }
      + targets.reduce(0) { $0 + $1.count * 6 + 3 }
    bytes.withBytes { bytes in
      output.beginObject()
      output.block(atMost: 160 + id.utf8CodeUnitCount + length) { room in
        room.literal("\"code\":\"")
        room.literal(id)
        room.literal("\",\"severity\":\"")
        room.literal(severity.word)
        room.literal("\",\"sources\":")
        room.quoted(sources, of: bytes)
        room.literal(",\"line\":")
        room.decimal(line + linesBefore)
        room.literal(",\"column\":")
        room.decimal(column)
        if !targets.isEmpty {
          room.literal(",\"targets\":")
          room.quoted(targets, of: bytes)
        }
      }
      if let before { output.string("before", UnsafeBufferPointer(rebasing: bytes[before])) }
      if let after { output.string("after", UnsafeBufferPointer(rebasing: bytes[after])) }
      output.string("message", UnsafeBufferPointer(rebasing: bytes[message]))
      if !remedy.isEmpty { output.string("remedy", UnsafeBufferPointer(rebasing: bytes[remedy])) }
      output.endObject()
    }
  }
}

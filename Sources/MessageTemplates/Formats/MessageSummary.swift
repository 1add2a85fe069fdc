/// What stands for a message where it cannot be shown: header, body and cards as plain text.
extension Message {
  /// The summary, within a limit.
  func plainSummary(within limit: Limit) -> String {
    withSummary(within: limit) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls with the summary, which is never empty.
  func withSummary<Result>(
    within limit: Limit, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    collect(into: &bytes)
    if bytes.allSatisfy({ $0 <= 0x20 }) { bytes = Array("…".utf8) }
    if bytes.count > limit.maximum {
      let text = Text(String(decoding: bytes, as: UTF8.self), at: .nowhere, markup: false)
      if limit.count(text) > limit.maximum {
        bytes = Array(text.abbreviated(to: limit.maximum, limit).string.utf8)
      }
    }
    return bytes.withUnsafeBufferPointer(body)
  }

  private func collect(into bytes: inout [UInt8]) {
    if case .text(let text) = header?.content { bytes.add(text, "\n") }
    if let title = self.body?.title { bytes.add(title, "\n") }
    if let text = self.body?.text { bytes.add(text, "\n") }
    if let carousel {
      let cards = carousel.cards.span
      for index in cards.indices {
        if let text = cards[index].body?.title ?? cards[index].body?.text?.firstLine {
          bytes.add(text, " · ")
        }
      }
    }
    if !bytes.isEmpty { return }
    if let text = footer?.text { bytes.add(text, "\n") }
    let labels = carousel?.cards.flatMap(\.buttons.items) ?? buttons.items
    if bytes.isEmpty { for button in labels { button.label.map { bytes.add($0, " · ") } } }
  }
}

extension [UInt8] {
  /// Adds a text without its markup behind what there is.
  fileprivate mutating func add(_ text: Text, _ separator: StaticString) {
    if text.isBlank { return }
    if !isEmpty {
      append(
        contentsOf: UnsafeBufferPointer(
          start: separator.utf8Start, count: separator.utf8CodeUnitCount))
    }
    if !text.hasMarkup { return text.withBytes { append(contentsOf: $0) } }
    for run in text.runs { text.part(run.range).withBytes { append(contentsOf: $0) } }
  }
}

extension Text {
  /// What stands before the first line break.
  fileprivate var firstLine: Text {
    guard let end = withBytes({ bytes in bytes.firstIndex(of: 0x0A) }) else { return self }
    return Text(slice(0..<end), at: place)
  }
}

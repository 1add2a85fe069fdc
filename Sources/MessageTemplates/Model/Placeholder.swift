/// Placeholders in double braces, as several platforms spell variables: `{{1}}`, `{{ name }}`.
extension UnsafeBufferPointer<UInt8> {
  /// The name in double braces that begin at an index, and where they end.
  ///
  /// It looks no further than at a name and the spaces around it, so that a text full of open braces
  /// is gone through once.
  func placeholder(at index: Int) -> (name: Range<Int>, end: Int)? {
    guard index + 4 < count, self[index] == UInt8(ascii: "{"), self[index + 1] == self[index]
    else { return nil }
    var start = index + 2
    while start < count, self[start] == 0x20 { start += 1 }
    var end = start
    while end < count, self[end].isAlphanumeric || self[end] == 0x5F { end += 1 }
    var close = end
    while close < count, self[close] == 0x20 { close += 1 }
    guard start < end, close + 1 < count, self[close] == UInt8(ascii: "}"),
      self[close + 1] == UInt8(ascii: "}")
    else { return nil }
    return (start..<end, close + 2)
  }
}

/// What a text can be: an address, a phone number, a coupon code.
extension Text {
  /// Whether an http or https address, or a variable that will be one.
  var isAddress: Bool {
    let found = string.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if text.begins("$(") { return true }
      guard text.count > 8, text.begins("https://") || text.begins("http://") else { return false }
      for byte in text where byte <= 0x20 { return false }
      return true
    }
    return found ?? false
  }

  /// Whether digits with the usual marks between them; masked digits count.
  var isPhoneNumber: Bool {
    if hasVariables { return true }
    let digits = string.utf8.filter { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "*") }.count
    return digits >= 3
      && string.trimmed.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-() *".utf8.contains($0) }
  }

  /// Whether letters and digits, or a variable; masked letters count.
  var isCouponCode: Bool {
    hasVariables || string.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "*") }
  }
}

extension Flow {
  /// Whether it says what it opens: a flow, and its first screen where it navigates.
  var isComplete: Bool {
    id != nil && (screen != nil || action?.string.uppercased() == "DATA_EXCHANGE")
  }
}

extension Button {
  /// How many variables stand in the address.
  var urlVariableCount: Int {
    guard case .url(let url?) = action else { return 0 }
    return url.variables.count
  }
}

extension String {
  /// The host of an address.
  var host: String? {
    guard let start = firstRange(of: "://") else { return nil }
    let host = self[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "$" }
    return host.isEmpty ? nil : String(host)
  }
}

/// What a text can be: an address, a phone number, a coupon code.
extension Text {
  /// Whether an http or https address, or a variable that will be one.
  var isAddress: Bool {
    let text = string.trimmed
    if text.hasPrefix("$(") { return true }
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    return isWeb && text.utf8.count > 8 && !text.utf8.contains(0x20) && !text.utf8.contains(0x0A)
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

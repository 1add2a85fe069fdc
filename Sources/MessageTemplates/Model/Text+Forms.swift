internal import CBytes

/// What a text can be: an address, a phone number, a coupon code.
extension Text {
  /// Whether an http or https address, or a variable that will be one.
  var isAddress: Bool {
    withBytes { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if text.begins("$(") { return true }
      guard text.count > 8, text.begins("https://") || text.begins("http://") || text.isWebAddress
      else { return false }
      return !text.holdsSpace
    }
  }

  /// The letters behind the last dot of an address's path; nil where there are none.
  var fileType: String? { lastPathPart?.fileExtension }

  /// Whether a file of one of some types, or one whose address does not show its type.
  func isFile(of types: [String]) -> Bool {
    withBytes { bytes in
      let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      let path = UnsafeBufferPointer(rebasing: bytes[..<(end ?? bytes.count)])
      guard let dot = path.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }),
        path[dot] == UInt8(ascii: ".")
      else { return true }
      let slash = path[..<dot].lastIndex(of: UInt8(ascii: "/")) ?? 0
      let isHost = slash > 0 && path[slash - 1] == UInt8(ascii: "/")
      let letters = path[(dot + 1)...]
      guard !isHost, (1...5).contains(letters.count), letters.allSatisfy(\.isAlphanumeric) else {
        return true
      }
      return types.contains { type in
        type.utf8.count == letters.count
          && zip(type.utf8, letters).allSatisfy { $0 == $1 | 0x20 }
      }
    }
  }

  /// Whether an https address.
  var isSecure: Bool {
    withBytes { $0.begins("https://") } || string.lowercased().hasPrefix("https:")
  }

  /// Whether an address of one of some schemes; of the web where none is named.
  func opens(_ schemes: [String]) -> Bool {
    if schemes.isEmpty || isAddress { return isAddress }
    let text = string
    let scheme = text.prefix { $0 != ":" }
    return scheme.utf8.count < text.utf8.count && schemes.contains(scheme.lowercased())
      && !text.utf8.contains { $0 <= 0x20 } && !leadsNowhere
  }

  /// Whether nothing stands behind the scheme of an address: `https://`, `tel:`.
  var leadsNowhere: Bool {
    withBytes { bytes in
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return false }
      return bytes[(colon + 1)...].allSatisfy { $0 == UInt8(ascii: "/") }
    }
  }

  /// Whether lower-case letters, digits and underscores.
  var isStrictName: Bool {
    withBytes { bytes in
      bytes.baseAddress.map { bytes_find_strange($0, 0, bytes.count) == bytes.count } ?? true
    }
  }

  /// Whether digits with the usual marks between them; masked digits count.
  var isPhoneNumber: Bool {
    if isOneVariable { return true }
    var digits = 0
    let isPlain = withBytes { bytes in
      for byte in bytes {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "*"): digits += 1
        case 0...0x20, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"):
          break
        default: return false
        }
      }
      return true
    }
    return isPlain && digits >= 3
  }

  /// Whether letters and digits, or a variable; masked letters count.
  var isCouponCode: Bool {
    isOneVariable
      || withBytes { $0.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "*") } }
  }

  /// Whether the text is a variable and nothing else.
  private var isOneVariable: Bool {
    markCount == 1
      && withMarks { $0[0].kind == .variable && $0[0].lower == 0 && $0[0].upper == count }
  }
}

extension UInt8 {
  /// Whether a lower-case letter, a digit or an underscore.
  var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension OneTimePassword {
  /// Whether the code can be filled in: an app with package and signature, and a label for it.
  ///
  /// In several languages the platform writes the label.
  func isComplete(isLabelled: Bool) -> Bool {
    (autofillLabel != nil || !isLabelled) && !apps.isEmpty
      && apps.allSatisfy { $0.package != nil && $0.signature != nil }
  }
}

extension Flow {
  /// In how many ways it says which flow it is, the one that lasts longest first.
  var names: [Text] { [id, name, definition].compactMap { $0 } }

  /// Whether it says what it opens: a flow by what a platform knows it by, and its first screen
  /// where it navigates.
  func isComplete(for features: Features) -> Bool {
    let isNamed = id != nil || (features.contains(.flowName) && (name ?? definition) != nil)
    return switch action?.string.uppercased() {
    case nil, "DATA_EXCHANGE": isNamed
    case "NAVIGATE": isNamed && (screen != nil || features.contains(.flowName))
    default: false
    }
  }
}

extension Button {
  /// How many variables stand in the address.
  var urlVariableCount: Int {
    guard case .url(let url?) = action else { return 0 }
    return url.variableCount
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

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes begin with `http://` or `https://` in any case.
  fileprivate var isWebAddress: Bool {
    let scheme = prefix { $0 != UInt8(ascii: ":") }.map { $0 | 0x20 }
    let rest = dropFirst(scheme.count).prefix(3)
    return (scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8))
      && rest.elementsEqual("://".utf8)
  }
}

/// Leaves: texts, addresses, colours, lengths, numbers.
extension ObjectCheck {
  /// Checks a leaf; false where it is not what it should be.
  func checkLeaf(_ place: Place, by rule: ObjectRules.Member, _ source: inout Source) -> Bool {
    switch rule.value {
    case .number, .integer: return checkNumber(place, by: rule, &source)
    case .boolean:
      let kind = source.kind(place)
      if kind == .yes || kind == .no { return true }
      let word = kind == .string ? source.tape.string(place) : ""
      if takesQuoted, word == "true" || word == "false" { return unquote(place, word, &source) }
    case .integers:
      var elements = source.elements(place)
      var isGood = source.kind(place) == .array
      var count = 0
      while isGood, let element = source.next(&elements) {
        count += 1
        let value = source.kind(element) == .number ? Int(source.tape.string(element)) : nil
        isGood = value.map { $0 >= rule.limit.minimum && $0 <= rule.limit.maximum } ?? false
      }
      if isGood, rule.count == 0 || count == rule.count { return true }
    case .text, .url, .link, .address:
      if source.kind(place) == .string { return checkText(place, by: rule, &source) }
      source.log.add(.unexpectedType, at: place, detail: "a text")
      return !source.tape.tokens[Int(place.token)].isContainer
    case .length:
      // Spaces and sizes in plain numbers are common, and refused.
      if source.kind(place) == .string, isLength(source.tape.string(place), rule) { return true }
    case .color:
      if source.kind(place) == .string, source.tape.string(place).isColor { return true }
    case .ratio:
      if source.kind(place) == .string, source.tape.string(place).isRatio { return true }
    case .word:
      if source.kind(place) == .string, rule.words.contains(source.tape.string(place)) {
        if !rule.isLook, rule.words.count == 1 { source.tape.fates[Int(place.token)] = .structure }
        return true
      }
      let word = source.kind(place) == .string ? source.tape.string(place) : ""
      if let right = rule.spellings.first(where: { $0.wrong == word })?.right {
        if !source.log.contains(.spellingCorrected) {
          source.log.add(.spellingCorrected, at: place)
        }
        source.respelled[place.token] = right
        return true
      }
    case .object, .list, .map, .any: return true
    }
    source.log.add(.valueNotAllowed, at: place, detail: expected(of: rule))
    return false
  }

  /// Takes a value out of its quotation marks.
  private func unquote(_ place: Place, _ value: String, _ source: inout Source) -> Bool {
    source.unquoted[place.token] = value
    return true
  }

  /// What a value should be, in words.
  func expected(of rule: ObjectRules.Member) -> String {
    switch rule.value {
    case .boolean: "true or false"
    case .color: "a colour such as #1A2B3C"
    case .ratio: "a ratio such as 20:13"
    case .number: "a number"
    case .integer: "a whole number"
    case .integers:
      (rule.count > 0 ? "\(rule.count) " : "")
        + "whole numbers from \(rule.limit.minimum) to \(rule.limit.maximum)"
    case .length:
      (rule.words + ["pixels such as 8px"] + (rule.takesPercent ? ["percents such as 50%"] : []))
        .joined(separator: ", ")
    default: rule.words.joined(separator: ", ")
    }
  }

  private func checkNumber(
    _ place: Place, by rule: ObjectRules.Member, _ source: inout Source
  ) -> Bool {
    let isQuoted =
      takesQuoted && source.kind(place) == .string && Number(source.tape.string(place)).isJSON
    if isQuoted { _ = unquote(place, source.tape.string(place), &source) }
    guard source.kind(place) == .number || isQuoted else {
      source.log.add(.unexpectedType, at: place, detail: expected(of: rule))
      return false
    }
    let number = Number(source.tape.string(place), at: place)
    guard let value = number.value else { return false }
    let isWhole = rule.value == .number || value == value.rounded()
    if !isWhole {
      source.log.add(.valueNotAllowed, at: place, detail: expected(of: rule))
      return false
    }
    let (low, high) = (rule.limit.minimum, rule.limit.maximum)
    let isWithin = value >= Double(low) && (high == .max || value <= Double(high))
    if !isWithin {
      source.log.add(.outOfRange, at: place, limit: low, found: min(high, Int(Int32.max)))
    }
    return isWithin
  }
}

extension String {
  /// Whether `#RRGGBB` or `#RRGGBBAA`.
  fileprivate var isColor: Bool {
    let digits = utf8.dropFirst()
    return utf8.first == UInt8(ascii: "#") && (digits.count == 6 || digits.count == 8)
      && digits.allSatisfy { hexDigit($0) != nil }
  }

  /// Whether two numbers of 1 to 100000, the height up to three times the width.
  fileprivate var isRatio: Bool {
    let parts = split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1] else { return false }
    return (1...100_000).contains(width) && (1...100_000).contains(height) && height <= width * 3
  }
}

extension Text {
  /// Whether the text begins with a variable.
  var startsWithVariable: Bool {
    withMarks { $0.first.map { $0.kind == .variable && $0.lower == 0 } ?? false }
  }

  /// The address with characters encoded that addresses do not have; nil where there are none.
  ///
  /// Variables stay as they are.
  var percentEncoded: Text? {
    if !withBytes(\.holdsUnsafe) { return nil }
    let encoded = withLiterals { $0.percentEncoded }
    return encoded == self ? nil : encoded
  }

  /// An address with what stands around its variables spelled another way.
  func withLiterals(_ spell: (String) -> String) -> Text {
    var result = ""
    var position = 0
    for mark in marks where mark.kind == .variable {
      result += spell(String(slice(position..<mark.lower)))
      result += slice(mark.range)
      position = mark.upper
    }
    result += spell(String(slice(position..<count)))
    return Text(result, at: place, markup: false)
  }
}

extension String {
  /// The text with characters encoded that addresses do not have.
  var percentEncoded: String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in utf8 {
      if byte.isAddressByte {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether an address may hold the byte as it is.
  fileprivate var isAddressByte: Bool {
    switch self {
    case 0...0x20, 0x7F...0xFF: false
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    default: true
    }
  }
}

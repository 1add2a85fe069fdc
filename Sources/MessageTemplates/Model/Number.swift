/// A number as it was written: every digit of it, and no rounding.
public struct Number: Hashable, Sendable {
  /// The spelling: `120`, `39.904200000`, `1e3`.
  public var spelling: String
  /// Where it stood.
  package var place: Place

  /// Makes a number from its spelling.
  public init(_ spelling: String) { self.init(spelling, at: .nowhere) }

  /// Makes a whole number.
  public init(_ value: Int) { self.init(String(value), at: .nowhere) }

  package init(_ spelling: String, at place: Place) {
    self.spelling = spelling
    self.place = place
  }

  /// The value, if it is a whole number.
  public var integer: Int? { Int(spelling) }

  /// The value, near enough to compare it with a limit.
  public var value: Double? { Double(spelling) }

  /// The same number as JSON spells it.
  package var asJSON: Number {
    guard !isJSON, let value, value.isFinite else { return self }
    return Number("\(value)", at: place)
  }

  /// Whether the spelling is a number in JSON too.
  package var isJSON: Bool {
    guard value?.isFinite == true, let first = spelling.utf8.first else { return false }
    let allowed = spelling.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    let digits = spelling.utf8.drop { $0 == UInt8(ascii: "-") }
    return allowed && first != UInt8(ascii: "+") && digits.first != UInt8(ascii: ".")
      && digits.last != UInt8(ascii: ".")
      && !(digits.count > 1 && digits.first == UInt8(ascii: "0")
        && digits.dropFirst().first.map { $0 >= 0x30 && $0 <= 0x39 } == true)
  }
}

/// The names of variables that are numbered within a text of their own.
///
/// `body_2` is number 2 of the body, `card_1_body_1` number 1 of the first card's body,
/// `button_3` the only one of the third button's address.
enum VariableScope {
  /// The name of a number in a scope.
  static func name(_ number: Int, in scope: String) -> String {
    isAddress(scope) && number == 1 ? scope : "\(scope)_\(number)"
  }

  /// The number at the end of a name.
  static func number(of name: String) -> Int? {
    guard let last = name.utf8.lastIndex(of: 0x5F) else { return nil }
    return Int(name[name.index(after: last)...])
  }

  /// The number of a name that is one of a scope.
  static func number(of name: String, in scope: String) -> Int? {
    var name = name
    return name.withUTF8 { number(of: $0, in: scope) }
  }

  /// The number of a name that is one of a scope.
  static func number(of name: Text, in scope: String) -> Int? {
    name.withBytes { number(of: $0, in: scope) }
  }

  private static func number(of name: UnsafeBufferPointer<UInt8>, in scope: String) -> Int? {
    var scope = scope
    let end: Int? = scope.withUTF8 { scope in
      guard name.count >= scope.count else { return nil }
      let isBegun = UnsafeBufferPointer(rebasing: name[..<scope.count]).isEqual(to: scope)
      return isBegun ? scope.count : nil
    }
    guard let end else { return nil }
    if end == name.count { return isAddress(scope) ? 1 : nil }
    guard name[end] == 0x5F, end + 1 < name.count, name[end + 1] != 0x30 else { return nil }
    return UnsafeBufferPointer(rebasing: name[(end + 1)...]).decimal
  }

  /// Whether a name is the number of some text, by its scope.
  static func isInvented(_ name: String) -> Bool { part(of: name) != nil }

  /// Whether an old name is the number of some text already, and the same number as the new one.
  static func isNumbered(_ old: String, as new: String) -> Bool {
    guard let part = part(of: old) else { return false }
    return part == "button" || number(of: old) == number(of: new)
  }

  /// The part of a message whose number a name is.
  private static func part(of name: String) -> String? {
    let parts = ["header", "body", "footer", "offer", "button", "label"]
    var rest = name[...]
    if rest.hasPrefix("card_") { rest = rest.dropFirst(5).drop { $0.isNumber }.dropFirst() }
    guard let part = parts.first(where: { rest.hasPrefix($0 + "_") }) else { return nil }
    let numbers = rest.dropFirst(part.count + 1)
    return !numbers.isEmpty && numbers.utf8.allSatisfy { $0 == 0x5F || (0x30...0x39).contains($0) }
      ? part : nil
  }

  /// Whether a scope is a button's address, which has one variable at most.
  static func isAddress(_ scope: String) -> Bool { belongs(scope, to: "button") }

  /// Whether a scope is a button's label.
  static func isLabel(_ scope: String) -> Bool { belongs(scope, to: "label") }

  /// Whether a scope is a part's, by the word before the number at its end.
  private static func belongs(_ scope: String, to part: StaticString) -> Bool {
    var scope = scope
    return scope.withUTF8 { scope in
      guard let end = scope.lastIndex(of: 0x5F), end >= part.utf8CodeUnitCount else { return false }
      let start = end - part.utf8CodeUnitCount
      return UnsafeBufferPointer(rebasing: scope[start..<end]).begins(part)
    }
  }

  /// What the numbers of a part are called after; of a card's part, with the card's number.
  static func scope(_ part: String, card: Int?) -> String {
    card.map { "card_\($0 + 1)_\(part)" } ?? part
  }

  /// What the numbers of a header are called after.
  static func header(card: Int?) -> String {
    card.map { scopes(of: $0)?.header ?? scope("header", card: $0) } ?? "header"
  }

  /// What the numbers of a body are called after.
  static func body(card: Int?) -> String {
    card.map { scopes(of: $0)?.body ?? scope("body", card: $0) } ?? "body"
  }

  /// What the numbers of a button's address are called after.
  static func address(of button: Int, card: Int?) -> String {
    let known = card.map { scopes(of: $0)?.addresses ?? [] } ?? addresses
    return button < known.count ? known[button] : scope("button_\(button + 1)", card: card)
  }

  /// What the numbers of a button's label are called after.
  static func label(of button: Int, card: Int?) -> String {
    let known = card.map { scopes(of: $0)?.labels ?? [] } ?? labels
    return button < known.count ? known[button] : scope("label_\(button + 1)", card: card)
  }

  // The scopes of a message's own buttons and of its first cards, which are asked for with each of
  // them.
  private static let addresses = (1...16).map { "button_\($0)" }
  private static let labels = (1...16).map { "label_\($0)" }
  private static let cards = (0..<12).map { card in
    (
      header: scope("header", card: card), body: scope("body", card: card),
      addresses: addresses[..<3].map { scope($0, card: card) },
      labels: labels[..<3].map { scope($0, card: card) }
    )
  }

  private static func scopes(of card: Int)
    -> (header: String, body: String, addresses: [String], labels: [String])?
  {
    card < cards.count ? cards[card] : nil
  }
}

extension Text {
  /// What stands in the place of an address' variable, where the text is the whole address.
  func withoutStart(of url: Text) -> Text {
    guard let mark = url.marks.first(where: { $0.kind == .variable }) else { return self }
    let start = url.slice(0..<mark.lower).utf8
    let end = url.slice(mark.upper..<url.string.utf8.count).utf8
    if start.isEmpty, end.isEmpty { return self }
    var rest = string.utf8[...]
    while rest.count > start.count + end.count, rest.starts(with: start),
      rest.suffix(end.count).elementsEqual(end)
    {
      rest = rest.dropFirst(start.count).dropLast(end.count)
    }
    return rest.count == string.utf8.count ? self : .plain(String(Substring(rest)), at: place)
  }
}

/// Addresses that lack nothing but an encoded space.
extension Adaptation {
  /// Encodes the spaces of a button's address.
  mutating func encodeAddress(of button: inout Button) {
    guard case .url(var url?) = button.action, url.mayHoldSpace, !isCanonical else {
      return
    }
    encodeSpaces(of: &url)
    button.action = .url(url)
  }

  /// Encodes the spaces of the addresses of some buttons.
  mutating func encodeAddresses(of buttons: inout Buttons) {
    if !buttons.mayHoldSpace { return }
    for index in buttons.items.indices { encodeAddress(of: &buttons.items[index]) }
  }

  /// Encodes the spaces of the addresses of some cards' buttons.
  mutating func encodeAddresses(of cards: inout [Card]) {
    for index in cards.indices where cards.span[index].buttons.mayHoldSpace {
      encodeAddresses(of: &cards[index].buttons)
    }
  }

  /// Encodes the spaces of a medium's address.
  mutating func encodeSpaces(in address: inout Text?) {
    guard var url = address, url.mayHoldSpace, !isCanonical else { return }
    encodeSpaces(of: &url)
    address = url
  }

  private mutating func encodeSpaces(of url: inout Text) {
    if url.isAddress { return }
    let encoded = url.withLiterals { $0.replacing(" ", with: "%20") }
    guard encoded.isAddress else { return }
    log.add(.addressEncoded, at: url.place, target: url.place)
    url = encoded
  }
}

extension Buttons {
  /// Whether a space stands in an address.
  fileprivate var mayHoldSpace: Bool {
    for index in items.indices {
      if case .url(let url?) = items.span[index].action, url.mayHoldSpace { return true }
    }
    return false
  }
}

extension Text {
  /// Whether a space stands in the text.
  fileprivate var mayHoldSpace: Bool { holds(0x20 as UInt8) }
}

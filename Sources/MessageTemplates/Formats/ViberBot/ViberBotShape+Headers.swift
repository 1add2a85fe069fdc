/// Places, contacts and drawings.
extension ViberBotShape {
  /// Places, contacts and drawings that Viber has; the others become text.
  func settleHeader(_ message: inout Message, _ adaptation: inout Adaptation) {
    guard let header = message.header else { return }
    switch header.content {
    case .sticker(let sticker) where !sticker.isViber:
      adaptation.log.add(.stickerDropped, at: header.place)
      message.header = nil
    case .location(var location) where location.isSound:
      location.latitude = location.latitude?.plain
      location.longitude = location.longitude?.plain
      let words = [location.name, location.address].compactMap { $0 }.filter { !$0.isBlank }
      location.name = nil
      location.address = nil
      message.header?.content = .location(location)
      prepend(words, .locationMerged, to: &message, &adaptation)
    case .location(let location):
      message.header = nil
      let words = [location.name, location.address].compactMap { $0 }.filter { !$0.isBlank }
      prepend(words, .locationMerged, to: &message, &adaptation)
      for number in [location.latitude, location.longitude].compactMap({ $0 }) {
        adaptation.log.add(.mediaDetailLost, at: number.place)
      }
    case .contact(var contact):
      if let name = contact.name, let phone = contact.phone, phone.isPhoneNumber,
        capabilities[.contactPhone].allows(phone.dialled), !name.isBlank
      {
        contact.name = shortened(name, to: .contactName, .contactShortened, &adaptation)
        contact.phone = phone.dialled
        message.header?.content = .contact(contact)
      } else {
        message.header = nil
        let words = [contact.name, contact.phone].compactMap { $0 }.filter { !$0.isBlank }
        prepend(words, .contactMerged, to: &message, &adaptation)
      }
    default: break
    }
  }

  /// Puts lines above the text.
  private func prepend(
    _ lines: [Text], _ code: Code, to message: inout Message, _ adaptation: inout Adaptation
  ) {
    if lines.isEmpty { return }
    var text = Text.plain("", at: lines[0].place)
    for (index, line) in lines.enumerated() {
      if index > 0 { text.append(literal: "\n") }
      text.append(line)
    }
    if let body = message.body?.text, !body.isBlank {
      text.append(literal: "\n\n")
      text.append(body)
      text.place = body.place
    }
    if message.body == nil { message.body = Body(nil) }
    message.body?.text = text
    adaptation.log.add(
      code, at: lines[0].place, also: lines.dropFirst().map(\.place), target: text.place)
  }
}

extension Location {
  /// Whether a point on the globe.
  fileprivate var isSound: Bool {
    guard let latitude = latitude?.value, let longitude = longitude?.value else { return false }
    return abs(latitude) <= 90 && abs(longitude) <= 180
  }
}

extension Number {
  /// The number as JSON spells it.
  fileprivate var plain: Number {
    if isJSON { return self }
    let unsigned = Number(String(spelling.drop { $0 == "+" }), at: place)
    return unsigned.isJSON ? unsigned : Number(value.map { "\($0)" } ?? "0", at: place)
  }
}

extension Sticker {
  /// Whether a number within no set, as Viber's are.
  fileprivate var isViber: Bool {
    package == nil
      && id.map { $0.count < 16 && $0.string.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        ?? false
  }
}

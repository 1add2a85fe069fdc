/// Buttons as lines of the body.
extension Adaptation {
  /// A button that the target cannot hold.
  mutating func spellOut(_ button: inout Button, role: Part.Role = .action, card: Int = -1) {
    if !button.isPlain { adaptReplyWords(&button) }
    let label = button.label?.trimmedEnd ?? .empty
    if button.hasExtras, let extras = button.extras { log.add(.extrasDropped, at: extras.place) }
    switch button.action {
    case .reply(let reply):
      if let optsOut = reply.optsOut {
        if optsOut.value {
          log.add(.optOutWeakened, at: optsOut.place)
        } else {
          absent(optsOut.place)
        }
      }
      guard policy.replies == .lines else { return drop(button, .replyDropped) }
      guard !label.isBlank else { return drop(button, .buttonWithoutWords) }
      line(
        .reply, .init((.label, label)), .replyToText, button, role == .action ? .reply : role, card)
    case .url(let url?) where url.leadsNowhere: drop(button, .buttonDropped)
    case .url(let url?): link(url, label, .buttonToText, button, role, card)
    case .url(nil):
      log.add(
        .buttonWithoutAddress, at: button.place,
        pointer: "\(pointer)/buttons/items/\(buttonIndex)/url")
    case .phone(let number):
      guard policy.buttons == .lines, let number, !number.isBlank else {
        return drop(button, .buttonDropped)
      }
      line(.phone, .init((.label, label), (.phone, number)), .buttonToText, button, role, card)
    case .coupon(let code):
      guard let code else { return drop(button, .buttonDropped) }
      let name = label.isBlank ? phrase(.coupon) : label
      line(.coupon, .init((.label, name), (.code, code)), .couponToText, button, role, card)
    case .oneTimePassword: drop(button, .codeButtonDropped)
    case .dateTime, .camera, .cameraRoll, .requestLocation, .requestPhone:
      guard policy.replies == .lines else { return drop(button, .replyDropped) }
      guard !label.isBlank else { return drop(button, .buttonWithoutWords) }
      let role = role == .action ? .reply : role
      line(.reply, .init((.label, label)), .replyToText, button, role, card)
    case .nothing:
      guard policy.buttons == .lines, !label.isBlank else { return drop(button, .buttonDropped) }
      let entry = Entry(code: .buttonToText, source: button.place)
      parts.append(Part(role: role, text: label, entry: entry, card: card))
    case .flow, .catalog, .products, .service, .unknown:
      guard let link = button.link else { return drop(button, .buttonDropped) }
      self.link(link, label, .buttonToText, button, role, card)
    }
  }

  private mutating func link(
    _ url: Text, _ label: Text, _ code: Code, _ button: Button, _ role: Part.Role, _ card: Int
  ) {
    guard policy.buttons == .lines else { return drop(button, .buttonDropped) }
    if label.isBlank {
      parts.append(
        Part(role: role, text: url, entry: Entry(code: code, source: button.place), card: card))
    } else {
      line(.link, .init((.label, label), (.url, url)), code, button, role, card)
    }
  }

  private mutating func line(
    _ pattern: Phrases.Pattern, _ values: borrowing Phrases.Values, _ code: Code,
    _ button: Button, _ role: Part.Role, _ card: Int
  ) {
    var text = Phrases.shared.line(pattern, values, in: arena)
    if pattern == .coupon {
      text = text.withBytes { Text($0, markup: true, at: .nowhere, in: arena) }
    }
    parts.append(
      Part(role: role, text: text, entry: Entry(code: code, source: button.place), card: card))
  }

  private mutating func drop(_ button: Button, _ code: Code) {
    log.add(code, at: button.place)
  }
}

/// What messages have that templates do not: a sender, chips, a text for notifications, a layout
/// of their own.
extension Adaptation {
  mutating func adaptMessageParts(_ message: inout Message) {
    adaptNativeLayout(&message)
    adaptSender(&message)
    if message.native != nil, !isCanonical { return }
    adaptQuickReplies(&message)
    shortenAlternative(&message)
  }

  /// A layout stays with its own format, and where the message still says what the layout says.
  private mutating func adaptNativeLayout(_ message: inout Message) {
    guard let native = message.native, !isCanonical else { return }
    if target.adapter.spells(native, message) { return }
    message.native = nil
    if native.place.exists { layouts.append((native.place, message.place)) }
  }

  private mutating func adaptSender(_ message: inout Message) {
    guard var sender = message.sender else { return }
    if !features.contains(.sender) {
      log.add(.senderDropped, at: sender.place)
      message.sender = nil
      return
    }
    if let icon = sender.icon, limits.traits.contains(.httpsMedia), !icon.isSecure {
      log.add(.senderPictureDropped, at: icon.place)
      sender.icon = nil
      message.sender = sender.name == nil ? nil : sender
    }
    if let name = sender.name, !limits[.senderName].allows(name) {
      let limit = limits[.senderName]
      log.add(
        .senderShortened, at: name.place, target: name.place, limit: limit.maximum,
        found: limit.count(name))
      sender.name = name.abbreviated(to: limit.maximum, limit)
      message.sender = sender
    }
  }

  /// Chips become buttons where the channel has none; what it cannot hold becomes lines later.
  private mutating func adaptQuickReplies(_ message: inout Message) {
    guard var quick = message.quickReplies else { return }
    if features.contains(.quickReplies) {
      if !isCanonical { repairChips(&quick) }
      message.quickReplies = quick.items.isEmpty ? nil : quick
      return
    }
    message.quickReplies = nil
    if features.contains(.reply), !quick.items.isEmpty {
      log.add(.quickRepliesStay, at: quick.place, target: message.buttons.place)
    }
    message.buttons.items += quick.items
    message.buttons.kept += quick.kept
  }

  /// Chips have short labels, and there are only so many.
  private mutating func repairChips(_ quick: inout Buttons) {
    adaptKept(&quick.kept)
    var items: [Button] = []
    for var button in quick.items {
      encodeAddress(of: &button)
      if let icon = button.icon, limits.traits.contains(.httpsMedia), !icon.isSecure {
        log.add(.buttonIconNotSecure, at: icon.place)
        button.icon = nil
      }
      adaptRequest(&button)
      guard holdsAlone(&button), items.count < limits[.chips].maximum else {
        giveUpChip(button)
        continue
      }
      adaptKept(&button.kept)
      adaptReplyWords(&button)
      assumeLabel(&button)
      button.label = button.label.map { shortened($0, .chipLabel) }
      items.append(button)
    }
    quick.items = items
  }

  /// A chip that cannot stay: where it leads or what it copies can stand in the text.
  private mutating func giveUpChip(_ button: Button) {
    switch button.action {
    case .url(.some), .phone(.some), .coupon(.some):
      var button = button
      spellOut(&button)
    default:
      log.add(
        hasWords(button) ? .chipDropped : .buttonWithoutWords, at: button.place,
        limit: limits[.chips].maximum)
    }
  }

  private mutating func shortenAlternative(_ message: inout Message) {
    let limit = limits[.alternative]
    guard features.contains(.alternative), let text = message.alternative, !limit.allows(text)
    else { return }
    log.add(
      .alternativeShortened, at: text.place, target: text.place, limit: limit.maximum,
      found: limit.count(text))
    message.alternative = text.abbreviated(to: limit.maximum, limit)
  }

  /// The text for notifications: the body where the target needs one and there is none.
  mutating func adaptAlternative(_ message: inout Message) {
    guard !features.contains(.alternative), let text = message.alternative else { return }
    message.alternative = nil
    let hasBody = !(message.body?.text?.isBlank ?? true) || !parts.isEmpty
    guard !hasBody, features.contains(.body), limits.layouts.isEmpty, !text.isBlank else {
      return log.add(.alternativeDropped, at: text.place)
    }
    parts.append(
      Part(role: .body, text: text, entry: Entry(code: .alternativeToBody, source: text.place)))
  }

  /// Several messages where the target has one a document.
  mutating func noteSeveralMessages(_ template: Template) {
    guard template.messages.count > 1, !features.contains(.messages) else { return }
    log.add(
      .messagesSplit, at: template.messages[1].place, found: template.messages.count)
  }

  /// What is said of a template stays behind, and variables stay as text.
  mutating func noteMessages(_ template: inout Template) {
    let places =
      [template.name?.place, template.language?.place, template.category?.spelling.place]
      + samples.map(\.value.place) + [template.settings.timeToLive?.place]
    let said = (envelopePlaces + places).compactMap { $0 }.filter(\.exists)
    if let first = said.first {
      log.add(.templateToMessage, at: first, also: Array(said.dropFirst()))
    }
    for place in said { envelope(place) }
    let given = samples
    template.settings.timeToLive = nil
    samples = []
    template.samples = []
    for index in template.messages.indices {
      var names = Names()
      template.messages[index].collect(&names)
      guard let first = names.items.first else { continue }
      let areGiven = given.count { names.contains($0.key) } == names.items.count
      log.add(
        .placeholdersStay, at: first.place, found: names.items.count,
        pointer: areGiven ? "sample or --values FILE" : "FILE")
    }
  }
}

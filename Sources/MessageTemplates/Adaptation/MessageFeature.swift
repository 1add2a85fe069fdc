/// What messages have that templates do not: a sender, chips, a text for notifications, a layout
/// of their own.
extension Adaptation {
  mutating func adaptMessageParts(_ message: inout Message) {
    adaptNativeLayout(&message)
    if let sender = message.sender, !features.contains(.sender) {
      log.add(.senderDropped, at: sender.place)
      message.sender = nil
    }
    adaptQuickReplies(&message)
  }

  /// A layout stays with its own format, and where the message still says what the layout says.
  private mutating func adaptNativeLayout(_ message: inout Message) {
    guard let native = message.native, target != .canonical else { return }
    message.native = nil
    if native.place.exists { layouts.append((native.place, message.place)) }
  }

  /// Chips become buttons where the channel has none; what it cannot hold becomes lines later.
  private mutating func adaptQuickReplies(_ message: inout Message) {
    guard !features.contains(.quickReplies), let quick = message.quickReplies else { return }
    message.quickReplies = nil
    if features.contains(.reply), !quick.items.isEmpty {
      log.add(.quickRepliesStay, at: quick.place, target: message.buttons.place)
    }
    message.buttons.items += quick.items
    message.buttons.kept += quick.kept
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
}

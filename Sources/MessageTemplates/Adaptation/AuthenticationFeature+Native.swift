/// Messages with a password in their own words, where the platform's words are wanted instead.
extension Adaptation {
  /// Whether a message in its own words is to hand over the password as the platform does.
  @inline(__always)
  func isToBeNative(_ message: Message) -> Bool {
    policy.authentication == .native && purpose == .authentication && !isCanonical
      && features.contains(.authentication) && !message.isOneTimePassword
      && message.carousel == nil && message.offer == nil
  }

  /// A button that copies the code, and nothing else: the platform writes the words.
  mutating func makeNative(_ message: inout Message) {
    if let text = message.body?.text {
      log.add(.wordsReplaced, at: text.place, target: message.body?.place ?? text.place)
      message.body?.text = nil
    }
    for button in message.buttons.items { log.add(.buttonDropped, at: button.place) }
    var button = Button(nil, .oneTimePassword(OneTimePassword(.copyCode)))
    button.place = message.buttons.items.first?.place ?? .nowhere
    message.buttons.items = [button]
  }
}

/// What Viber asks of messages whose content it can hold: a keyboard, captions, places, cards.
struct ViberBotShape {
  var capabilities: Capabilities { _read { yield Format.viberBot.capabilities } }

  func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    adaptation.shape(&messages) { message, adaptation in parts(of: message, &adaptation) }
    var result: [Message] = []
    for part in messages { add(part, to: &result, &adaptation) }
    if result.isEmpty, let message = messages.first {
      adaptation.isRefused = true
      adaptation.log.add(
        .bodyMissing, at: message.place, detail: capabilities.channel,
        pointer: "/messages/0/body/text")
    }
    if adaptation.source != adaptation.target { keepKeyboardLast(&result) }
    messages = result
  }

  /// The keyboard that is shown is the last message's.
  private func keepKeyboardLast(_ messages: inout [Message]) {
    guard let last = messages.indices.last, messages[last].quickReplies == nil,
      let index = messages.lastIndex(where: { $0.quickReplies != nil })
    else { return }
    messages[last].quickReplies = messages[index].quickReplies
    messages[index].quickReplies = nil
  }

  /// A keyboard without a message goes with the message before it.
  private func add(
    _ part: Message, to messages: inout [Message], _ adaptation: inout Adaptation
  ) {
    if part.native != nil {
      messages.append(part)
    } else if let last = messages.indices.last, part.isKeyboardAlone,
      messages[last].quickReplies == nil, messages[last].native == nil,
      messages[last].sender == part.sender, messages[last].kept == part.kept
    {
      messages[last].quickReplies = part.quickReplies
      if let sender = part.sender { adaptation.settled.append((sender.place, .carried)) }
    } else if part.header != nil || part.body?.text != nil || part.carousel != nil
      || part.quickReplies != nil
    {
      messages.append(part)
    }
  }

  /// The messages that one becomes, in the order they are sent.
  private func parts(of original: Message, _ adaptation: inout Adaptation) -> [Message] {
    var message = original
    takeOnlyCard(&message)
    settleHeader(&message, &adaptation)
    mergeTitle(&message, &adaptation)
    gatherButtons(&message, &adaptation)
    dropAlternative(&message, &adaptation)
    forgetVersion(&message)
    var parts = [message]
    if let carousel = message.carousel {
      parts = divided(message, carousel, &adaptation)
    } else if let second = overlong(&parts[0], &adaptation) {
      parts.append(second)
    }
    for index in parts.indices.dropFirst() {
      parts[index].sender = message.sender
      parts[index].kept = message.kept
    }
    for index in parts.indices { shrink(&parts[index], &adaptation) }
    return parts
  }

  /// A single card is a message like any other.
  func takeOnlyCard(_ message: inout Message) {
    guard let carousel = message.carousel, carousel.cards.count == 1 else { return }
    let card = carousel.cards[0]
    message.carousel = nil
    message.header = card.header
    message.body = card.body
    message.buttons.items += card.buttons.items
  }

  /// The version is kept where it is above what the message needs now.
  private func forgetVersion(_ message: inout Message) {
    let needed = ViberBotWriter().version(of: message)
    message.kept.removeAll { $0.key == "min_api_version" && (Int($0.json) ?? 0) <= needed }
  }

  /// A heading stands in bold above the text.
  func mergeTitle(_ message: inout Message, _ adaptation: inout Adaptation) {
    guard message.carousel == nil, let title = message.body?.title else { return }
    message.body?.title = nil
    var text = title.bold(in: adaptation.features, adaptation.arena)
    adaptation.log.add(
      .headerMerged, at: title.place, target: message.body?.text?.place ?? title.place)
    if let body = message.body?.text, !body.isBlank {
      text.append(literal: "\n\n")
      text.append(body)
      text.place = body.place
    }
    message.body?.text = text
  }

  /// Buttons stand in the keyboard.
  func gatherButtons(_ message: inout Message, _ adaptation: inout Adaptation) {
    let buttons = message.buttons
    message.buttons = Buttons()
    if !buttons.items.isEmpty {
      let place = buttons.place.exists ? buttons.place : buttons.items[0].place
      adaptation.log.add(.buttonsBelowChat, at: place, target: buttons.items[0].place)
      let quick = message.quickReplies
      message.quickReplies = buttons
      message.addChips(quick)
    }
    guard var quick = message.quickReplies else { return }
    quick.kept = []
    settle(&quick.items, &adaptation)
    message.quickReplies = quick.items.isEmpty ? nil : quick
  }

  func dropAlternative(_ message: inout Message, _ adaptation: inout Adaptation) {
    guard message.carousel == nil, let text = message.alternative else { return }
    adaptation.log.add(.alternativeDropped, at: text.place)
    message.alternative = nil
  }
}

extension Message {
  /// Whether there is nothing but buttons.
  fileprivate var isKeyboardAlone: Bool {
    header == nil && body?.text == nil && carousel == nil && quickReplies != nil
  }

  mutating func addChips(_ chips: Buttons?) {
    guard let chips else { return }
    var all = quickReplies ?? Buttons()
    if all.items.isEmpty { all.place = chips.place }
    all.items += chips.items
    quickReplies = all
  }
}

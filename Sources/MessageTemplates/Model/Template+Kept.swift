/// Where kept members stand, in the whole template.
extension Template {
  /// The places of all kept members.
  var keptPlaces: [Place] {
    var places: [Place] = []
    add(kept, &places)
    for index in messages.indices { add(messages[index], &places) }
    return places
  }

  private func add(_ message: Message, _ places: inout [Place]) {
    add(message.kept, &places)
    if let quick = message.quickReplies { add(quick, &places) }
    add(message.offer?.kept, &places)
    add(message.header?.kept, &places)
    add(message.body?.kept, &places)
    add(message.footer?.kept, &places)
    add(message.buttons, &places)
    add(message.callPermission?.kept, &places)
    guard let carousel = message.carousel else { return }
    add(carousel.kept, &places)
    for card in carousel.cards {
      add(card.kept, &places)
      add(card.header?.kept, &places)
      add(card.body?.kept, &places)
      add(card.buttons, &places)
    }
  }

  private func add(_ buttons: Buttons, _ places: inout [Place]) {
    add(buttons.kept, &places)
    for button in buttons.items {
      add(button.kept, &places)
      add(button.extras?.kept, &places)
      guard case .oneTimePassword(let password) = button.action else { continue }
      for app in password.apps { add(app.kept, &places) }
    }
  }

  private func add(_ kept: [Kept]?, _ places: inout [Place]) {
    guard let kept, !kept.isEmpty else { return }
    places += kept.map(\.place)
  }
}

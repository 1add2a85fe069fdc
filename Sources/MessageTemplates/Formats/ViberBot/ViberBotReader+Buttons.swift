/// Keyboards and the cells of carousels.
extension ViberBotReader {
  func keyboard(_ source: inout Source, _ place: Place) -> Buttons {
    var buttons = Buttons()
    buttons.place = place
    for cell in source.list(place, "Buttons") { buttons.items.append(button(&source, cell)) }
    return buttons
  }

  /// A button, by what a tap does.
  func button(_ source: inout Source, _ place: Place) -> Button {
    let label = label(&source, place)
    var button = Button(label, action(&source, place, label))
    button.place = place
    if let icon = source.text(place, "Image") {
      button.icon = icon
      look(&source, place, "BgMedia")
    } else if label == nil, let icon = source.text(place, "BgMedia") {
      button.icon = icon
    } else {
      look(&source, place, "BgMedia")
    }
    return button
  }

  func action(_ source: inout Source, _ place: Place, _ label: Text?) -> Button.Action {
    let type = source.word(place, "ActionType")
    if let member = source.member(place, "ActionType") { source.mark(member, .structure) }
    switch type {
    case "", "reply": return .reply(reply(&source, place, label))
    case "open-url":
      look(&source, place, "Silent")
      return source.text(place, "ActionBody").map(address) ?? .url(nil)
    case "location-picker": return request(&source, place, .requestLocation)
    case "share-phone": return request(&source, place, .requestPhone)
    case "none": return request(&source, place, .nothing)
    default: return .unknown(.plain(type))
    }
  }

  /// What Viber sends of itself; the body only has to be there.
  private func request(_ source: inout Source, _ place: Place, _ action: Button.Action)
    -> Button.Action
  {
    look(&source, place, "ActionBody")
    look(&source, place, "Silent")
    return action
  }

  /// An address, or a number where it is one to dial.
  private func address(_ url: Text) -> Button.Action {
    guard let number = url.dialledNumber else { return .url(url) }
    return .phone(number.isEmpty ? nil : number)
  }

  private func reply(_ source: inout Source, _ place: Place, _ label: Text?) -> Reply {
    var reply = Reply()
    if let member = source.member(place, "Silent") {
      reply.isSilent = source.tape.string(member) == "true"
      look(&source, place, "Silent")
    }
    if let data = source.text(place, "ActionBody") {
      if let label, label == data, !reply.isSilent {
        source.join(data.place, to: label.place)
      } else {
        reply.data = data
      }
    }
    return reply
  }

  /// The words on a button: without tags, on one line where they are spelled with some.
  private func label(_ source: inout Source, _ place: Place) -> Text? {
    guard let text = source.text(place, "Text") else { return nil }
    guard text.mayBeHTML else { return text.isBlank ? nil : text }
    let label = HTMLText(text.string)
    if label.isStyled { source.tape.fates[Int(text.place.token)] = .styled }
    let line = label.line
    return line.isEmpty ? nil : Text(line, at: text.place, markup: false)
  }

  /// Marks what only says how a button looks.
  func look(_ source: inout Source, _ place: Place, _ key: String) {
    if let member = source.member(place, key) { source.mark(member, .presentation) }
  }
}

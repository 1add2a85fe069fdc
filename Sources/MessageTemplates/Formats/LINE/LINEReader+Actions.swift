/// Actions: what a tap does.
extension LINEReader {
  /// A button, by its action; nil where the action was left out or is none that is known.
  func button(_ source: inout Source, action: Place, at place: Place) -> Button? {
    let label = source.text(action, "label")
    guard let kind = self.action(&source, action, label) else { return nil }
    var button = Button(label, kind)
    button.place = place
    for key in ["altUri", "inputOption", "fillInText"] {
      if let member = source.member(action, key) { button.kept.append(source.kept(member)) }
    }
    if source.word(action, "type") == "postback", let member = source.member(action, "text") {
      button.kept.append(source.kept(member))
    }
    return button
  }

  private func action(_ source: inout Source, _ place: Place, _ label: Text?) -> Button.Action? {
    switch source.word(place, "type") {
    case "uri":
      guard let uri = source.text(place, "uri") else { return nil }
      return address(uri)
    case "message":
      var reply = Reply()
      reply.says = words(&source, source.text(place, "text"), label)
      return .reply(reply)
    case "postback":
      var reply = Reply()
      let shown = source.text(place, "displayText")
      reply.data = source.text(place, "data")
      reply.says = words(&source, shown, label)
      reply.isSilent = shown == nil
      return .reply(reply)
    case "datetimepicker":
      var question = DateTime()
      question.mode = source.text(place, "mode")
      question.data = source.text(place, "data")
      question.initial = source.text(place, "initial")
      question.min = source.text(place, "min")
      question.max = source.text(place, "max")
      return .dateTime(question)
    case "clipboard": return .coupon(source.text(place, "clipboardText"))
    case "camera": return .camera
    case "cameraRoll": return .cameraRoll
    case "location": return .requestLocation
    default: return nil
    }
  }

  /// An address, or a number where it is one to dial.
  func address(_ uri: Text) -> Button.Action {
    guard let number = uri.dialledNumber else { return .url(uri) }
    return .phone(number.isEmpty ? nil : number)
  }

  /// The reader's words, unless the label says the same.
  private func words(_ source: inout Source, _ words: Text?, _ label: Text?) -> Text? {
    guard let words, let label, words == label else { return words }
    source.join(words.place, to: label.place)
    return nil
  }

  /// An area of a picture; what it does tells its label where it has none.
  func areaButton(_ source: inout Source, _ area: Place) -> Button? {
    let action: Button.Action
    switch source.word(area, "type") {
    case "uri":
      guard let uri = source.text(area, "linkUri") else { return nil }
      action = address(uri)
    case "message":
      var reply = Reply()
      reply.says = source.text(area, "text")
      action = .reply(reply)
    case "clipboard": action = .coupon(source.text(area, "clipboardText"))
    default: return nil
    }
    var button = Button(source.text(area, "label"), action)
    button.place = area
    button.nameItself()
    return button
  }

  /// Something tappable that is no button: a picture, a box, a whole bubble, with the words that
  /// stand in it.
  func tap(
    _ source: inout Source, on object: Place, _ key: String = "action", words: Text? = nil
  ) -> Button? {
    guard let place = source.object(object, key) else { return nil }
    var button = button(&source, action: place, at: place)
    button?.nameItself(after: words)
    return button
  }
}

extension Button {
  /// Gives a button without a label the words that a tap says, else those that can be tapped.
  ///
  /// Without any it has no label: what it is called then is for the target to say.
  mutating func nameItself(after words: Text? = nil) {
    if label != nil { return }
    if case .reply(var reply) = action, let says = reply.says {
      label = says
      reply.says = nil
      action = .reply(reply)
    } else if let words, words.isShortLine {
      label = words
    }
  }
}

extension Text {
  /// Whether the text can be written on a button: short, on one line and without markup.
  var isShortLine: Bool { !isBlank && count <= 60 && !holds(0x0A as UInt8) && !hasMarkup }
}

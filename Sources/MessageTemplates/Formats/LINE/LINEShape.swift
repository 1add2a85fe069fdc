/// What LINE asks of messages whose content it can hold: texts, addresses, cards, templates.
struct LINEShape {
  let writer = LINEWriter()

  func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    let isAlone = messages.count == 1
    adaptation.shape(&messages) { message, adaptation in
      dropForeign(&message, isAlone: isAlone, &adaptation)
      settle(&message, &adaptation)
      return divided(message, &adaptation)
    }
    if adaptation.policy.lineStyle == .template {
      for index in messages.indices { useTemplate(&messages[index], &adaptation) }
    }
  }

  /// Texts and addresses as they will be read again.
  private func settle(_ message: inout Message, _ adaptation: inout Adaptation) {
    takeHeadingAsText(&message)
    noteLinks(message, &adaptation)
    if let text = message.body?.text, text.hasMarkup {
      let spelled = markup(of: text, in: message, &adaptation)
      message.body?.text = spelled
    }
    if var header = message.header, case .media(var media) = header.content {
      settle(&media, message, header.place, &adaptation)
      header.content = .media(media)
      message.header = header
    }
    for index in message.buttons.items.indices {
      settle(&message.buttons.items[index], &adaptation)
    }
    if var quick = message.quickReplies {
      for index in quick.items.indices { settle(&quick.items[index], &adaptation) }
      message.quickReplies = quick
    }
    if let text = message.alternative, message.isBareText || message.isLoneHeader {
      adaptation.log.add(.alternativeDropped, at: text.place)
      message.alternative = nil
    }
    if !message.kept.isEmpty, !isSound(message) { message.kept = [] }
    guard var carousel = message.carousel else { return }
    message.carousel = nil
    for index in carousel.cards.indices {
      if let text = carousel.cards[index].body?.text, text.hasMarkup {
        if text.hasCode { adaptation.log.add(.markupNotHeld, at: text.place, target: text.place) }
        carousel.cards[index].body?.text = Text(spansOf: text)
      }
      for button in carousel.cards[index].buttons.items.indices {
        settle(&carousel.cards[index].buttons.items[button], &adaptation)
      }
    }
    message.carousel = carousel
  }

  /// A heading above nothing is the text.
  func takeHeadingAsText(_ message: inout Message) {
    guard case .text(let title) = message.header?.content, message.body?.text == nil else { return }
    message.header = nil
    if message.body == nil { message.body = Body(nil) }
    message.body?.text = title
    message.body?.title = nil
  }

  /// Members of an envelope have no place in a message.
  private func dropForeign(
    _ message: inout Message, isAlone: Bool, _ adaptation: inout Adaptation
  ) {
    if isAlone, message.hasOnlyComponents, adaptation.features.contains(.name) { return }
    for index in message.buttons.items.indices {
      guard let extras = message.buttons.items[index].extras else { continue }
      adaptation.log.add(.extrasDropped, at: extras.place)
      message.buttons.items[index].extras = nil
    }
    message.buttons.items.removeAll { button in
      guard case .unknown = button.action else { return false }
      adaptation.log.add(.buttonDropped, at: button.place)
      return true
    }
    let isForeign = { (member: Kept) in member.origin != Format.line.id }
    message.kept.removeAll(where: isForeign)
    message.header?.kept.removeAll(where: isForeign)
    message.body?.kept.removeAll(where: isForeign)
    message.footer?.kept.removeAll(where: isForeign)
    message.buttons.kept.removeAll(where: isForeign)
    for index in message.buttons.items.indices {
      message.buttons.items[index].kept.removeAll(where: isForeign)
    }
  }

  private func settle(
    _ media: inout Media, _ message: Message, _ place: Place, _ adaptation: inout Adaptation
  ) {
    if let encoded = media.url?.percentEncoded { media.url = encoded }
    if let encoded = media.thumbnail?.percentEncoded { media.thumbnail = encoded }
    guard media.kind == .image else { return }
    if message.isLoneHeader {
      if media.thumbnail == nil, adaptation.source.channel != adaptation.target.channel {
        adaptation.log.add(.previewAssumed, at: place, pointer: "\(adaptation.pointer)/header")
      }
    } else if let thumbnail = media.thumbnail {
      adaptation.log.add(.mediaDetailDropped, at: thumbnail.place)
      media.thumbnail = nil
    }
  }

  /// Whether the message breaks no rule with the members that only LINE knows.
  private func isSound(_ message: Message) -> Bool {
    var template = Template()
    template.messages = [message]
    var output = Output()
    writer.write(template, to: &output)
    let again: Template? = Source.reread(output.bytes, of: Format.line.id) { source in
      var again = Template()
      return LINEReader().read(&source, at: source.root, into: &again) ? again : nil
    }
    return again != nil
  }

  /// The template that holds all of it, if one does.
  private func useTemplate(_ message: inout Message, _ adaptation: inout Adaptation) {
    if message.native != nil || message.isBareText || message.isLoneHeader { return }
    guard writer.template(for: message) != nil else {
      return adaptation.log.add(.styleNotPossible, at: message.place)
    }
    var output = Output()
    writer.writeTemplate(of: message, to: &output)
    message.native = Kept(
      key: "template", json: String(decoding: output.bytes, as: UTF8.self),
      origin: Format.line.id, place: .nowhere)
  }
}

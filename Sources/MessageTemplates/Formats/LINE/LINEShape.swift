/// What LINE asks of messages whose content it can hold: texts, addresses, cards, templates.
struct LINEShape {
  private let writer = LINEWriter()

  func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {
    var result: [Message] = []
    for message in messages {
      if message.native != nil {
        result.append(message)
        continue
      }
      var message = message
      dropForeign(&message, isAlone: messages.count == 1, &adaptation)
      settle(&message, &adaptation)
      let parts = divided(message, &adaptation)
      result += parts.isEmpty ? [message] : parts
    }
    messages = result
    if adaptation.policy.lineStyle == .template {
      for index in messages.indices { useTemplate(&messages[index], &adaptation) }
    }
  }

  /// Texts and addresses as they will be read again.
  private func settle(_ message: inout Message, _ adaptation: inout Adaptation) {
    if case .text(let title) = message.header?.content, message.body?.text == nil {
      message.header = nil
      if message.body == nil { message.body = Body(nil) }
      message.body?.text = title
      message.body?.title = nil
    }
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
        carousel.cards[index].body?.text = Text(spansOf: text)
      }
      for button in carousel.cards[index].buttons.items.indices {
        settle(&carousel.cards[index].buttons.items[button], &adaptation)
      }
    }
    message.carousel = carousel
  }

  /// A link in the text of a bubble cannot be tapped.
  private func noteLinks(_ message: Message, _ adaptation: inout Adaptation) {
    guard adaptation.source.channel != adaptation.target.channel,
      let text = message.body?.text, text.holds("://"), !message.isBareText
    else { return }
    adaptation.log.add(.linkNotTappable, at: text.place, target: text.place)
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

  /// Markup as spans; a text alone stays a text, without its markup, unless the policy keeps it.
  private func markup(
    of text: Text, in message: Message, _ adaptation: inout Adaptation
  ) -> Text {
    let spans = Text(spansOf: text)
    var plain = message
    plain.body?.text = Text(text.string, marks: [], at: text.place)
    let isBare =
      plain.isBareText && adaptation.policy.lineMarkup == .plain
      && adaptation.source.channel != adaptation.target.channel
    if !isBare, spans.hasMarkup {
      if text.hasCode { adaptation.log.add(.markupDropped, at: text.place, target: text.place) }
      return spans
    }
    adaptation.log.add(.markupDropped, at: text.place, target: text.place)
    return spans.withoutMarkup
  }

  private func settle(
    _ media: inout Media, _ message: Message, _ place: Place, _ adaptation: inout Adaptation
  ) {
    media.url = media.url.map { $0.percentEncoded ?? $0 }
    media.thumbnail = media.thumbnail.map { $0.percentEncoded ?? $0 }
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

  /// An address without what must be encoded, a number without what is only for the eye.
  private func settle(_ button: inout Button, _ adaptation: inout Adaptation) {
    settleKept(&button)
    switch button.action {
    case .url(let url?): button.action = .url(url.percentEncoded ?? url)
    case .phone(let number?):
      let digits = number.string.filter { !" -()".contains($0) }
      if !number.hasVariables, !number.reads(digits) {
        button.action = .phone(Text(digits, at: number.place, markup: false))
      }
    case .dateTime(var question):
      settle(&question, &adaptation)
      button.action = .dateTime(question)
    case .reply(var reply) where reply.data == nil && reply.isSilent:
      reply.isSilent = false
      button.action = .reply(reply)
    default: break
    }
  }

  /// What an action has beyond the model: a member that excludes another goes.
  private func settleKept(_ button: inout Button) {
    guard !button.kept.isEmpty, case .reply(let reply) = button.action else { return }
    if !reply.isSilent { button.kept.removeAll { $0.key == "text" } }
    let opens = button.kept.contains { $0.key == "inputOption" && $0.json == "\"openKeyboard\"" }
    if !opens { button.kept.removeAll { $0.key == "fillInText" } }
  }

  /// A question for a date or a time, without the times that are none.
  private func settle(_ question: inout DateTime, _ adaptation: inout Adaptation) {
    if let mode = question.mode, !["date", "time", "datetime"].contains(mode.string) {
      adaptation.log.add(.wrongTypeDropped, at: mode.place, detail: "date, time or datetime")
      question.mode = .plain("datetime")
    }
    let mode = question.mode?.string ?? "datetime"
    question.mode = question.mode ?? .plain(mode)
    question.data = question.data ?? .plain(mode)
    for path in [\DateTime.initial, \.min, \.max] {
      guard let time = question[keyPath: path], !time.string.isTime(mode) else { continue }
      adaptation.log.add(.wrongTypeDropped, at: time.place, detail: "a \(mode)")
      question[keyPath: path] = nil
    }
    guard let min = question.min, let max = question.max,
      min.string.lowercased() >= max.string.lowercased()
    else { return }
    adaptation.log.add(.wrongTypeDropped, at: max.place, detail: "later than the earliest")
    question.max = nil
  }

  /// Whether the message breaks no rule with the members that only LINE knows.
  private func isSound(_ message: Message) -> Bool {
    var template = Template()
    template.messages = [message]
    var output = Output()
    writer.write(template, to: &output)
    var source = Source()
    source.ownsTexts = true
    source.format = Format.line.id
    var again = Template()
    guard (try? source.load(output.bytes.span)) != nil,
      LINEReader().read(&source, at: source.root, into: &again)
    else { return false }
    return !source.log.entries.contains { $0.code.severity == .error }
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

extension LINEShape {
  /// The cards of one message as several, where they are too many or too large; else nothing.
  private func divided(_ message: Message, _ adaptation: inout Adaptation) -> [Message] {
    guard let carousel = message.carousel else { return [] }
    let most = adaptation.limits[.cards].maximum
    let room = adaptation.limits[.cardsBytes].advised
    var groups: [[Card]] = [[]]
    var size = 0
    let isLarge = carousel.cards.contains { ($0.body?.text?.count ?? 0) > 2_000 }
    if carousel.cards.count <= most, !isLarge { return [] }
    for card in carousel.cards {
      let length = isLarge ? bytes(of: card) : 0
      let isFull = groups[groups.count - 1].count == most || size + length > room
      if isFull, !groups[groups.count - 1].isEmpty {
        groups.append([])
        size = 0
      }
      groups[groups.count - 1].append(card)
      size += length
    }
    if groups.count == 1 { return [] }
    adaptation.log.add(
      .cardsDivided, at: carousel.anyPlace, limit: most, found: carousel.cards.count)
    return groups.enumerated().map { index, cards in
      var part = index == 0 ? message : Message()
      if index == groups.count - 1 { part.quickReplies = message.quickReplies }
      if index < groups.count - 1 { part.quickReplies = nil }
      part.sender = message.sender
      part.alternative = message.alternative
      part.carousel = Carousel(cards)
      if index == 0 { part.carousel?.place = carousel.place }
      return part
    }
  }

  private func bytes(of card: Card) -> Int {
    var message = Message()
    message.carousel = Carousel([card])
    return writer.layout(of: message).count
  }
}

extension Text {
  /// The text with its markup as spans have it.
  init(spansOf text: Text) {
    self.init(styled: text.runs.map { (text.excerpt($0.range), $0.style) }, at: text.place)
  }

  /// The words without their delimiters.
  var withoutMarkup: Text {
    Text(styled: runs.map { (excerpt($0.range), []) }, at: place)
  }

  /// Whether a part of the text is code.
  var hasCode: Bool { withMarks { $0.contains { $0.kind == .code } } }
}

/// Reads a bubble or carousel as a person sees it: picture, heading, text, small print, buttons.
struct FlexReader {
  private let actions = LINEReader()

  func read(_ source: inout Source, at place: Place, into message: inout Message) {
    guard source.word(place, "type") == "carousel" else {
      let content = bubble(&source, place)
      content.fill(&message, &source)
      return
    }
    var carousel = Carousel(
      source.list(place, "contents").map { place in
        var card = Card()
        card.place = place
        bubble(&source, place).fill(&card, &source)
        return card
      })
    carousel.place = source.member(place, "contents") ?? place
    message.carousel = carousel
  }

  private func bubble(_ source: inout Source, _ place: Place) -> FlexContent {
    var content = FlexContent()
    if let hero = source.object(place, "hero") { readHero(&source, hero, &content) }
    for (key, block) in [("header", FlexText.Block.header), ("body", .body), ("footer", .footer)] {
      content.block = block
      content.joiner = .line
      if let box = source.object(place, key) { readBox(&source, box, &content) }
    }
    if source.object(place, "action") != nil {
      let words = content.texts.first?.text
      if let tap = actions.tap(&source, on: place, words: words) { content.taps.append(tap) }
    }
    for tap in content.taps { actions.addTap(tap, to: &content.buttons, &source) }
    return content
  }

  private func readHero(_ source: inout Source, _ hero: Place, _ content: inout FlexContent) {
    content.block = .hero
    switch source.word(hero, "type") {
    case "video":
      var media = Media(.video, url: source.text(hero, "url"))
      media.thumbnail = source.text(hero, "previewUrl")
      content.setMedia(media, at: hero)
      // What stands in for the film says something of its own, unless it is the preview.
      if let other = source.object(hero, "altContent") {
        if let url = source.text(other, "url"), let preview = media.thumbnail, url == preview {
          source.join(url.place, to: preview.place)
        } else if let url = media.url {
          content.header?.place = url.place
        }
      }
      if let tap = actions.tap(&source, on: hero) { content.taps.append(tap) }
    case "image": readImage(&source, hero, &content)
    default: readBox(&source, hero, &content)
    }
  }

  /// The first large picture is the message's; small ones are decoration.
  private func readImage(_ source: inout Source, _ place: Place, _ content: inout FlexContent) {
    if let tap = actions.tap(&source, on: place) { content.taps.append(tap) }
    guard let url = source.text(place, "url") else { return }
    if isSmall(source.word(place, "size")) {
      source.tape.fates[Int(url.place.token)] = .presentation
    } else if content.header == nil {
      content.setMedia(Media(.image, url: url), at: place)
    }
  }

  private func isSmall(_ size: String) -> Bool {
    if ["xxs", "xs", "sm"].contains(size) { return true }
    return size.hasSuffix("px") && (Double(size.dropLast(2)) ?? 0) <= 60
  }

  /// Everything in a box, in reading order.
  private func readBox(_ source: inout Source, _ box: Place, _ content: inout FlexContent) {
    let children = source.list(box, "contents")
    if source.object(box, "action") != nil {
      if let label = onlyText(source, box), readTappable(&source, box, label, &content) { return }
      let words = firstWords(source, box)
      if let tap = actions.tap(&source, on: box, words: words) { content.taps.append(tap) }
    }
    let isRow = source.word(box, "layout") != "vertical"
    for (index, child) in children.enumerated() {
      let isText = source.word(child, "type") == "text"
      if isRow, index > 0, isText { content.join(by: .space) }
      read(&source, child, &content)
    }
    content.join(by: .line)
  }

  private func read(_ source: inout Source, _ place: Place, _ content: inout FlexContent) {
    switch source.word(place, "type") {
    case "box": readBox(&source, place, &content)
    case "text": readText(&source, place, &content)
    case "image": readImage(&source, place, &content)
    case "separator": content.join(by: .paragraph)
    case "button":
      if let action = source.object(place, "action"),
        let button = actions.button(&source, action: action, at: place)
      {
        content.buttons.items.append(button)
      }
    default: break
    }
  }

  private func readText(_ source: inout Source, _ place: Place, _ content: inout FlexContent) {
    if source.object(place, "action") != nil, readTappable(&source, place, place, &content) {
      return
    }
    let text = FlexText(source: &source, at: place, in: content.block)
    if let text { content.add(text) }
    if let tap = actions.tap(&source, on: place, words: text?.text) { content.taps.append(tap) }
  }

  /// The first words in a box that are not tapped by themselves.
  private func firstWords(_ source: Source, _ box: Place) -> Text? {
    for child in source.list(box, "contents") where source.object(child, "action") == nil {
      switch source.word(child, "type") {
      case "text":
        if let text = source.text(child, "text"), source.list(child, "contents").isEmpty {
          return text
        }
      case "box": if let text = firstWords(source, child) { return text }
      default: break
      }
    }
    return nil
  }

  /// Something tappable with one short text is a button, whatever it is made of.
  private func readTappable(
    _ source: inout Source, _ place: Place, _ label: Place, _ content: inout FlexContent
  ) -> Bool {
    guard let action = source.object(place, "action"),
      let text = FlexText(source: &source, at: label, in: content.block)?.text,
      text.isShortLine,
      var button = actions.button(&source, action: action, at: place)
    else { return false }
    if let own = button.label { source.tape.fates[Int(own.place.token)] = .presentation }
    // The reader's words were compared with a label that nobody sees.
    if case .reply(var reply) = button.action, let own = button.label, reply.says == nil,
      !reply.isSilent, own != text
    {
      reply.says = own
      button.action = .reply(reply)
    }
    button.label = text
    content.buttons.items.append(button)
    return true
  }

  /// The one text in a box that has nothing else to read or tap.
  private func onlyText(_ source: Source, _ box: Place) -> Place? {
    var found: Place?
    for child in source.list(box, "contents") {
      switch source.word(child, "type") {
      case "text":
        if found != nil || source.object(child, "action") != nil { return nil }
        found = child
      case "box":
        if source.object(child, "action") != nil { return nil }
        guard let inner = onlyText(source, child) else {
          if holdsContent(source, child) { return nil }
          continue
        }
        if found != nil { return nil }
        found = inner
      case "button", "image": return nil
      default: break
      }
    }
    return found
  }

  private func holdsContent(_ source: Source, _ box: Place) -> Bool {
    source.list(box, "contents").contains { child in
      switch source.word(child, "type") {
      case "text", "button", "image": true
      case "box": holdsContent(source, child)
      default: false
      }
    }
  }
}

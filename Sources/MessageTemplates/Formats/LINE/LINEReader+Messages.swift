/// The types of message.
extension LINEReader {
  func readMessage(_ source: inout Source, at place: Place, into message: inout Message) {
    switch source.word(place, "type") {
    case "text":
      message.body = body(&source, place)
      if readEmojis(&source, place, into: &message) { keepWhole(&source, place, in: &message) }
    case "textV2":
      readTextV2(&source, place, into: &message)
      keepWhole(&source, place, in: &message)
    case "image": message.header = header(.media(image(&source, place)), at: place)
    case "video":
      var media = Media(.video, url: source.text(place, "originalContentUrl"))
      media.thumbnail = source.text(place, "previewImageUrl")
      message.header = header(.media(media), at: place)
    case "audio":
      var media = Media(.audio, url: source.text(place, "originalContentUrl"))
      media.duration = source.number(place, "duration")?.thousandth
      message.header = header(.media(media), at: place)
    case "sticker":
      var sticker = Sticker()
      sticker.package = source.text(place, "packageId")
      sticker.id = source.text(place, "stickerId")
      message.header = header(.sticker(sticker), at: place)
    case "location": message.header = header(.location(location(source, place)), at: place)
    case "imagemap":
      readImagemap(&source, place, into: &message)
      keepWhole(&source, place, in: &message)
    case "coupon": keepWhole(&source, place, in: &message)
    case "template":
      if let layout = source.object(place, "template") {
        readTemplate(&source, at: layout, into: &message)
        keep(&source, layout, "template", in: &message)
      }
    case "flex":
      if let layout = source.object(place, "contents") {
        FlexReader().read(&source, at: layout, into: &message)
        keep(&source, layout, "contents", in: &message)
      }
    default:
      FlexReader().read(&source, at: place, into: &message)
      keep(&source, place, "contents", in: &message)
    }
    readCommon(&source, place, into: &message)
  }

  private func header(_ content: Header.Content, at place: Place) -> Header {
    var header = Header(content)
    header.place = place
    return header
  }

  private func body(_ source: inout Source, _ place: Place) -> Body? {
    guard let text = source.text(place, "text") else { return nil }
    var body = Body(text)
    body.place = text.place
    return body
  }

  /// A picture; a smaller one that is the same says nothing.
  private func image(_ source: inout Source, _ place: Place) -> Media {
    var media = Media(.image, url: source.text(place, "originalContentUrl"))
    media.thumbnail = source.text(place, "previewImageUrl")
    if let preview = media.thumbnail, preview == media.url {
      source.tape.fates[Int(preview.place.token)] = .structure
      media.thumbnail = nil
    }
    return media
  }

  private func location(_ source: Source, _ place: Place) -> Location {
    var location = Location()
    location.name = source.text(place, "title")
    location.address = source.text(place, "address")
    location.latitude = source.number(place, "latitude")
    location.longitude = source.number(place, "longitude")
    return location
  }

  /// Puts a sign where a dollar sign stands for one of LINE's own emoji; false where none does.
  private func readEmojis(
    _ source: inout Source, _ place: Place, into message: inout Message
  ) -> Bool {
    guard let text = message.body?.text else { return false }
    let units = Array(text.string.utf16)
    var found = Set<Int>()
    for emoji in source.list(place, "emojis") {
      guard let index = source.number(emoji, "index")?.integer, units.indices.contains(index),
        units[index] == 0x24
      else { continue }
      found.insert(index)
      source.gather(emoji, under: "productId")
    }
    if found.isEmpty { return false }
    let signed = units.indices.flatMap {
      found.contains($0) ? Array(LINEReader.emoji.utf16) : [units[$0]]
    }
    message.body?.text = Text(
      String(decoding: signed, as: UTF16.self), at: text.place, markup: false)
    return true
  }

  /// What stands for an emoji that only LINE has.
  private static let emoji = "🙂"

  /// A text in which braces stand for members of the group and for LINE's own emoji.
  private func readTextV2(_ source: inout Source, _ place: Place, into message: inout Message) {
    guard let text = source.text(place, "text") else { return }
    let substitution = source.object(place, "substitution")
    if let substitution { gatherReplacements(&source, substitution) }
    var result = ""
    var rest = text.string[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      result += rest[..<brace]
      let next = rest.index(after: brace)
      if next < rest.endIndex, rest[next] == rest[brace] {
        result.append(rest[brace])
        rest = rest[rest.index(after: next)...]
      } else if rest[brace] == "{", let end = rest[next...].firstIndex(of: "}") {
        let key = String(rest[next..<end])
        result += words(source, substitution, key)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(rest[brace])
        rest = rest[next...]
      }
    }
    result += rest
    message.body = Body(Text(result, at: text.place, markup: false))
    message.body?.place = text.place
  }

  /// One finding speaks of a replacement, whether the text uses it or not.
  private func gatherReplacements(_ source: inout Source, _ substitution: Place) {
    var index = substitution.token + 1
    while index < source.tape.tokens[Int(substitution.token)].next {
      let value = Place(token: index)
      index = source.tape.tokens[Int(index)].next
      if source.kind(value) == .object, !source.isLeftOut(value) {
        source.gather(value, under: "type")
      }
    }
  }

  /// How a replacement reads: a mention by its key, an emoji as a sign.
  private func words(_ source: Source, _ substitution: Place?, _ key: String) -> String {
    guard let substitution, let value = source.tape.member(of: substitution, named: key),
      source.kind(value) == .object
    else { return key }
    let isMention = source.word(value, "type") == "mention"
    if source.isLeftOut(value) { return isMention ? "@" + key : key }
    if !isMention { return LINEReader.emoji }
    let isAll = source.object(value, "mentionee").map { source.word($0, "type") } == "all"
    return "@" + (isAll ? "All" : key)
  }

  /// A picture with tappable areas.
  private func readImagemap(_ source: inout Source, _ place: Place, into message: inout Message) {
    if let base = source.text(place, "baseUrl") {
      var url = base
      url.append(literal: "/1040")
      message.header = header(.media(Media(.image, url: url)), at: base.place)
    }
    var items: [Button] = []
    for area in source.list(place, "actions") {
      if let button = areaButton(&source, area) { items.append(button) }
    }
    message.buttons.items = items
    message.buttons.place = source.member(place, "actions") ?? .nowhere
  }

  /// The whole message as its format spells it.
  private func keepWhole(_ source: inout Source, _ place: Place, in message: inout Message) {
    message.native = source.layout(place, key: nil, origin: Format.line.id)
  }

  /// A layout, where it is another than ours.
  private func keep(
    _ source: inout Source, _ place: Place, _ key: String, in message: inout Message
  ) {
    let layout = source.layout(place, key: key, origin: Format.line.id)
    let own = LINEWriter().layout(of: message)
    if key == "contents", own.elementsEqual(layout.json.utf8) {
      source.forgetPresentation(place)
    } else {
      message.native = layout
    }
  }

  /// What all messages may have.
  private func readCommon(_ source: inout Source, _ place: Place, into message: inout Message) {
    if let quick = source.object(place, "quickReply") {
      message.quickReplies = quickReplies(&source, quick)
    }
    if let object = source.object(place, "sender") {
      var sender = Sender()
      sender.place = object
      sender.name = source.text(object, "name")
      sender.icon = source.text(object, "iconUrl")
      message.sender = sender
    }
    if let alternative = source.text(place, "altText") {
      if alternative.reads(message.plainSummary(within: Format.line.capabilities[.alternative])) {
        source.tape.fates[Int(alternative.place.token)] = .structure
      } else {
        message.alternative = alternative
      }
    }
    if message.native?.key == nil, message.native != nil { return }
    for key in ["emojis", "quoteToken", "trackingId"] {
      if let member = source.member(place, key) { message.kept.append(source.kept(member)) }
    }
  }

  private func quickReplies(_ source: inout Source, _ quick: Place) -> Buttons {
    var items: [Button] = []
    for item in source.list(quick, "items") {
      guard let action = source.object(item, "action"),
        var button = button(&source, action: action, at: item)
      else { continue }
      if let icon = source.text(item, "imageUrl") { button.icon = icon }
      items.append(button)
    }
    var buttons = Buttons(items)
    buttons.place = quick
    return buttons
  }
}

extension Number {
  /// Milliseconds as seconds, every digit kept.
  var thousandth: Number {
    guard let value = integer, value >= 0 else { return self }
    let rest = value % 1000
    if rest == 0 { return Number(String(value / 1000), at: place) }
    var digits = String(1000 + rest).dropFirst()
    while digits.hasSuffix("0") { digits.removeLast() }
    return Number("\(value / 1000).\(digits)", at: place)
  }

  /// Seconds as milliseconds.
  var thousandfold: Int? {
    guard let value, value >= 0, value < 1e9 else { return nil }
    return Int((value * 1000).rounded())
  }
}

/// Spells out Viber messages: one as an object, several as an array, in the order they are sent.
struct ViberBotWriter {
  private var rules: ObjectRules { Format.viberBot.capabilities.objects }

  func write(_ template: Template, to output: inout Output) {
    if template.messages.count == 1 { return write(template.messages[0], to: &output) }
    output.beginArray(nil, at: template.place)
    for index in template.messages.indices { write(template.messages[index], to: &output) }
    output.endArray()
  }

  func write(_ message: Message, to output: inout Output) {
    if let native = message.native, native.key == nil {
      land(message, before: native, to: &output)
      return output.kept(native)
    }
    output.beginObject(at: message.place)
    var version = message.kept.first { $0.key == "min_api_version" }
    for member in message.kept where member.key != version?.key { output.kept(member) }
    let needed = self.version(of: message)
    if (version.flatMap { Int($0.json) } ?? 0) < needed { version = nil }
    if let version { output.kept(version) } else { output.integer("min_api_version", needed) }
    if let sender = message.sender {
      output.beginObject("sender", at: sender.place)
      output.text("name", sender.name)
      output.text("avatar", sender.icon)
      output.endObject()
    }
    writeContent(of: message, to: &output)
    write("rich_media", of: message, to: &output)
    write("keyboard", of: message, to: &output)
    output.endObject()
  }

  /// The smallest version that has what the message holds.
  func version(of message: Message) -> Int {
    layouts(of: message).map { rules.version(of: $0.json, as: $0.key) }.max() ?? 1
  }

  /// The layouts of a message as they are written.
  private func layouts(of message: Message) -> [(key: String, json: [UInt8])] {
    ["rich_media", "keyboard"].compactMap { key in
      if let native = message.native, native.key == key { return (key, Array(native.json.utf8)) }
      let own = layout(key, of: message)
      return own.isEmpty ? nil : (key, own)
    }
  }

  /// A layout of our own; empty where the message needs none.
  func layout(_ key: String, of message: Message) -> [UInt8] {
    var output = Output()
    writeOwn(key, of: message, nil, to: &output)
    return output.bytes
  }

  private func write(_ key: StaticString, of message: Message, to output: inout Output) {
    if let native = message.native, native.key == key.description {
      land(message, before: native, to: &output)
      output.kept(native)
    } else {
      writeOwn(key.description, of: message, key, to: &output)
    }
  }

  private func writeOwn(
    _ name: String, of message: Message, _ key: StaticString?, to output: inout Output
  ) {
    if name == "keyboard", let quick = message.quickReplies {
      writeKeyboard(quick, key, to: &output)
    } else if name == "rich_media", let carousel = message.carousel {
      writeCarousel(carousel, key, to: &output)
    }
  }

  /// What a layout says landed with it, also where it did not stand in it.
  private func land(_ message: Message, before native: Kept, to output: inout Output) {
    guard native.place.exists else { return }
    var message = message
    message.native = nil
    var own = Output()
    write(message, to: &own)
    own.landings.withValues {
      for landing in $0 where landing.place.token < native.place.token {
        output.land(landing.place)
      }
    }
  }

  private func writeContent(of message: Message, to output: inout Output) {
    switch message.header?.content {
    case .media(let media): write(media, message.body?.text, to: &output)
    case .location(let location):
      output.word("type", "location")
      output.beginObject("location", at: message.header?.place ?? .nowhere)
      output.number("lat", location.latitude)
      output.number("lon", location.longitude)
      output.endObject()
    case .contact(let contact):
      output.word("type", "contact")
      output.beginObject("contact", at: message.header?.place ?? .nowhere)
      output.text("name", contact.name)
      output.text("phone_number", contact.phone)
      output.endObject()
    case .sticker(let sticker):
      output.word("type", "sticker")
      if let id = sticker.id { output.number("sticker_id", Number(id.string, at: id.place)) }
    case .text, .product, nil: writeText(of: message, to: &output)
    }
  }

  private func writeText(of message: Message, to output: inout Output) {
    if message.carousel != nil || message.native?.key == "rich_media" {
      output.word("type", "rich_media")
      writeAlternative(of: message, to: &output)
    } else if let text = message.body?.text {
      output.word("type", "text")
      output.text("text", text)
    }
  }

  /// What old clients show instead of cards: what the cards say, where nothing else is given.
  private func writeAlternative(of message: Message, to output: inout Output) {
    if let alternative = message.alternative {
      output.text("alt_text", alternative)
    } else if message.native == nil {
      output.string(
        "alt_text", message.plainSummary(within: Format.viberBot.capabilities[.alternative]))
    }
  }

  private func write(_ media: Media, _ text: Text?, to output: inout Output) {
    switch media.kind {
    case .image:
      output.word("type", "picture")
      if let text { output.text("text", text) } else { output.string("text", "") }
    case .video:
      output.word("type", "video")
      output.text("text", text)
    case .gif: output.word("type", "url")
    case .document, .audio: output.word("type", "file")
    }
    output.text("media", media.url)
    output.text("thumbnail", media.thumbnail)
    output.number("size", media.size)
    output.number("duration", media.duration)
    output.text("file_name", media.fileName)
  }
}

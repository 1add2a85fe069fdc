/// Spells out messages, straight into the output: what is fixed in a layout is copied as it stands.
struct LINEWriter {
  func write(_ template: Template, to output: inout Output) {
    output.beginObject(at: template.place)
    output.beginArray("messages")
    for index in template.messages.indices {
      output.begin(nil)
      write(template.messages.span[index], to: &output)
    }
    output.endArray()
    output.endObject()
  }

  /// One message, for which a key or a comma was written: its layout as it was, a text, a medium alone, or a layout of ours.
  func write(_ message: Message, to output: inout Output) {
    if let native = message.native, native.key == nil { return output.whole(native) }
    output.land(message.place)
    output.openObject()
    if let native = message.native {
      writeNative(native, of: message, to: &output)
    } else if message.isBareText, let text = message.body?.text {
      output.word("type", "text")
      output.begin("text")
      output.land(message.body?.place ?? .nowhere)
      output.text(text)
    } else if message.isLoneHeader, let header = message.header {
      write(alone: header, to: &output)
    } else {
      output.word("type", "flex")
      writeAlternative(of: message, to: &output)
      output.begin("contents")
      writeLayout(of: message, to: &output)
    }
    output.kept(message.kept)
    if let quick = message.quickReplies { write(quick, to: &output) }
    if let sender = message.sender {
      output.beginObject("sender", at: sender.place)
      output.text("name", sender.name)
      output.text("iconUrl", sender.icon)
      output.endObject()
    }
    output.endObject()
  }

  private func writeNative(_ native: Kept, of message: Message, to output: inout Output) {
    if native.key == "template" {
      output.word("type", "template")
    } else {
      output.word("type", "flex")
    }
    writeAlternative(of: message, to: &output)
    if native.key == "template", !native.place.exists {
      output.begin("template")
      writeTemplate(of: message, to: &output)
    } else {
      output.kept(native)
    }
  }

  private func writeAlternative(of message: Message, to output: inout Output) {
    if let alternative = message.alternative {
      output.text("altText", alternative)
    } else {
      output.begin("altText")
      message.withSummary(within: Format.line.capabilities[.alternative]) { output.quote($0) }
    }
  }

  /// A message that is one thing.
  private func write(alone header: Header, to output: inout Output) {
    output.land(header.place)
    switch header.content {
    case .media(let media): write(alone: media, to: &output)
    case .location(let location):
      output.word("type", "location")
      output.text("title", location.name)
      output.text("address", location.address)
      output.number("latitude", location.latitude)
      output.number("longitude", location.longitude)
    case .sticker(let sticker):
      output.word("type", "sticker")
      output.text("packageId", sticker.package)
      output.text("stickerId", sticker.id)
    case .text(let text):
      output.word("type", "text")
      output.text("text", text)
    case .contact(let contact):
      output.word("type", "text")
      output.text("text", contact.phone ?? contact.name)
    case .product: output.word("type", "text")
    }
  }

  private func write(alone media: Media, to output: inout Output) {
    switch media.kind {
    case .audio:
      output.word("type", "audio")
      output.text("originalContentUrl", media.url)
      guard let duration = media.duration, let milliseconds = duration.thousandfold else { return }
      output.begin("duration")
      output.spelled(String(milliseconds).utf8, at: duration.place)
    case .video, .image, .document, .gif:
      output.word("type", media.kind == .video ? "video" : "image")
      output.text("originalContentUrl", media.url)
      var preview = media.thumbnail ?? media.url
      if media.thumbnail == nil { preview?.place = .nowhere }
      output.text("previewImageUrl", preview)
    }
  }

  private func write(_ quick: Buttons, to output: inout Output) {
    output.beginObject("quickReply", at: quick.place)
    output.beginArray("items")
    for index in quick.items.indices {
      output.beginObject(at: quick.items[index].place)
      output.word("type", "action")
      output.text("imageUrl", quick.items[index].icon)
      output.begin("action")
      write(action: quick.items.span[index], to: &output)
      output.endObject()
    }
    output.endArray()
    output.endObject()
  }

  /// The layout that ours would be.
  func layout(of message: Message) -> [UInt8] {
    var output = Output()
    writeLayout(of: message, to: &output)
    return output.bytes
  }
}

extension Message {
  /// Whether a text and nothing else, which needs no layout.
  var isBareText: Bool { isOnlyText && !(body?.text?.hasMarkup ?? true) }

  /// Whether a text and nothing else, which may be marked up.
  var isOnlyText: Bool {
    !header.isThere && footer == nil && buttons.items.isEmpty && !carousel.isThere
      && body?.title == nil && body?.text != nil
  }

  /// Whether a header and nothing else, which is a message of its own type.
  var isLoneHeader: Bool {
    guard body?.text == nil, body?.title == nil, footer == nil, buttons.items.isEmpty,
      carousel == nil, let header
    else { return false }
    if case .text = header.content { return false }
    return true
  }
}

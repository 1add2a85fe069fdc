/// The layouts of ours: a picture above, a bold heading, the text, small print, buttons.
extension LINEWriter {
  func writeLayout(of message: Message, to output: inout Output) {
    guard let carousel = message.carousel else { return writeBubble(of: message, to: &output) }
    output.raw(#"{"type":"carousel","contents":"#)
    output.land(carousel.place)
    output.raw("[")
    for index in carousel.cards.indices {
      if index > 0 { output.raw(",") }
      write(carousel.cards.span[index], to: &output)
    }
    output.close("]}")
  }

  private func writeBubble(of message: Message, to output: inout Output) {
    let body = message.body
    output.raw(#"{"type":"bubble""#)
    if message.isRightToLeft { output.raw(#","direction":"rtl""#) }
    var (heading, node) = (body?.title, Place.nowhere)
    switch message.header?.content {
    case .media(let media): writeHero(media, message.header?.place, to: &output)
    case .text(let text): (heading, node) = (text, message.header?.place ?? .nowhere)
    default: break
    }
    let text = body?.text
    if heading != nil || text != nil || message.footer?.text != nil {
      output.raw(#","body":{"type":"box","layout":"vertical","spacing":"md","contents":["#)
      var isFirst = true
      if let heading {
        write(heading, node, #","weight":"bold","size":"xl","wrap":true}"#, &isFirst, to: &output)
      }
      if let body, let text {
        write(text, body.place, ##","color":"#333333","wrap":true}"##, &isFirst, to: &output)
      }
      if let footer = message.footer, let text = footer.text {
        write(
          text, footer.place, ##","size":"xs","color":"#8C8C8C","margin":"lg","wrap":true}"##,
          &isFirst, to: &output)
      }
      output.raw("]}")
    }
    writeButtons(message.buttons, to: &output)
    output.close("}")
  }

  private func write(_ card: Card, to output: inout Output) {
    output.land(card.place)
    output.raw(#"{"type":"bubble""#)
    if card.body?.isRightToLeft ?? false { output.raw(#","direction":"rtl""#) }
    if let header = card.header, case .media(let media) = header.content {
      writeHero(media, header.place, to: &output)
    }
    if let body = card.body, body.title != nil || body.text != nil {
      output.raw(#","body":{"type":"box","layout":"vertical","spacing":"sm","contents":["#)
      var isFirst = true
      let node = body.text == nil ? body.place : .nowhere
      if let title = body.title {
        write(title, node, #","weight":"bold","size":"lg","wrap":true}"#, &isFirst, to: &output)
      }
      if let text = body.text {
        write(
          text, body.place, ##","size":"sm","color":"#555555","wrap":true}"##, &isFirst, to: &output
        )
      }
      output.raw("]}")
    }
    writeButtons(card.buttons, to: &output)
    output.close("}")
  }

  private func writeHero(_ media: Media, _ place: Place?, to output: inout Output) {
    let picture: StaticString = #","size":"full","aspectRatio":"20:13","aspectMode":"cover"}"#
    guard media.kind == .video else {
      output.raw(#","hero":"#)
      output.land(place ?? .nowhere)
      output.raw(#"{"type":"image","url":"#)
      if let url = media.url { output.text(url) }
      return output.raw(picture)
    }
    output.raw(#","hero":"#)
    output.land(place ?? .nowhere)
    output.raw(#"{"type":"video","url":"#)
    if let url = media.url { output.text(url) }
    output.raw(#","previewUrl":"#)
    if var preview = media.thumbnail {
      output.text(preview)
      preview.place = .nowhere
      output.raw(#","altContent":{"type":"image","url":"#)
      output.text(preview)
    }
    output.raw(
      #","size":"full","aspectRatio":"20:13","aspectMode":"cover"},"aspectRatio":"20:13"}"#)
  }

  /// A text component; marked-up words are spans.
  private func write(
    _ text: Text, _ node: Place, _ look: StaticString, _ isFirst: inout Bool,
    to output: inout Output
  ) {
    if !isFirst { output.raw(",") }
    isFirst = false
    output.land(node)
    guard text.hasMarkup else {
      output.raw(#"{"type":"text","text":"#)
      output.text(text)
      return output.raw(look)
    }
    output.raw(#"{"type":"text","contents":["#)
    for (index, run) in text.runs.enumerated() {
      output.raw(index > 0 ? #",{"type":"span","text":"# : #"{"type":"span","text":"#)
      if index == 0 { output.land(text.place) }
      text.part(run.range).withBytes { output.quote($0) }
      if run.style.contains(.bold) { output.raw(#","weight":"bold""#) }
      if run.style.contains(.italic) { output.raw(#","style":"italic""#) }
      if run.style.contains(.strike) { output.raw(#","decoration":"line-through""#) }
      output.raw("}")
    }
    output.raw("]")
    output.raw(look)
  }

  /// Buttons below each other: the first stands out, unless all are answers to choose among.
  private func writeButtons(_ buttons: Buttons, to output: inout Output) {
    if buttons.items.isEmpty { return }
    output.raw(#","footer":{"type":"box","layout":"vertical","spacing":"sm","contents":"#)
    output.land(buttons.place)
    output.raw("[")
    for index in buttons.items.indices {
      let button = buttons.items.span[index]
      if index > 0 { output.raw(",") }
      output.land(button.place)
      switch button.action {
      case _ where index == 0 && !buttons.isChoice:
        output.raw(#"{"type":"button","style":"primary","height":"sm","action":"#)
      case .reply, .dateTime:
        output.raw(#"{"type":"button","style":"secondary","height":"sm","action":"#)
      default:
        output.raw(#"{"type":"button","style":"link","height":"sm","action":"#)
      }
      write(action: button, to: &output)
      output.raw("}")
    }
    output.raw("]}")
  }
}

extension Buttons {
  /// Whether three answers or more, none of which the business may prefer.
  fileprivate var isChoice: Bool { items.count > 2 && items.allSatisfy(\.isReply) }
}

extension Message {
  /// Whether the first letters are written from right to left.
  fileprivate var isRightToLeft: Bool {
    if case .text(let text) = header?.content { return text.isRightToLeft }
    return body?.isRightToLeft ?? footer?.text?.isRightToLeft ?? false
  }
}

extension Body {
  fileprivate var isRightToLeft: Bool { (title ?? text)?.isRightToLeft ?? false }
}

extension Text {
  /// Whether the first letter outside variables belongs to a script written from right to left.
  fileprivate var isRightToLeft: Bool {
    // Hebrew, Arabic and their neighbours begin with the bytes D6 to DF in UTF-8.
    withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == 0x28 {
          index = bytes.firstIndex(of: UInt8(ascii: ")"), from: index)
        } else if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
          return false
        } else if (0xD6...0xDF).contains(byte) {
          return true
        } else if (0xC3...0xD5).contains(byte) || (0xE0...0xEE).contains(byte), byte != 0xE2 {
          return false
        }
        index += 1
      }
      return false
    }
  }
}

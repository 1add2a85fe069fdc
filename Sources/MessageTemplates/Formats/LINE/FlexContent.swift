/// What a bubble says and does, while it is read.
struct FlexContent {
  /// How a text follows the one before it.
  enum Joiner: UInt8 {
    case space, line, paragraph

    var spelling: String {
      switch self {
      case .space: " "
      case .line: "\n"
      case .paragraph: "\n\n"
      }
    }
  }

  var header: Header?
  var texts: [FlexText] = []
  var buttons = Buttons()
  /// What else can be tapped.
  var taps: [Button] = []
  var block = FlexText.Block.body
  var joiner = Joiner.line

  mutating func setMedia(_ media: Media, at place: Place) {
    header = Header(.media(media))
    header?.place = place
  }

  /// How the next text follows; a paragraph does not become a line again before it.
  mutating func join(by other: Joiner) {
    if joiner != .paragraph || other == .paragraph { joiner = other }
  }

  mutating func add(_ text: FlexText) {
    var text = text
    text.joiner = joiner
    texts.append(text)
    joiner = .line
  }

  /// The content as a message.
  func fill(_ message: inout Message, _ source: inout Source) {
    var texts = texts
    let title = takeTitle(&texts)
    let footer = takeFooter(&texts, hasTitle: title != nil)
    message.header = header
    message.body = body(title, texts, &source)
    if message.header == nil, let title, message.body?.text != nil {
      message.body?.title = nil
      message.header = Header(.text(title))
      message.header?.place = title.place
    }
    if let footer {
      message.footer = Footer(footer)
      message.footer?.place = footer.place
    }
    message.buttons = buttons
  }

  /// The content as a card, which has no small print.
  func fill(_ card: inout Card, _ source: inout Source) {
    var texts = texts
    let title = takeTitle(&texts)
    card.header = header
    card.body = body(title, texts, &source)
    card.buttons = buttons
  }

  /// A heading alone is the text of a bubble without a picture.
  private func body(_ title: Text?, _ texts: [FlexText], _ source: inout Source) -> Body? {
    let text = joined(texts, &source)
    if text == nil, title == nil { return nil }
    if text == nil, header == nil {
      var body = Body(title)
      body.place = title?.place ?? .nowhere
      return body
    }
    var body = Body(text)
    body.place = text?.place ?? title?.place ?? .nowhere
    if let title { body.title = title }
    return body
  }

  /// The first text of a header block, else the larger of the bold texts that come first.
  private func takeTitle(_ texts: inout [FlexText]) -> Text? {
    guard let first = texts.first else { return nil }
    if first.block == .header { return texts.removeFirst().text }
    guard first.isBold, first.block != .footer else { return nil }
    if texts.count > 2, texts[1].isBold, texts[1].rank > first.rank {
      return texts.remove(at: 1).text
    }
    return texts.removeFirst().text
  }

  /// The last text, where it stands alone in small grey letters or below the body.
  private func takeFooter(_ texts: inout [FlexText], hasTitle: Bool) -> Text? {
    guard let last = texts.last, last.joiner != .space, hasTitle || texts.count > 1,
      last.block == .footer || last.isSmallPrint, !last.text.hasMarkup
    else { return nil }
    return texts.removeLast().text
  }

  private func joined(_ texts: [FlexText], _ source: inout Source) -> Text? {
    guard let first = texts.first else { return nil }
    if texts.count == 1 { return first.marked(&source) }
    let marked = texts.map { $0.marked(&source) }
    var bytes = 0
    var marks = 0
    for text in marked {
      bytes += text.count + 2
      marks += text.markCount
    }
    var builder = TextBuilder(bytes: bytes, marks: marks, in: nil)
    for (index, text) in marked.enumerated() {
      if index > 0 {
        builder.append(texts[index].joiner.spelling)
        source.join(text.place, to: first.text.place)
      }
      builder.append(text)
    }
    return builder.finished(at: first.text.place)
  }
}

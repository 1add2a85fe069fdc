/// Which LINE messages the components that all channels share can say.
extension Message {
  /// Whether header, body, footer, buttons and cards say all of it, and will be read as they are.
  var hasOnlyComponents: Bool {
    native == nil && !kept.contains { $0.origin == Format.line.id } && quickReplies == nil
      && sender == nil && alternative == nil
      && body?.title == nil && (body?.text?.isTextualMarkup ?? true)
      && (header?.isComponent ?? true) && buttons.items.allSatisfy(\.isComponent)
      && (carousel?.cards.allSatisfy(\.isComponent) ?? true)
  }
}

extension Card {
  fileprivate var isComponent: Bool {
    body?.title == nil && (body?.text?.isTextualMarkup ?? true) && (header?.isComponent ?? true)
      && buttons.items.allSatisfy(\.isComponent)
  }
}

extension Header {
  fileprivate var isComponent: Bool {
    switch content {
    case .text, .location: true
    case .media(let media):
      media.kind == .video || (media.kind == .image && media.thumbnail == nil)
    case .sticker, .contact, .product: false
    }
  }
}

extension Button {
  fileprivate var isComponent: Bool {
    guard kept.isEmpty, icon == nil else { return false }
    switch action {
    case .url, .phone, .coupon, .unknown: return true
    case .reply(let reply): return reply.data == nil && reply.says == nil && !reply.isSilent
    default: return false
    }
  }
}

extension Text {
  /// Whether the marks are those that a reader of delimiters finds.
  fileprivate var isTextualMarkup: Bool {
    hasSameMarks(as: withBytes { Text($0, markup: true, at: place, in: nil) })
  }
}

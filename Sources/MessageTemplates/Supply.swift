/// Something that the source lacks, for a place of the canonical model.
public struct Supply: Sendable, Hashable {
  /// Where it goes: `/language`, `/messages/0/header/thumbnail`.
  public var pointer: String
  /// What it is.
  public var value: String

  /// Makes a supply.
  public init(_ pointer: String, _ value: String) {
    self.pointer = pointer
    self.value = value
  }

  /// The places that can be supplied.
  public static let pointers = [
    "/name", "/language", "/category", "/code", "/settings/timeToLive", "/samples/NAME",
    "/messages/N/body/text", "/messages/N/footer/text", "/messages/N/header/url",
    "/messages/N/header/thumbnail", "/messages/N/header/duration", "/messages/N/header/size",
    "/messages/N/header/fileName",
    "/messages/N/header/fileType", "/messages/N/header/text", "/messages/N/offer/text",
    "/messages/N/header/handle",
    "/messages/N/buttons/items/N/acceptsTerms",
    "/messages/N/carousel/cards/N/header/handle", "/messages/N/buttons/items/N/label",
    "/messages/N/buttons/items/N/url", "/messages/N/carousel/cards/N/body/text",
    "/messages/N/carousel/cards/N/header/url", "/messages/N/carousel/cards/N/header/thumbnail",
    "/messages/N/carousel/cards/N/header/duration",
    "/messages/N/carousel/cards/N/buttons/items/N/url",
  ]

  /// Whether the pointer is one that can be supplied.
  public var isKnown: Bool {
    Supply.pointers.contains { pattern in
      let wanted = pattern.split(separator: "/")
      let given = pointer.split(separator: "/")
      return wanted.count == given.count
        && zip(wanted, given).allSatisfy {
          $0 == $1 || $0 == "NAME" || ($0 == "N" && Int($1) != nil)
        }
    }
  }

  func apply(to template: inout Template) throws(ReadError) {
    let parts = pointer.split(separator: "/").map(String.init)
    guard isKnown else { throw unknown }
    switch parts[0] {
    case "name": template.name = .plain(value)
    case "language": template.language = .plain(value)
    case "code": template.code = .plain(value)
    case "category": template.category = category
    case "settings": template.settings.timeToLive = try number
    case "samples":
      template.samples.removeAll { $0.name == parts[1] }
      template.samples.append(Sample(parts[1], .plain(value)))
    default:
      guard let index = Int(parts[1]), template.messages.indices.contains(index) else {
        throw unknown
      }
      try apply(Array(parts.dropFirst(2)), to: &template.messages[index])
    }
  }

  private var number: Number {
    get throws(ReadError) {
      let number = Number(value)
      guard number.isJSON else {
        throw ReadError(found: "--set \(pointer)=\(value)", expected: "a number")
      }
      return number
    }
  }

  private var category: Category {
    let purpose: Category.Purpose? =
      switch value.uppercased() {
      case "MARKETING": .marketing
      case "UTILITY": .utility
      case "AUTHENTICATION": .authentication
      default: nil
      }
    return Category(purpose, spelling: .plain(value))
  }

  private func apply(_ parts: [String], to message: inout Message) throws(ReadError) {
    switch parts[0] {
    case "carousel":
      guard let index = Int(parts[2]), var card = message.carousel?.cards[checked: index] else {
        throw unknown
      }
      try apply(Array(parts.dropFirst(3)), to: &card)
      message.carousel?.cards[index] = card
    case "body":
      if message.body == nil { message.body = Body(nil) }
      message.body?.text = Text(value)
    case "offer": message.offer?.text = Text(value, at: .nowhere, markup: false)
    case "footer":
      if message.footer == nil { message.footer = Footer(nil) }
      message.footer?.text = Text(value, at: .nowhere, markup: false)
    case "header": try apply(parts[1], to: &message.header)
    default: try apply(parts, to: &message.buttons)
    }
  }

  private func apply(_ parts: [String], to card: inout Card) throws(ReadError) {
    switch parts[0] {
    case "body":
      if card.body == nil { card.body = Body(nil) }
      card.body?.text = Text(value)
    case "header": try apply(parts[1], to: &card.header)
    default: try apply(parts, to: &card.buttons)
    }
  }

  private func apply(_ parts: [String], to buttons: inout Buttons) throws(ReadError) {
    guard let index = Int(parts[2]), buttons.items.indices.contains(index) else { throw unknown }
    let text = Text(value, at: .nowhere, markup: false)
    if parts[3] == "acceptsTerms" {
      guard case .oneTimePassword(var password) = buttons.items[index].action else { throw unknown }
      password.acceptsTerms = Located(value == "true")
      buttons.items[index].action = .oneTimePassword(password)
    } else if parts[3] == "label" {
      buttons.items[index].label = text
    } else {
      buttons.items[index].action = .url(text)
    }
  }

  private func apply(_ member: String, to header: inout Header?) throws(ReadError) {
    let text = Text(value, at: .nowhere, markup: false)
    if member == "text" {
      header = Header(.text(text))
      return
    }
    guard case .media(var media) = header?.content else { throw unknown }
    switch member {
    case "url": media.url = text
    case "handle": media.handle = .plain(value)
    case "thumbnail": media.thumbnail = text
    case "duration": media.duration = try number
    case "size": media.size = try number
    case "fileName": media.fileName = text
    default: media.fileType = text
    }
    header?.content = .media(media)
  }

  private var unknown: ReadError {
    ReadError(
      found: "--set \(pointer)", expected: "one of \(Supply.pointers.joined(separator: ", "))")
  }
}

extension Array {
  /// The element at an index, if there is one.
  fileprivate subscript(checked index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

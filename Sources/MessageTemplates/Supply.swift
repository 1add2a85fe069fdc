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

  /// A place that a template does not have.
  private struct Misplaced: Error {}

  /// What the place takes, where the value is none of it; nil where it fits.
  ///
  /// Lengths of time and sizes are numbers from 0, a category is one of three, and nothing is empty.
  public var wanted: String? {
    let member = String(pointer.split(separator: "/").last ?? "")
    if Supply.numbers.contains(member) {
      let isSize = Number(value).isJSON && (Number(value).value ?? -1) >= 0
      return isSize ? nil : "a number from 0"
    }
    if pointer == "/category", category.purpose == nil {
      return "MARKETING, UTILITY or AUTHENTICATION"
    }
    return value.isEmpty ? "a value" : nil
  }

  private static let numbers = ["timeToLive", "duration", "size"]

  /// Gives a template the value; one that was there is replaced, and named.
  ///
  /// Where the template has no such place the log says so, and nothing of it can be converted.
  func apply(to template: inout Template, _ log: inout Log) {
    do throws(Misplaced) {
      try put(into: &template, &log)
    } catch {
      log.add(.supplyMisplaced, at: template.place, pointer: pointer)
    }
  }

  private func put(into template: inout Template, _ log: inout Log) throws(Misplaced) {
    let parts = pointer.split(separator: "/").map { part in
      String(part).replacing("~1", with: "/").replacing("~0", with: "~")
    }
    guard isKnown else { throw Misplaced() }
    switch parts[0] {
    case "name": replace(&template.name, by: .plain(value), &log)
    case "language": replace(&template.language, by: .plain(value), &log)
    case "code": replace(&template.code, by: .plain(value), &log)
    case "category":
      var category = category
      category.spelling.place = template.category?.spelling.place ?? .nowhere
      note(category.spelling.place, &log)
      template.category = category
    case "settings": try replace(&template.settings.timeToLive, by: number, &log)
    case "samples":
      let old = template.samples.firstIndex { $0.name == parts[1] }
      let place = old.map { template.samples.remove(at: $0).value.place } ?? .nowhere
      note(place, &log)
      template.samples.append(Sample(parts[1], .plain(value, at: place)))
    default:
      guard let index = Int(parts[1]), template.messages.indices.contains(index) else {
        throw Misplaced()
      }
      try apply(Array(parts.dropFirst(2)), to: &template.messages[index], &log)
    }
  }

  private var number: Number {
    get throws(Misplaced) {
      let number = Number(value)
      guard number.isJSON else { throw Misplaced() }
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

  private func apply(_ parts: [String], to message: inout Message, _ log: inout Log)
    throws(Misplaced)
  {
    switch parts[0] {
    case "carousel":
      guard let index = Int(parts[2]), var card = message.carousel?.cards[checked: index] else {
        throw Misplaced()
      }
      try apply(Array(parts.dropFirst(3)), to: &card, &log)
      message.carousel?.cards[index] = card
    case "body":
      var body = message.body ?? Body(nil)
      replace(&body.text, by: Text(value), &log)
      message.body = body
    case "offer":
      guard var offer = message.offer else { throw Misplaced() }
      replace(&offer.text, by: bare, &log)
      message.offer = offer
    case "footer":
      var footer = message.footer ?? Footer(nil)
      replace(&footer.text, by: bare, &log)
      message.footer = footer
    case "header": try apply(parts[1], to: &message.header, &log)
    default: try apply(parts, to: &message.buttons, &log)
    }
  }

  private func apply(_ parts: [String], to card: inout Card, _ log: inout Log) throws(Misplaced) {
    switch parts[0] {
    case "body":
      var body = card.body ?? Body(nil)
      replace(&body.text, by: Text(value), &log)
      card.body = body
    case "header": try apply(parts[1], to: &card.header, &log)
    default: try apply(parts, to: &card.buttons, &log)
    }
  }

  private func apply(_ parts: [String], to buttons: inout Buttons, _ log: inout Log)
    throws(Misplaced)
  {
    guard let index = Int(parts[2]), buttons.items.indices.contains(index) else {
      throw Misplaced()
    }
    if parts[3] == "acceptsTerms" {
      guard case .oneTimePassword(var password) = buttons.items[index].action else {
        throw Misplaced()
      }
      let place = password.acceptsTerms?.place ?? .nowhere
      note(place, &log)
      password.acceptsTerms = Located(value == "true", at: place)
      buttons.items[index].action = .oneTimePassword(password)
    } else if parts[3] == "label" {
      replace(&buttons.items[index].label, by: bare, &log)
    } else {
      var url: Text?
      if case .url(let old) = buttons.items[index].action { url = old }
      replace(&url, by: bare, &log)
      buttons.items[index].action = .url(url)
    }
  }

  private func apply(_ member: String, to header: inout Header?, _ log: inout Log) throws(Misplaced)
  {
    if member == "text" {
      var text: Text?
      if case .text(let old) = header?.content { text = old }
      replace(&text, by: bare, &log)
      header = text.map { Header(content: .text($0), place: header?.place ?? .nowhere) }
      return
    }
    guard case .media(var media) = header?.content else { throw Misplaced() }
    switch member {
    case "url": replace(&media.url, by: bare, &log)
    case "handle": replace(&media.handle, by: .plain(value), &log)
    case "thumbnail": replace(&media.thumbnail, by: bare, &log)
    case "duration": try replace(&media.duration, by: number, &log)
    case "size": try replace(&media.size, by: number, &log)
    case "fileName": replace(&media.fileName, by: bare, &log)
    default: replace(&media.fileType, by: bare, &log)
    }
    header?.content = .media(media)
  }

  /// The value as a text without markup.
  private var bare: Text { Text(value, at: .nowhere, markup: false) }

  /// Puts a text where another may have stood, which is named.
  private func replace(_ text: inout Text?, by new: Text, _ log: inout Log) {
    var new = new
    new.place = text?.place ?? .nowhere
    note(new.place, &log)
    text = new
  }

  private func replace(_ number: inout Number?, by new: Number, _ log: inout Log) {
    var new = new
    new.place = number?.place ?? .nowhere
    note(new.place, &log)
    number = new
  }

  private func note(_ place: Place, _ log: inout Log) {
    if place.exists { log.add(.valueSupplied, at: place, target: place, pointer: pointer) }
  }
}

extension Array {
  /// The element at an index, if there is one.
  fileprivate subscript(checked index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

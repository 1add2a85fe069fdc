/// Values for the variables of a template.
public enum Values: Sendable, Hashable {
  /// Variables stay.
  case none
  /// Variables are filled with the template's own samples.
  case samples
  /// Variables are filled from a map.
  case map([String: String])

  /// Fills the variables that have a value, and names each text that changed.
  func fill(_ template: inout Template, _ log: inout Log) {
    if self == .none { return }
    let samples = template.samples
    var filled: [(place: Place, found: Int)] = []
    for index in template.messages.indices {
      template.messages[index].forEachText { text in
        let (count, isBroken) = fill(&text, samples)
        if count > 0 { filled.append((text.place, count)) }
        if isBroken { log.add(.variableBroken, at: text.place, target: text.place) }
      }
    }
    for (place, found) in filled {
      log.add(.variablesFilled, at: place, target: place, found: found)
    }
    var left = Names()
    left.collect(&template.messages)
    for sample in samples where !left.contains(sample.key) {
      log.add(.sampleUsed, at: sample.value.place, detail: sample.name)
    }
    template.samples.removeAll { !left.contains($0.key) }
  }

  /// Fills one text; how many variables had a value, and whether one of these looked like a
  /// variable.
  ///
  /// In an address a value is percent-encoded; in a text it stays text.
  private func fill(_ text: inout Text, _ samples: [Sample]) -> (count: Int, isBroken: Bool) {
    if !text.hasVariables { return (0, false) }
    let isAddress = text.isAddress && !text.startsWithVariable
    var result = ""
    var position = 0
    var count = 0
    var isBroken = false
    for mark in text.marks where mark.kind == .variable {
      guard var value = value(text.name(of: mark), samples) else { continue }
      if isAddress { value = value.percentEncoded }
      if value.contains("$(") {
        value = value.replacing("$(", with: "$\u{200B}(")
        isBroken = true
      }
      result += text.slice(position..<mark.lower) + value
      position = mark.upper
      count += 1
    }
    if count == 0 { return (0, false) }
    result += text.slice(position..<text.count)
    text = Text(result, at: text.place, markup: text.hasMarkup)
    return (count, isBroken)
  }

  private func value(_ name: String, _ samples: [Sample]) -> String? {
    switch self {
    case .none: nil
    case .samples: samples.first { $0.name == name }?.value.string
    case .map(let values): values[name]
    }
  }
}

extension Message {
  /// Hands every text that can hold variables to a change.
  fileprivate mutating func forEachText(_ change: (inout Text) -> Void) {
    visit(&offer, \.text, change)
    visit(&body, \.title, change)
    visit(&body, \.text, change)
    visit(&footer, \.text, change)
    header?.forEachText(change)
    for index in buttons.items.indices { buttons.items[index].forEachText(change) }
    if var quick = quickReplies {
      for index in quick.items.indices { quick.items[index].forEachText(change) }
      quickReplies = quick
    }
    if var text = alternative {
      change(&text)
      alternative = text
    }
    for index in carousel?.cards.indices ?? 0..<0 {
      guard var card = carousel?.cards[index] else { continue }
      card.header?.forEachText(change)
      visit(&card.body, \.title, change)
      visit(&card.body, \.text, change)
      for button in card.buttons.items.indices { card.buttons.items[button].forEachText(change) }
      carousel?.cards[index] = card
    }
  }

  private func visit<Node>(
    _ node: inout Node?, _ path: WritableKeyPath<Node, Text?>, _ change: (inout Text) -> Void
  ) {
    guard var copy = node, var text = copy[keyPath: path] else { return }
    change(&text)
    copy[keyPath: path] = text
    node = copy
  }
}

extension Header {
  fileprivate mutating func forEachText(_ change: (inout Text) -> Void) {
    switch content {
    case .text(var text):
      change(&text)
      content = .text(text)
    case .media(var media):
      for path in [\Media.url, \.caption, \.fileName, \.thumbnail] {
        guard var text = media[keyPath: path] else { continue }
        change(&text)
        media[keyPath: path] = text
      }
      content = .media(media)
    case .location(var location):
      for path in [\Location.name, \.address] {
        guard var text = location[keyPath: path] else { continue }
        change(&text)
        location[keyPath: path] = text
      }
      content = .location(location)
    case .contact(var contact):
      for path in [\Contact.name, \.phone] {
        guard var text = contact[keyPath: path] else { continue }
        change(&text)
        contact[keyPath: path] = text
      }
      content = .contact(contact)
    case .sticker, .product: break
    }
  }
}

extension Button {
  fileprivate mutating func forEachText(_ change: (inout Text) -> Void) {
    if var text = label {
      change(&text)
      label = text
    }
    switch action {
    case .url(var text?):
      change(&text)
      action = .url(text)
    case .coupon(var text?):
      change(&text)
      action = .coupon(text)
    case .reply(var reply):
      for path in [\Reply.data, \.says] {
        guard var text = reply[keyPath: path] else { continue }
        change(&text)
        reply[keyPath: path] = text
      }
      action = .reply(reply)
    default: break
    }
  }
}

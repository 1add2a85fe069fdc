/// Rules of LINE that no table can state: what depends on two members, or on where a thing stands.
enum LINERules {
  /// Checks the messages of a request.
  static func check(_ template: Template, _ source: inout Source) {
    for (index, message) in template.messages.enumerated() {
      let place = message.place
      checkMessage(place, &source)
      if index + 1 < template.messages.count, let quick = source.object(place, "quickReply") {
        source.log.add(.chipsNotShown, at: quick)
      }
    }
  }

  private static func checkMessage(_ place: Place, _ source: inout Source) {
    switch source.word(place, "type") {
    case "text": checkEmojis(place, &source)
    case "textV2": checkBraces(place, &source)
    case "video": checkCharacters(place, "trackingId", "-.=,+*()%$&;:@{}!?<>[]", &source)
    case "coupon": checkCharacters(place, "deliveryTag", "_", &source)
    case "template":
      if let layout = source.object(place, "template") { checkTemplate(layout, &source) }
    case "flex":
      if let layout = source.object(place, "contents") { checkFlex(layout, &source) }
    case "bubble", "carousel": checkFlex(place, &source)
    default: break
    }
    checkActions(place, &source)
  }

  /// Checks a layout that stands alone.
  static func checkLayout(at place: Place, _ key: String?, _ source: inout Source) {
    switch key {
    case "contents":
      checkFlex(place, &source)
      checkActions(place, &source)
    case "template":
      checkTemplate(place, &source)
      checkActions(place, &source)
    default: checkMessage(place, &source)
    }
  }

  /// Each LINE emoji stands for a dollar sign, by its place in UTF-16 units.
  private static func checkEmojis(_ message: Place, _ source: inout Source) {
    let emojis = source.list(message, "emojis")
    guard !emojis.isEmpty, let text = source.text(message, "text") else { return }
    let units = Array(text.string.utf16)
    for emoji in emojis {
      guard let index = source.number(emoji, "index") else { continue }
      if index.integer.map({ units.indices.contains($0) && units[$0] == 0x24 }) != true {
        source.log.add(.emojiMisplaced, at: index.place)
      }
    }
  }

  /// Braces come in pairs, and what stands between them has its replacement.
  private static func checkBraces(_ message: Place, _ source: inout Source) {
    guard let text = source.text(message, "text") else { return }
    let substitution = source.object(message, "substitution")
    var rest = text.string[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let next = rest.index(after: brace)
      if next < rest.endIndex, rest[next] == rest[brace] {
        rest = rest[rest.index(after: next)...]
        continue
      }
      let end = rest[brace] == "{" ? rest[next...].firstIndex(of: "}") : nil
      let key = end.map { String(rest[next..<$0]) } ?? ""
      let replacement = substitution.flatMap { source.tape.member(of: $0, named: key) }
      if key.isReplacementKey, replacement.map({ source.kind($0) == .object }) ?? false, let end {
        rest = rest[rest.index(after: end)...]
      } else {
        return source.log.add(.braceUnpaired, at: text.place, detail: key)
      }
    }
  }

  private static func checkCharacters(
    _ message: Place, _ key: String, _ allowed: String, _ source: inout Source
  ) {
    guard let text = source.text(message, key) else { return }
    let isGood = text.withBytes { $0.allSatisfy { $0.isAlphanumeric || allowed.utf8.contains($0) } }
    if !isGood {
      source.log.add(.valueNotAllowed, at: text.place, detail: "letters, digits and \(allowed)")
    }
  }

  private static func checkTemplate(_ place: Place, _ source: inout Source) {
    let columns = source.list(place, "columns")
    if source.word(place, "type") == "buttons" { checkLengths(place, wide: 160, &source) }
    guard source.word(place, "type") == "carousel", let first = columns.first else { return }
    for column in columns { checkLengths(column, wide: 120, &source) }
    for column in columns.dropFirst() {
      for key in ["title", "thumbnailImageUrl"] {
        let differs =
          (source.member(column, key) == nil) != (source.member(first, key) == nil)
        if differs { source.log.add(.columnsUneven, at: column, detail: "`\(key)`") }
      }
      if source.list(column, "actions").count != source.list(first, "actions").count {
        source.log.add(.columnsUneven, at: column, detail: "the number of `actions`")
      }
    }
  }

  /// A text beside a title or a picture is shorter.
  private static func checkLengths(_ place: Place, wide: Int, _ source: inout Source) {
    let isNarrow =
      source.member(place, "title") != nil || source.member(place, "thumbnailImageUrl") != nil
    guard isNarrow, let text = source.text(place, "text") else { return }
    let count = text.string.count
    if count > 60, count <= wide {
      source.log.add(
        .textTooLong, at: text.place, limit: 60, found: count, detail: "\(Unit.graphemes.word)")
    }
  }

  /// Rules of actions, wherever they stand: what excludes what, and times.
  private static func checkActions(_ place: Place, _ source: inout Source) {
    let range = Int(place.token)..<Int(source.tape.tokens[Int(place.token)].next)
    for index in range where source.tape.tokens[index].kind == .object {
      let object = Place(token: Int32(index))
      switch source.word(object, "type") {
      case "postback":
        if source.member(object, "text") != nil, let words = source.member(object, "displayText") {
          source.log.add(.membersExclude, at: words, detail: "`text`")
        }
        if let fill = source.member(object, "fillInText"),
          source.word(object, "inputOption") != "openKeyboard"
        {
          source.log.add(.membersExclude, at: fill, detail: "an `inputOption` but `openKeyboard`")
        }
      case "datetimepicker": checkTimes(object, &source)
      default: break
      }
    }
  }

  private static func checkTimes(_ object: Place, _ source: inout Source) {
    let mode = source.word(object, "mode")
    var times: [String: String] = [:]
    for key in ["initial", "min", "max"] {
      guard let text = source.text(object, key), !text.hasVariables else { continue }
      if text.string.isTime(mode) {
        times[key] = text.string.lowercased()
      } else {
        source.log.add(.valueNotAllowed, at: text.place, detail: "a \(mode) such as \(mode.sample)")
      }
    }
    guard let place = source.member(object, "max"), let max = times["max"] else { return }
    if let min = times["min"], min >= max { source.log.add(.timesInverted, at: place) }
  }
}

extension String {
  fileprivate var isReplacementKey: Bool {
    (1...20).contains(utf8.count) && utf8.allSatisfy { $0 == 0x5F || $0.isAlphanumeric }
  }

  fileprivate var sample: String {
    switch self {
    case "date": "2026-11-21"
    case "time": "09:30"
    default: "2026-11-21T09:30"
    }
  }

  /// Whether a date, a time, or both, as a mode wants them.
  func isTime(_ mode: String) -> Bool {
    let pattern = mode.sample
    guard utf8.count == pattern.utf8.count else { return false }
    let hasForm = zip(utf8, pattern.utf8).allSatisfy { own, sample in
      (0x30...0x39).contains(sample)
        ? (0x30...0x39).contains(own) : own == sample || own | 0x20 == sample | 0x20
    }
    if !hasForm { return false }
    let numbers = split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    if mode == "time" { return numbers.isTimeOfDay }
    return numbers.prefix(3).isDay && (mode == "date" || numbers.dropFirst(3).isTimeOfDay)
  }
}

extension Collection<Int> {
  /// Whether hours and minutes of a day.
  fileprivate var isTimeOfDay: Bool {
    let parts = Array(self)
    return parts.count == 2 && parts[0] < 24 && parts[1] < 60
  }

  /// Whether year, month and day of the calendar, from 1900 to 2100.
  fileprivate var isDay: Bool {
    let parts = Array(self)
    guard parts.count == 3, (1900...2100).contains(parts[0]), (1...12).contains(parts[1]) else {
      return false
    }
    let (year, month) = (parts[0], parts[1])
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...days).contains(parts[2])
  }
}

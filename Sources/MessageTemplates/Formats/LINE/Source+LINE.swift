/// Members of message objects.
extension Source {
  /// A member that says something and was not left out.
  func member(_ object: Place, _ key: String) -> Place? {
    guard let place = tape.member(of: object, named: key), !isEmpty(place), !isLeftOut(place) else {
      return nil
    }
    return place
  }

  /// A text with its variables; an address as its platform wants it spelled.
  func text(_ object: Place, _ key: String) -> Text? {
    guard let place = member(object, key), kind(place) == .string || kind(place) == .number else {
      return nil
    }
    if let spelling = respelled[place.token] { return Text(spelling, at: place, markup: false) }
    return text(at: place)
  }

  /// A word: what a member of another type says does not matter.
  func word(_ object: Place, _ key: String) -> String {
    guard let place = member(object, key), kind(place) == .string else { return "" }
    return tape.string(place)
  }

  func number(_ object: Place, _ key: String) -> Number? {
    guard let place = member(object, key) else { return nil }
    let number = Number(tape.string(place), at: place)
    return number.value == nil ? nil : number
  }

  func object(_ parent: Place, _ key: String) -> Place? {
    member(parent, key).flatMap { kind($0) == .object ? $0 : nil }
  }

  /// The elements of a list that were not left out.
  func list(_ parent: Place, _ key: String) -> [Place] {
    guard let array = member(parent, key), kind(array) == .array else { return [] }
    return children(array)
  }

  func children(_ array: Place) -> [Place] {
    var places: [Place] = []
    var elements = elements(array)
    while let element = next(&elements) {
      if !isLeftOut(element), kind(element) == .object { places.append(element) }
    }
    return places
  }

  /// A layout as compact JSON, without what was left out and with what was respelled.
  mutating func layout(_ place: Place, key: String?, origin: Format.ID) -> Kept {
    var json = ""
    spell(place, into: &json)
    return Kept(key: key, json: json, origin: origin, place: place)
  }

  private func spell(_ place: Place, into json: inout String) {
    let token = tape.tokens[Int(place.token)]
    guard token.isContainer else {
      if let text = respelled[place.token] {
        var output = Output()
        output.string(text)
        json += String(decoding: output.bytes, as: UTF8.self)
      } else {
        json += unquoted[place.token] ?? tape.string(of: token.spelledRange)
      }
      return
    }
    json += token.kind == .array ? "[" : "{"
    var isFirst = true
    var index = place.token + 1
    while index < token.next {
      let member = tape.tokens[Int(index)]
      if !isLeftOut(Place(token: index)) {
        if !isFirst { json += "," }
        isFirst = false
        if member.flags.contains(.hasKey) {
          json += "\"" + tape.string(of: member.keyRange) + "\":"
        }
        spell(Place(token: index), into: &json)
      }
      index = member.next
    }
    json += token.kind == .array ? "]" : "}"
  }

  /// What of a layout is only presentation shares the fate of its object: the layout is our own.
  mutating func forgetPresentation(_ place: Place) {
    let range = Int(place.token)..<Int(tape.tokens[Int(place.token)].next)
    for index in range where tape.fates[index] == .presentation {
      tape.fates[index] = .structure
    }
  }

  /// Makes all leaves of an object parts of one member, so that one finding speaks of them.
  mutating func gather(_ object: Place, under key: String) {
    guard let member = member(object, key) else { return }
    tape.fates[Int(member.token)] = .unread
    for index in Int(object.token)..<Int(tape.tokens[Int(object.token)].next) where isLeaf(index) {
      join(Place(token: Int32(index)), to: member)
    }
  }

  /// Makes a leaf part of another one.
  mutating func join(_ place: Place, to other: Place) {
    guard place.exists, other.exists, place.token != other.token else { return }
    tape.fates[Int(place.token)] = .structure
    joined[place.token] = other.token
  }
}

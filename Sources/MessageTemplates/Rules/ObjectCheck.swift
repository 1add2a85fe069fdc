/// Whether the objects of a message are such as its platform takes.
///
/// The rules are the mapping's. What breaks them is named; what says nothing by itself is left out
/// of the layout that is kept, so that the rest of it can go home.
struct ObjectCheck {
  let rules: ObjectRules
  let schemes: [String]
  /// Whether numbers and truth values may stand in quotation marks.
  let takesQuoted: Bool
  /// Whether a member that says nothing may stand.
  let takesEmpty: Bool
  /// The types of file that the platform lists, by what they are for.
  let mediaTypes: [String: [String]]

  init(_ capabilities: Capabilities) {
    rules = capabilities.objects
    schemes = capabilities.linkSchemes
    takesQuoted = capabilities.traits.contains(.quotedNumbers)
    takesEmpty = capabilities.traits.contains(.emptyTexts)
    mediaTypes = capabilities.mediaTypes
  }

  /// Checks an object; false where nothing is left of it that its platform would take.
  @discardableResult
  func check(
    _ place: Place, as index: Int, kind known: String? = nil, isLook: Bool = false,
    _ source: inout Source
  ) -> Bool {
    guard source.kind(place) == .object else {
      source.log.add(.unexpectedType, at: place, detail: "an object")
      return false
    }
    var chain = [index]
    while true {
      let object = rules.objects[chain[chain.count - 1]]
      if object.by.isEmpty { break }
      if known == "" { break }
      guard let next = kind(of: place, object, known, &source) else { return false }
      chain.append(next)
    }
    return checkMembers(of: place, chain, isLook, &source)
  }

  /// The kind of an object among several.
  private func kind(
    of place: Place, _ object: ObjectRules.Object, _ known: String?, _ source: inout Source
  ) -> Int? {
    guard let member = source.tape.member(of: place, named: object.by) else {
      source.log.add(.memberMissing, at: place, detail: object.by)
      return object.kinds.first { $0.word == known }?.object
    }
    let word = source.kind(member) == .string ? source.tape.string(member) : ""
    if let kind = object.kinds.first(where: { $0.word == word }) {
      source.tape.fates[Int(member.token)] = .structure
      return kind.object
    }
    let known = object.kinds.map(\.word).joined(separator: ", ")
    source.log.add(.kindNotAllowed, at: member, detail: known)
    return nil
  }

  private func checkMembers(
    of place: Place, _ chain: [Int], _ isLook: Bool, _ source: inout Source
  ) -> Bool {
    var isWhole = true
    var found: [(key: String, token: Int32)] = []
    var index = place.token + 1
    while index < source.tape.tokens[Int(place.token)].next {
      let token = source.tape.tokens[Int(index)]
      let member = Place(token: index)
      index = token.next
      let key = source.tape.key(of: token)
      if let earlier = found.firstIndex(where: { $0.key == key }) {
        let place = Place(token: found.remove(at: earlier).token)
        source.log.add(.duplicateKey, at: place)
        source.omitted.insert(place.token)
      }
      found.append((key, member.token))
      guard let rule = rule(of: key, chain) else {
        if chain.contains(where: { rules.objects[$0].by == key }) || key == "type" { continue }
        source.log.add(.memberUnknown, at: member, detail: key)
        source.leaveOut(member, .unknownDropped)
        continue
      }
      if !rule.undocumented.isEmpty, !source.isEmpty(member) {
        source.log.add(.undocumented, at: member, detail: rule.undocumented)
      }
      let isGood = check(member, by: rule, isLook, &source)
      if !isGood, rule.isRequired { isWhole = false }
      if !isGood { found.removeLast() }
    }
    for level in chain {
      for rule in rules.objects[level].members where rule.isRequired {
        if found.contains(where: { $0.key == rule.key }) { continue }
        if isWhole { source.log.add(.memberMissing, at: place, detail: rule.key) }
        isWhole = false
      }
    }
    return isWhole
  }

  private func rule(of key: String, _ chain: [Int]) -> ObjectRules.Member? {
    for level in chain {
      if let rule = rules.objects[level].members.first(where: { $0.key == key }) { return rule }
    }
    return nil
  }

  /// Checks a value; false where it is left out.
  private func check(
    _ place: Place, by rule: ObjectRules.Member, _ isLook: Bool, _ source: inout Source
  ) -> Bool {
    let isLook = isLook || rule.isLook
    if isSilent(place, rule, source) {
      if !takesEmpty || rule.isRequired {
        source.log.add(.valueEmpty, at: place, detail: rule.key)
      }
      source.mark(place, .structure)
      source.omitted.insert(place.token)
      return false
    }
    switch rule.value {
    case .object:
      if check(place, as: rule.object, isLook: isLook, &source) { return true }
      source.leaveOut(place, .brokenDropped)
      return false
    case .list: return checkList(place, by: rule, isLook, &source)
    case .map: return checkMap(place, by: rule, &source)
    case .any: return true
    default: break
    }
    let isGood = checkLeaf(place, by: rule, &source)
    if isGood, isLook { source.tape.fates[Int(place.token)] = .presentation }
    let isFixed = rule.value == .word && rule.words.count == 1
    if isGood || !(isLook || isFixed) { return true }
    source.leaveOut(place, .wrongTypeDropped, expected(of: rule))
    return false
  }

  private func isSilent(_ place: Place, _ rule: ObjectRules.Member, _ source: Source) -> Bool {
    switch source.kind(place) {
    case .null: true
    case .string: source.isEmpty(place) || (rule.isVisible && source.plain(at: place).isBlank)
    default: false
    }
  }

  private func checkList(
    _ place: Place, by rule: ObjectRules.Member, _ isLook: Bool, _ source: inout Source
  ) -> Bool {
    guard source.kind(place) == .array else {
      source.log.add(.unexpectedType, at: place, detail: "an array")
      source.leaveOut(place, .brokenDropped)
      return false
    }
    var elements = source.elements(place)
    var count = 0
    while let element = source.next(&elements) {
      count += 1
      if leavesOutRetired(element, rules.objects[rule.object], &source) { continue }
      if !check(element, as: rule.object, isLook: isLook, &source) {
        source.leaveOut(element, .brokenDropped)
      }
    }
    if count > rule.limit.maximum {
      source.log.add(.tooManyItems, at: place, limit: rule.limit.maximum, found: count)
    }
    if count < rule.limit.minimum {
      source.log.add(.tooFewItems, at: place, limit: rule.limit.minimum, found: count)
    }
    return true
  }

  /// Objects by names that the sender chooses: so many, and so many of each kind.
  private func checkMap(
    _ place: Place, by rule: ObjectRules.Member, _ source: inout Source
  ) -> Bool {
    guard source.kind(place) == .object else {
      source.log.add(.unexpectedType, at: place, detail: "an object")
      source.leaveOut(place, .brokenDropped)
      return false
    }
    var count = 0
    var kinds: [String] = []
    var index = place.token + 1
    while index < source.tape.tokens[Int(place.token)].next {
      let member = Place(token: index)
      index = source.tape.tokens[Int(index)].next
      count += 1
      kinds.append(source.word(member, rules.objects[rule.object].by))
      if !check(member, as: rule.object, &source) { source.leaveOut(member, .brokenDropped) }
    }
    if count > rule.limit.maximum {
      source.log.add(.tooManyItems, at: place, limit: rule.limit.maximum, found: count)
    }
    for (kind, maximum) in rule.most {
      let found = kinds.count { $0 == kind }
      if found > maximum {
        source.log.add(.tooManyItems, at: place, limit: maximum, found: found)
      }
    }
    return true
  }

  /// Leaves an item out that is of a kind that the platform has no more: such a kind only made room.
  private func leavesOutRetired(
    _ place: Place, _ object: ObjectRules.Object, _ source: inout Source
  ) -> Bool {
    guard !object.retired.isEmpty,
      let member = source.tape.member(of: place, named: object.by),
      source.kind(member) == .string, object.retired.contains(source.tape.string(member))
    else { return false }
    source.log.add(.kindRetired, at: place, detail: source.tape.string(member))
    source.mark(place, .structure)
    source.omitted.insert(place.token)
    return true
  }
}

extension Source {
  /// Leaves something out of the layout that is kept, and names it.
  mutating func leaveOut(_ place: Place, _ code: Code, _ detail: String = "") {
    omitted.insert(place.token)
    log.add(code, at: place, detail: detail)
  }

  /// Whether something is left out.
  func isLeftOut(_ place: Place) -> Bool { !omitted.isEmpty && omitted.contains(place.token) }
}

extension Tape {
  /// The last member of an object with a key.
  func member(of object: Place, named key: String) -> Place? {
    let end = tokens[Int(object.token)].next
    guard tokens[Int(object.token)].kind == .object else { return nil }
    var found: Place?
    var index = object.token + 1
    while index < end {
      let token = tokens[Int(index)]
      if token.keyRange.count == key.utf8.count, bytes[token.keyRange].elementsEqual(key.utf8) {
        found = Place(token: index)
      }
      index = token.next
    }
    return found
  }
}

import MessageTemplates

/// What a mapping says of a name, as plain values.
struct Traits {
  /// The list whose items elements of the name are; -1 for none.
  var list: Int32 = -1
  /// The attribute that gives elements of the name another one; -1 for none.
  var namedBy: Int32 = -1
  /// The lists whose items have a member of the name, a bit each.
  var memberOf: UInt64 = 0
  /// Where the name stands among the composed texts, for keys.
  var keyStart = ForeignToken.noKey
  var keyEnd: UInt32 = 0
  var keepsSpace = false
  /// Whether elements of the name hold a text, in which other elements may stand.
  var holdsText = false
  /// Whether such texts are HTML.
  var holdsHTML = false
  /// Whether elements of the name stand where templates do and hold none.
  var isRefused = false
}

/// The numbers of names that XML itself gives a meaning.
struct OwnNames {
  var space: Int32 = -1
  /// The namespaces of attributes that say nothing of a template.
  var xml: Int32 = -1
  var instance: Int32 = -1
}

/// Names, their numbers, and what is known of them.
extension Collector {
  /// The number of a name that libxml2 keeps.
  @inline(__always)
  mutating func number(of name: UnsafePointer<UInt8>) -> Int32 {
    let number = names.known(name)
    return number >= 0 ? number : addName(name)
  }

  @inline(never)
  private mutating func addName(_ name: UnsafePointer<UInt8>) -> Int32 {
    let number = number(named: String(cString: name))
    names.remember(name, as: number)
    return number
  }

  mutating func number(named name: String) -> Int32 {
    let (number, isNew) = names.number(named: name)
    if isNew {
      traits.append(Traits())
      traits[Int(number)] = makeTraits(of: name)
    }
    return number
  }

  mutating func nameOwn() {
    ownNames.space = number(named: "space")
    ownNames.xml = number(named: "http://www.w3.org/XML/1998/namespace")
    ownNames.instance = number(named: "http://www.w3.org/2001/XMLSchema-instance")
  }

  private mutating func makeTraits(of name: String) -> Traits {
    guard let mapping else { return Traits() }
    let known = mapping.traits(of: name)
    return Traits(
      list: known.list.map(Int32.init) ?? -1,
      namedBy: known.namedBy.map { number(named: $0) } ?? -1, memberOf: known.memberOf,
      keepsSpace: known.keepsSpace, holdsText: known.holdsText, holdsHTML: known.holdsHTML,
      isRefused: mapping.content.refusals[name] != nil)
  }

  /// Takes a mapping for the document; what was seen so far is seen with it.
  mutating func take(_ mapping: Mapping) {
    self.mapping = mapping
    for number in traits.indices {
      let traits = makeTraits(of: names.strings[number])
      self.traits[number] = traits
    }
    templatePaths = mapping.templatePaths.map { path in path.map { number(named: $0) } }
    hasAround = !mapping.content.around.isEmpty
    document.name = mapping.format
    document.format = mapping.reading
  }

  /// Whether the innermost open element is a template.
  func isTemplate() -> Bool {
    for path in templatePaths where path.count <= stack.count {
      let first = stack.count - path.count
      let isPath = path.indices.allSatisfy { nodes[Int(stack[first + $0])].role == path[$0] }
      if isPath { return true }
    }
    return false
  }

  func roleName(_ node: Int) -> String { names.strings[Int(nodes[node].role)] }
}

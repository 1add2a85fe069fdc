/// Texts as the canonical form spells them.
extension Mapping {
  /// A variable that got a name of its own.
  struct Renaming {
    var spelling: String
    var name: String
  }

  /// The name that a variable has in texts, as the export spells it beside a sample.
  func variableName(_ spelled: ArraySlice<UInt8>) -> String {
    var name = spelled.trimmedSpace
    if !name.isEmpty, let (end, inner, _) = variable(in: name, at: name.startIndex),
      end == name.endIndex
    {
      name = name[inner]
    }
    let isExpression = content.variables.contains(where: \.isExpression)
    return String(
      decoding: isExpression ? Placeholders.name(of: name, isExpression: true) : Array(name),
      as: UTF8.self)
  }

  /// A text as the canonical form spells it; nil where it is spelled that way already.
  ///
  /// That is `$(name)` for variables, and a backslash before what would otherwise be read as markup
  /// or a variable.
  func respelled(_ text: ArraySlice<UInt8>, hasMarkup: Bool) -> (text: [UInt8], [Renaming])? {
    guard text.contains(where: { isSpecial($0) }) else { return nil }
    var result: [UInt8] = []
    var renamings: [Renaming] = []
    var index = text.startIndex
    while index < text.endIndex {
      if let (end, inner, isExpression) = variable(in: text, at: index) {
        let name = Placeholders.name(of: text[inner], isExpression: isExpression)
        if !text[inner].trimmedSpace.elementsEqual(name) {
          let spelling = String(decoding: text[index..<end], as: UTF8.self)
          renamings.append(
            Renaming(spelling: spelling, name: String(decoding: name, as: UTF8.self)))
        }
        result += [UInt8(ascii: "$"), UInt8(ascii: "(")] + name + [UInt8(ascii: ")")]
        index = end
        continue
      }
      if wantsEscape(text, index, hasMarkup) { result.append(UInt8(ascii: "\\")) }
      result.append(text[index])
      index += 1
    }
    return result.elementsEqual(text) ? nil : (result, renamings)
  }

  private func variable(in text: ArraySlice<UInt8>, at index: Int)
    -> (end: Int, inner: Range<Int>, isExpression: Bool)?
  {
    for placeholders in content.variables where placeholders.open.first == text[index] {
      if let (end, inner) = placeholders.variable(in: text, at: index),
        !text[inner].trimmedSpace.isEmpty
      {
        return (end, inner, placeholders.isExpression)
      }
    }
    return nil
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "`"), UInt8(ascii: "$"):
      true
    default: content.variables.contains { $0.open.first == byte }
    }
  }

  private func wantsEscape(_ text: ArraySlice<UInt8>, _ index: Int, _ hasMarkup: Bool) -> Bool {
    switch text[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"):
      return hasMarkup && !content.hasMarkup
    case UInt8(ascii: "$"):
      return index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "(")
    case UInt8(ascii: "\\"):
      guard index + 1 < text.endIndex else { return false }
      return "\\*_~`$".utf8.contains(text[index + 1])
    default: return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without the white space at both ends.
  var trimmedSpace: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

import Foundation
import MessageTemplates
import Testing

/// Another valid value for any leaf changes the output or is named by a finding.
@Suite struct MutationTests {
  @Test(arguments: Case.templates) func anotherValueIsNoticed(_ testCase: Case) throws {
    guard let input = sorted(testCase.input) else { return }
    for target in Format.all where target != .canonical {
      let conversion = try Conversion(of: input, to: target, options: testCase.options)
      guard conversion.status == .converted else { continue }
      let named = conversion.findings.flatMap(\.sources)
      for leaf in conversion.trace where leaf.fate != .envelope && leaf.finding == nil {
        guard !isNamed(leaf.source, by: named),
          let mutated = mutated(input, at: leaf.source)
        else { continue }
        let other = try? Conversion(of: mutated, to: target, options: testCase.options)
        let isNoticed =
          other == nil || other?.output != conversion.output || other?.codes != conversion.codes
        #expect(
          isNoticed,
          "\(testCase.name) to \(target.name): \(leaf.source) (\(leaf.fate)) does not matter")
      }
    }
  }

  @Test func leavesInsideTextAreReached() throws {
    var reached = 0
    for testCase in Case.templates {
      guard let input = sorted(testCase.input) else { continue }
      let leaves = (try? Conversion(of: input, to: .canonical))?.trace ?? []
      for leaf in leaves where leaf.source.contains("#") {
        if mutated(input, at: leaf.source) != nil { reached += 1 }
      }
    }
    #expect(reached > 100)
  }

  /// The document as the serialiser writes it, so that only the mutation makes a difference.
  private func sorted(_ input: [UInt8]) -> [UInt8]? {
    guard let tree = try? JSONSerialization.jsonObject(with: Data(input)) else { return nil }
    return (try? JSONSerialization.data(withJSONObject: settled(tree), options: .sortedKeys))
      .map(Array.init)
  }

  /// The tree with each text that holds JSON as the serialiser writes it.
  private func settled(_ node: Any) -> Any {
    if let object = node as? [String: Any] { return object.mapValues(settled) }
    if let array = node as? [Any] { return array.map(settled) }
    guard let text = node as? String, let inner = opened(text) else { return node }
    return closed(settled(inner)) ?? node
  }

  /// The object or array that a text spells, or the text that such a text was encoded as.
  private func opened(_ text: String) -> Any? {
    guard let first = text.first(where: { !$0.isWhitespace }), "{[\"".contains(first) else {
      return nil
    }
    let value = try? JSONSerialization.jsonObject(
      with: Data(text.utf8), options: .fragmentsAllowed)
    if let inner = value as? String { return opened(inner) == nil ? nil : inner }
    return value
  }

  private func closed(_ value: Any) -> String? {
    (try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed]))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func isNamed(_ pointer: String, by sources: [String]) -> Bool {
    sources.contains { !$0.isEmpty && (pointer == $0 || pointer.hasPrefix($0 + "/")) }
  }

  /// The document with another value of the same kind in one place.
  private func mutated(_ input: [UInt8], at pointer: String) -> [UInt8]? {
    guard var tree = try? JSONSerialization.jsonObject(with: Data(input)) else { return nil }
    let keys = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let path = keys.flatMap { key -> [String] in
      let member = key.prefix { $0 != "#" }
      let name = String(member).replacing("~1", with: "/").replacing("~0", with: "~")
      return [name] + Array(repeating: "#", count: key.count - member.count)
    }
    guard replace(&tree, path) else { return nil }
    return (try? JSONSerialization.data(withJSONObject: tree, options: .sortedKeys))
      .map(Array.init)
  }

  private func replace(_ node: inout Any, _ path: [String]) -> Bool {
    guard let key = path.first else {
      guard let other = other(node) else { return false }
      node = other
      return true
    }
    let rest = Array(path.dropFirst())
    if key == "#" {
      guard let text = node as? String, var inner = opened(text), replace(&inner, rest),
        let changed = closed(inner)
      else { return false }
      node = changed
      return true
    }
    if var array = node as? [Any], let index = Int(key), array.indices.contains(index) {
      guard replace(&array[index], rest) else { return false }
      node = array
      return true
    }
    guard var object = node as? [String: Any], var child = object[key] else { return false }
    guard replace(&child, rest) else { return false }
    object[key] = child
    node = object
    return true
  }

  /// Another value of the same kind: words stay words that are known.
  private func other(_ value: Any) -> Any? {
    if let number = value as? NSNumber, !(value is String) {
      if CFNumberIsBoolean(number) { return !number.boolValue }
      return number.intValue + 1
    }
    guard let text = value as? String, !text.isEmpty else { return nil }
    let swaps = [
      "BODY": "FOOTER", "FOOTER": "BODY", "HEADER": "BODY", "BUTTONS": "FOOTER",
      "CAROUSEL": "FOOTER", "LIMITED_TIME_OFFER": "FOOTER", "TEXT": "IMAGE", "IMAGE": "VIDEO",
      "VIDEO": "IMAGE", "DOCUMENT": "IMAGE", "URL": "QUICK_REPLY", "QUICK_REPLY": "URL",
      "PHONE_NUMBER": "QUICK_REPLY", "COPY_CODE": "QUICK_REPLY", "static": "dynamic",
      "dynamic": "static", "WHATSAPP": "VIBER", "VIBER": "WHATSAPP", "MARKETING": "UTILITY",
      "UTILITY": "MARKETING", "NAVIGATE": "DATA_EXCHANGE", "DATA_EXCHANGE": "NAVIGATE",
      "NAMED": "POSITIONAL", "POSITIONAL": "NAMED",
    ]
    if let swap = swaps[text] { return swap }
    if text.contains("://") { return text + "x" }
    return text.hasPrefix("$(")
      ? text + "x" : text.first.map { "\($0 == "7" ? "8" : "7")" + text.dropFirst() }
  }

  private func CFNumberIsBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }
}

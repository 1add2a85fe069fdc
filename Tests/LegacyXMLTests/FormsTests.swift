import Foundation
import LegacyXML
import MessageTemplates
import Testing

/// A template in JSON and in the three forms of XML is one template.
@Suite struct FormsTests {
  /// The ways in which a CAMS answer is spelled in XML.
  enum Form: CaseIterable, Sendable {
    /// Data holds JSON text, in which Components and Example are JSON text.
    case text
    /// An element for each item of a list.
    case repeated
    /// An element around the items of a list, which has their plural as its name.
    case wrapped
  }

  /// A case of the corpus.
  struct Answer: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var data: JSONValue
  }

  static let answers: [Answer] = {
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus")
    return ["cams-viber", "cams-whatsapp"].flatMap { format -> [Answer] in
      let folder = corpus.appending(path: format)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().compactMap { name in
        let file = folder.appending(path: name).appending(path: "input.json")
        guard let bytes = (try? Data(contentsOf: file)).map(Array.init),
          let value = try? JSONValue(reading: bytes.span)
        else { return nil }
        let data = value["Data"] ?? value["data"] ?? value
        guard data.members != nil, data["Components"]?.isArray == true, data.isSpellable else {
          return nil
        }
        return Answer(testDescription: "\(format)/\(name)", bytes: bytes, data: data)
      }
    }
  }()

  @Test func thereAreAnswers() {
    #expect(FormsTests.answers.count >= 100)
  }

  @Test(arguments: answers) func allFormsMeanTheSame(_ answer: Answer) throws {
    let json = try Conversion(of: answer.bytes, to: .canonical)
    // What no reader knows is kept as it is spelled, and XML spells no numbers.
    if String(decoding: json.output, as: UTF8.self).contains("\"kept\"") { return }
    for form in Form.allCases {
      let xml = XMLSpelling(form).answer(answer.data)
      let conversion = try #require(Samples.convert(xml, to: .canonical).first)
      #expect(
        String(decoding: conversion.output, as: UTF8.self)
          == String(decoding: json.output, as: UTF8.self), "\(form): \(xml)")
      #expect(!conversion.codes.contains(.notCarried))
    }
  }
}

/// Spells JSON as Alibaba's RPC answers spell it in XML.
struct XMLSpelling {
  private let form: FormsTests.Form
  private static let singulars = [
    "Components": "Component", "Buttons": "Button", "Cards": "Card",
    "CardComponents": "CardComponent", "SupportedApps": "SupportedApp",
  ]

  init(_ form: FormsTests.Form) { self.form = form }

  func answer(_ data: JSONValue) -> String {
    let inner = form == .text ? data.nested.escaped : elements(data)
    return "<?xml version=\"1.0\"?>\n<GetChatappTemplateDetailResponse>\n  <Code>OK</Code>\n"
      + "  <Data>\(inner)</Data>\n</GetChatappTemplateDetailResponse>\n"
  }

  private func elements(_ object: JSONValue) -> String {
    (object.members ?? []).map { element($0.key, $0.value) }.joined(separator: "\n")
  }

  private func element(_ name: String, _ value: JSONValue) -> String {
    switch value {
    case .object: return "<\(name)>\(elements(value))</\(name)>"
    case .array(let items):
      if items.isEmpty { return "<\(name)/>" }
      let singular = XMLSpelling.singulars[name]
      guard form == .wrapped, let singular else {
        return items.map { element(name, $0) }.joined(separator: "\n")
      }
      return "<\(name)>\n" + items.map { element(singular, $0) }.joined(separator: "\n")
        + "</\(name)>"
    case .string(let text): return "<\(name)>\(text.escaped)</\(name)>"
    case .word(let word): return word == "null" ? "<\(name)/>" : "<\(name)>\(word)</\(name)>"
    }
  }
}

extension JSONValue {
  subscript(_ key: String) -> JSONValue? { members?.last { $0.key == key }?.value }

  var isArray: Bool { if case .array = self { true } else { false } }

  /// Whether XML can say it: keys are names that stand once, texts have no space around them
  /// where that is layout, and no character that XML lacks.
  var isSpellable: Bool { isSpellable("") }

  private func isSpellable(_ key: String) -> Bool {
    switch self {
    case .object(let members):
      Set(members.map(\.key)).count == members.count
        && members.allSatisfy { $0.key.isXMLName && $0.value.isSpellable($0.key) }
    case .array(let items):
      items.allSatisfy { $0.members?.isEmpty == false && $0.isSpellable(key) }
    case .string(let text):
      !text.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0 == "\u{FFFD}"
      }
        && (["Text", "Caption"].contains(key)
          || text == text.trimmingCharacters(in: .whitespacesAndNewlines))
    case .word: true
    }
  }

  /// Compact JSON, with Components and Example as texts that hold JSON.
  var nested: String {
    let members = (members ?? []).map { key, value -> String in
      let inner = ["Components", "Example"].contains(key) ? value.json.quoted : value.json
      return "\(key.quoted):\(inner)"
    }
    return "{\(members.joined(separator: ","))}"
  }

  private var json: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\($0.key.quoted):\($0.value.json)" }.joined(separator: ",") + "}"
    case .array(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
    case .string(let text): text.quoted
    case .word(let word): word
    }
  }
}

extension String {
  fileprivate var isXMLName: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
      return false
    }
    return unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_-.".unicodeScalars.contains($0)
    }
  }

  /// As text of an XML document.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("]]>", with: "]]&gt;")
  }

  /// As a JSON string.
  fileprivate var quoted: String {
    let inner = unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"" + inner.joined() + "\""
  }
}

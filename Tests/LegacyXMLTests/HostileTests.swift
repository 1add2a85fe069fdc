import Foundation
import LegacyXML
import MessageTemplates
import Testing

/// A stranger's file ends in an error that says what and where, and in nothing else.
@Suite struct HostileTests {
  struct Hostile: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var line: Int
    var found: String
    var testDescription: String { name }

    init(_ name: String, _ xml: String, line: Int = 1, found: String) {
      self.init(name, Array(xml.utf8), line: line, found: found)
    }

    init(_ name: String, _ bytes: [UInt8], line: Int = 1, found: String) {
      self.name = name
      self.bytes = bytes
      self.line = line
      self.found = found
    }
  }

  private static func declaring(_ entities: String, _ body: String) -> String {
    Samples.answer(body, prolog: "<!DOCTYPE r [\n\(entities)\n]>\n")
  }

  private static let laughs = (1...9).map { level in
    let inner = String(repeating: "&a\(level - 1);", count: 10)
    return "<!ENTITY a\(level) \"\(inner)\">"
  }.joined()

  private static let root = "<GetChatappTemplateDetailResponse>"

  static let all = [
    Hostile(
      "external entity by file", declaring("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"),
      line: 2, found: "`x`, an entity that is fetched"),
    Hostile(
      "external entity by http", declaring("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">", "&x;"),
      line: 2, found: "`x`, an entity that is fetched"),
    Hostile(
      "exfiltration by parameter entities",
      declaring(
        "<!ENTITY % file SYSTEM \"file:///etc/passwd\">\n"
          + "<!ENTITY % send \"<!ENTITY out SYSTEM 'http://127.0.0.1:9/?%file;'>\">\n%send;",
        "&out;"), line: 2, found: "`file`, an entity that is fetched"),
    Hostile(
      "a document type that is fetched",
      Samples.answer("&far;", prolog: "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/r.dtd\">\n"),
      line: 2, found: "`&far;`, which is not declared here"),
    Hostile(
      "billion laughs", declaring("<!ENTITY a0 \"lol\">" + laughs, "&a9;"), line: 4,
      found: "XML that is not well-formed"),
    Hostile(
      "quadratic blow-up",
      declaring(
        "<!ENTITY a \"\(String(repeating: "x", count: 100_000))\">",
        String(repeating: "&a;", count: 20_000)), line: 4,
      found: "a text of more than 10000000 bytes in `Text`"),
    Hostile(
      "an entity of itself", declaring("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "&a;"), line: 4,
      found: "XML that is not well-formed"),
    Hostile(
      "100,000 elements deep", root + String(repeating: "<a>", count: 100_000),
      found: "elements nested deeper than 256"),
    Hostile(
      "a huge attribute",
      "<GetChatappTemplateDetailResponse a=\"\(String(repeating: "x", count: 20_000_000))\"/>",
      found: "markup of more than 524288 bytes"),
    Hostile(
      "very many attributes",
      "<GetChatappTemplateDetailResponse "
        + (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>",
      found: "markup of more than 524288 bytes"),
    Hostile(
      "a huge comment", root + "<!--" + String(repeating: "x", count: 20_000_000) + "-->",
      found: "markup of more than 524288 bytes"),
    Hostile(
      "a huge text", Samples.answer(String(repeating: "x", count: 11_000_000)),
      found: "a text of more than 10000000 bytes in `Text`"),
    Hostile(
      "a huge Data", root + "<Data>{\"a\": \"" + String(repeating: "x", count: 11_000_000),
      found: "a text of more than 10000000 bytes in `Data`"),
    Hostile(
      "very many elements", root + String(repeating: "<a>b</a>", count: 600_000),
      found: "more than 500000 elements and attributes in one template"),
    Hostile("unclosed", root + "\n<Data>\n", line: 3, found: "the end of the document"),
    Hostile("crossed", root + "<Data>\n<b></Data></b>", line: 2, found: "XML that is not"),
    Hostile(
      "bytes outside UTF-8",
      Array(root.utf8) + Array("\n<Data>caf".utf8) + [0xE9]
        + Array("s</Data></GetChatappTemplateDetailResponse>".utf8),
      line: 2, found: "bytes that are no UTF-8"),
    Hostile(
      "an overlong character",
      Array(root.utf8) + Array("<Data>".utf8) + [0xE0, 0x80, 0xAF] + Array("</Data>".utf8),
      found: "bytes that are no UTF-8"),
    Hostile(
      "bytes outside the declared encoding",
      Array("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n\(root)<Data>".utf8) + [0xFF, 0xFF]
        + Array("</Data>".utf8), line: 2, found: "bytes that are not GB18030"),
    Hostile(
      "an unknown encoding", "<?xml version=\"1.0\" encoding=\"KLINGON\"?>\n<a/>",
      found: "the encoding `KLINGON`"),
    Hostile(
      "NUL", Array(root.utf8) + Array("<Data>a".utf8) + [0] + Array("b</Data>".utf8),
      found: "XML that is not well-formed"),
    Hostile("NUL by reference", Samples.answer("a&#0;b"), found: "XML that is not well-formed"),
    Hostile("an empty file", "", found: "nothing"),
    Hostile("blank", " \n ", line: 2, found: "no element"),
    Hostile(
      "HTML", "<!DOCTYPE html>\n<html><head><title>x</title></head></html>",
      found: "an XML document whose root is `html`"),
    Hostile("no XML", "hello", found: "no element"),
  ]

  @Test(arguments: all) func errorsSayWhatAndWhere(_ hostile: Hostile) throws {
    let conversions = Samples.convert(hostile.bytes)
    #expect(conversions.count == 1)
    let conversion = try #require(conversions.last)
    #expect(conversion.status == .unreadable)
    let error = try #require(conversion.error)
    #expect(error.found.hasPrefix(hostile.found), "\(error)")
    #expect(error.line == hostile.line, "\(error)")
    #expect(!error.expected.isEmpty)
  }

  /// libxml2 lets sequences pass that are longer than they may be, in CDATA sections at least.
  @Test(
    arguments: [[0xE0, 0x97, 0xAB], [0xC1, 0xA1], [0xF0, 0x82, 0x82, 0xAC], [0xE0, 0xB8]]
      as [[UInt8]])
  func textsThatAreNoUTF8AreNotConverted(_ wrong: [UInt8]) throws {
    let answers = ["One", "<![CDATA[WRONG]]>", "Three"].map { Samples.answer($0) }
    let halves = Samples.archive(answers).components(separatedBy: "WRONG")
    let whole = Array(halves[0].utf8) + wrong + Array(halves[1].utf8)
    for bytes in [whole, whole.dropLast(40)] {
      let conversions = Samples.convert(Array(bytes))
      #expect(conversions.map(\.status) == [.converted, .unreadable])
      let error = try #require(conversions.last?.error)
      #expect(error.found == "bytes that are no UTF-8")
      #expect(error.line == 3)
    }
  }

  @Test func whatIsWholeBeforeTheCutIsDelivered() {
    let archive = Samples.archive((1...3).map { Samples.answer("Number \($0)") })
    for length in stride(from: 0, to: archive.utf8.count, by: 7) {
      let cut = Array(archive.utf8.prefix(length))
      let whole =
        String(decoding: cut, as: UTF8.self)
        .components(separatedBy: "</GetChatappTemplateDetailResponse>").count - 1
      let conversions = Samples.convert(cut)
      #expect(conversions.filter { $0.status == .converted }.count == whole, "\(length)")
      #expect(conversions.last?.status == .unreadable, "\(length)")
    }
  }

  @Test func aSecondRootIsAnErrorBehindTheFirst() {
    let two = Samples.convert(Samples.answer("One") + "\n" + Samples.answer("Two"))
    #expect(two.map(\.status) == [.converted, .unreadable])
    #expect(two.last?.error?.found == "something behind the root element")
    #expect(two.last?.error?.line == 2)
  }

  @Test func aDocumentTypeIsNotFetched() {
    let answer = Samples.answer("Hi", prolog: "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/r.dtd\">")
    #expect(Samples.convert(answer).map(\.status) == [.converted])
  }

  @Test func nothingIsIncluded() throws {
    let include = "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>"
    let conversion = try #require(
      Samples.convert(
        Samples.answer("Hi").replacing("<Components>", with: include + "<Components>")
      )
      .first)
    #expect(conversion.status == .converted)
    #expect(conversion.codes.contains(.unmappedDropped))
    #expect(!String(decoding: conversion.output, as: UTF8.self).contains("root:"))
  }

  /// Any truncation, flipped byte or deletion ends in a conversion, never in a crash.
  @Test func everyAccidentSurvives() {
    let body = "Dear &amp; <![CDATA[<b>]]> caf\u{E9} &#10; $(name)"
    let answer = Array(Samples.archive([Samples.answer(body), Samples.answer("Two")]).utf8)
    for position in answer.indices {
      for flip in [UInt8(1), 0x20, 0x80, answer[position] ^ 0x3C] {
        var bytes = answer
        bytes[position] ^= flip
        #expect(Samples.convert(bytes).count < 10)
      }
      var shorter = answer
      shorter.remove(at: position)
      #expect(Samples.convert(shorter).count < 10)
    }
  }
}

import MessageTemplates
import Testing

/// What is no template, each with the place and the words that help.
@Suite struct BadInputTests {
  /// A document that cannot be read, and what the error says.
  struct Bad: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var line: Int
    var column: Int
    var found: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ line: Int, _ column: Int, _ found: String) {
      self.init(name, Array(text.utf8), line, column, found)
    }

    init(_ name: String, _ bytes: [UInt8], _ line: Int, _ column: Int, _ found: String) {
      self.name = name
      self.bytes = bytes
      self.line = line
      self.column = column
      self.found = found
    }
  }

  static let all = [
    Bad("nothing", "", 1, 1, "the end of the input"),
    Bad("white space", " \n ", 2, 2, "the end of the input"),
    Bad("a cut object", "{\n  \"Name\": \"x\",", 2, 15, "the end of the input"),
    Bad("a cut string", "{\"Name\": \"x", 1, 12, "the end of the input"),
    Bad("two values", "{} x", 1, 4, "`x`"),
    Bad("NaN", "{\"Duration\": NaN}", 1, 14, "`N`"),
    Bad("a trailing comma", "{\"a\": 1,}", 1, 9, "`}`"),
    Bad("a leading zero", "[01]", 1, 3, "`1`"),
    Bad("a raw line break", "[\"a\nb\"]", 1, 4, "the byte 0x0A"),
    Bad("a wrong escape", "[\"\\x\"]", 1, 4, "`x`"),
    Bad(
      "invalid UTF-8", Array("[\"".utf8) + [0xC3, 0x28] + Array("\"]".utf8), 1, 3, "the byte 0xC3"),
    Bad(
      "an overlong form", Array("[\"".utf8) + [0xC0, 0x80] + Array("\"]".utf8), 1, 3,
      "the byte 0xC0"),
    Bad(
      "a surrogate in UTF-8", Array("[\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"]".utf8), 1, 3,
      "the byte 0xED"),
    Bad("UTF-16 with a mark", [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], 1, 1, "UTF-16"),
    Bad("UTF-16 without a mark", [0x7B, 0x00, 0x7D, 0x00], 1, 1, "UTF-16"),
    Bad("a NUL", [0x7B, 0x00], 1, 1, "UTF-16"),
    Bad("a scalar", "7", 1, 1, "no object"),
    Bad("a stranger's object", "{\"title\": \"x\"}", 1, 1, "a document that fits no format"),
  ]

  @Test(arguments: all) func errorsNameThePlace(_ bad: Bad) {
    let error = #expect(throws: ReadError.self) { try Conversion(of: bad.bytes, to: .camsViber) }
    #expect(error?.line == bad.line)
    #expect(error?.column == bad.column)
    #expect(error?.found == bad.found)
    #expect(error?.expected.isEmpty == false)
  }

  @Test func deepNestingIsBounded() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    let error = #expect(throws: ReadError.self) { try Conversion(of: deep, to: .camsViber) }
    #expect(error?.found == "nesting deeper than 512")
    #expect(error?.column == 513)
  }

  /// Looking for the end of each from each would take minutes.
  @Test func bracesAreGoneThroughOnce() throws {
    for (braces, count) in [("{{", 1_000_000), ("{{name}} *x* ", 100_000)] {
      let body = String(repeating: braces, count: count)
      #expect(try Conversion(of: template(body: body).utf8, to: .camsViber).status == .converted)
    }
  }

  @Test func aByteOrderMarkIsNoHindrance() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array(template(body: "Hello").utf8)
    #expect(try Conversion(of: bytes, to: .camsViber).status == .converted)
  }

  @Test func aHugeStringIsShortened() throws {
    let body = String(repeating: "All work and no play. ", count: 5_000_000)
    let conversion = try Conversion(of: template(body: body).utf8, to: .camsViber)
    #expect(conversion.codes.contains(.textCutOff))
    #expect(conversion.output.count < 2_000)
  }

  @Test func aLongNumberKeepsItsDigits() throws {
    let digits = "1234567890123456789012345678901234567890"
    let source = template(body: "Hello").replacing(
      "\"Language\"", with: "\"Lot\": \(digits), \"Language\"")
    let conversion = try Conversion(of: source.utf8, to: .camsWhatsApp)
    #expect(String(decoding: conversion.output, as: UTF8.self).contains("\"Lot\":\(digits)"))
  }

  @Test func aListGoesOnAfterABadElement() {
    let list = "[\(template(body: "One")), 7, \(template(body: "Three"))]"
    let all = Array(Conversions(of: list.utf8, to: .camsViber))
    #expect(all.map(\.status) == [.converted, .unreadable, .converted])
  }

  @Test func linesGoOnAfterABadLine() {
    let lines = "\(template(body: "One"))\n{\"Name\n\n\(template(body: "Three"))\n"
    let all = Array(Conversions(of: lines.utf8, to: .camsViber))
    #expect(all.map(\.status) == [.converted, .unreadable, .converted])
  }

  private func template(body: String) -> String {
    "{\"Name\": \"hello\", \"Language\": \"en\", \"Category\": \"MARKETING\", \"TemplateType\": \"WHATSAPP\","
      + " \"Components\": [{\"Type\": \"BODY\", \"Text\": \"\(body)\"}]}"
  }
}

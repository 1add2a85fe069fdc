import Foundation
import LegacyXML
import MessageTemplates
import Testing

/// Texts are what the document means: encodings, references, white space.
@Suite struct TextTests {
  @Test(arguments: [
    String.Encoding.utf8, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32,
  ])
  func unicodeIsKnownByItsMark(_ encoding: String.Encoding) throws {
    let answer = Samples.answer("您好 café 😀")
    let bytes = Array(try #require(answer.data(using: encoding)))
    #expect(Samples.body(of: bytes) == "您好 café 😀")
  }

  @Test(
    arguments: [
      ("ISO-8859-1", [0x63, 0x61, 0x66, 0xE9], "café"),
      ("iso-8859-15", [0xA4, 0x35], "€5"),
      ("ISO-8859-5", [0xBF, 0xE0, 0xD8, 0xD2, 0xD5, 0xE2], "Привет"),
      ("GB18030", [0xC4, 0xFA, 0xBA, 0xC3, 0x94, 0x39, 0xFC, 0x36], "您好😀"),
      ("Shift_JIS", [0x82, 0xB1, 0x82, 0xF1], "こん"),
      ("windows-1252", [0x93, 0x68, 0x69, 0x94], "\u{201C}hi\u{201D}"),
    ] as [(String, [UInt8], String)])
  func otherEncodingsAreDeclared(_ name: String, _ body: [UInt8], _ meaning: String) {
    let halves = Samples.answer("BODY", prolog: "<?xml version='1.0' encoding='\(name)'?>\n")
      .components(separatedBy: "<Text>BODY")
    let bytes = Array((halves[0] + "<Text>").utf8) + body + Array(halves[1].utf8)
    #expect(Samples.body(of: bytes) == meaning)
  }

  @Test func aCharacterMayBeCutByTheReading() {
    let answer = Samples.answer(
      String(repeating: "好", count: 500), prolog: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let whole = Samples.convert(answer).first?.output
    for size in [1, 2, 3, 64, 1_000] {
      let reader = ExportReader()
      var bytes = Array(answer.utf8)[...]
      while !bytes.isEmpty {
        reader.feed(bytes.prefix(size))
        bytes = bytes.dropFirst(size)
      }
      reader.finish()
      var converter = Converter(from: nil, to: .camsViber, options: Conversion.Options())
      if let document = reader.next() {
        converter.load(document)
        converter.convert(0)
      }
      #expect(converter.conversion.output == whole)
    }
  }

  @Test func spaceInTextsIsText() {
    #expect(Samples.body(of: Array(Samples.answer(" Hi \n there ").utf8)) == " Hi \n there ")
    #expect(Samples.body(of: Array(Samples.answer("a&#10;&#9;b").utf8)) == "a\n\tb")
    #expect(Samples.body(of: Array(Samples.answer("a\r\nb").utf8)) == "a\nb")
  }

  @Test func spaceElsewhereIsLayout() throws {
    let answer = Samples.answer("Hi").replacing(
      "<Name>hello</Name>", with: "<Name>\n  hello\n</Name>")
    #expect(Samples.convert(answer).first?.template?.name?.string == "hello")
  }

  @Test func spaceThatIsMeantStays() throws {
    let mapping = try #require(Mapping.named("wso2-xml"))
    let cases = [
      ("\n  Hi\n ", "Hi"), ("&#10;Hi &#32;", "\nHi  "), ("\n<![CDATA[ Hi ]]>\n", " Hi "),
      (" &amp; ", "&"), ("\u{3000}Hi", "\u{3000}Hi"),
    ]
    for (spelled, meant) in cases {
      let xml =
        "<configurations><configuration type=\"t\" locale=\"en\"><body>\(spelled)</body>"
        + "</configuration></configurations>"
      let conversion = ExportConversions(of: xml.utf8, mapping: mapping, to: .camsViber).first {
        _ in
        true
      }
      #expect(conversion?.template?.messages.first?.body?.text?.string == meant, "\(spelled)")
    }
  }

  @Test func preservedSpaceStays() {
    let xml =
      "<configurations xml:space=\"preserve\"><configuration type=\"t\" locale=\"en\">"
      + "<body> Hi </body></configuration></configurations>"
    let bodies = Samples.convert(xml).map { $0.template?.messages.first?.body?.text?.string }
    #expect(bodies == [" Hi "])
  }

  @Test func entitiesOfTheDocumentAreReplaced() {
    let answer = Samples.answer(
      "Dear &who;, hi", prolog: "<!DOCTYPE r [<!ENTITY who \"Mr &amp; Mrs Holm\">]>")
    #expect(Samples.body(of: Array(answer.utf8)) == "Dear Mr & Mrs Holm, hi")
  }
}

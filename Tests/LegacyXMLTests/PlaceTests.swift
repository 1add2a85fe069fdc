import LegacyXML
import MessageTemplates
import Testing

/// Findings say where in the document something stands, whatever the way it is written.
@Suite struct PlaceTests {
  /// The finding of a code, in the first template.
  private func finding(_ code: Code, _ xml: String) throws -> Finding {
    let conversion = try #require(Samples.convert(xml).first)
    return try #require(conversion.findings.first { $0.code == code })
  }

  /// An answer whose footer, which Viber lacks, stands behind some markup.
  private func answer(_ before: String, footer: String = "<Text>Bye</Text>") -> String {
    Samples.answer("Hi").replacing(
      "</Data>", with: "\(before)<Components><Type>FOOTER</Type>\(footer)</Components></Data>")
  }

  @Test func pastLine65535() throws {
    let found = try finding(
      .footerMerged, answer(String(repeating: "\n", count: 70_000) + "\t"))
    #expect(found.line == 70_001)
    #expect(found.column == "\t<Components><Type>FOOTER</Type><Text>".utf8.count + 1)
    #expect(found.sources == ["/GetChatappTemplateDetailResponse/Data/Components[2]/Text"])
  }

  @Test(arguments: [
    "<!-- one\ntwo -->", "<?note one\ntwo?>", "<LastUpdateTime>\n</LastUpdateTime>",
    "<LastUpdateTime><![CDATA[\n]]></LastUpdateTime>", "\r\n", "<Reason a=\"1\n2\"/>",
  ])
  func behindALineBreak(_ before: String) throws {
    let found = try finding(.footerMerged, answer(before))
    #expect(found.line == 2)
    let rest = before.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
    #expect(
      found.column == rest.count + "<Components><Type>FOOTER</Type><Text>".utf8.count + 1)
  }

  @Test func columnsCountBytes() throws {
    let found = try finding(.footerMerged, answer("\n<Reason>您好😀</Reason>"))
    let before = "<Reason>您好😀</Reason><Components><Type>FOOTER</Type><Text>"
    #expect(found.column == before.utf8.count + 1)
  }

  @Test(arguments: [
    "<Text>&lt;Bye&gt;</Text>", "<Text><![CDATA[<Bye>]]></Text>", "<Text>&#60;Bye&#x3E;</Text>",
    "<Text>&lt;B<!-- -->ye&gt;</Text>", "<Text><?x?>&lt;Bye><![CDATA[]]></Text>",
  ])
  func textsArePutTogether(_ footer: String) throws {
    let found = try finding(.footerMerged, answer("\n", footer: footer))
    #expect(found.before == "<Bye>")
    #expect(found.line == 2)
    #expect(found.column > "<Components><Type>FOOTER</Type>".utf8.count)
  }

  @Test func insideJSONTextThePointerGoesOn() throws {
    let data = """
      <GetChatappTemplateDetailResponse>
      <Data>{"name": "a", "language": "en", "category": "UTILITY",
        "note": "&lt;&amp;",
        "components": [{"type": "BODY", "text": "Hi"}, {"type": "FOOTER", "text": "Bye"}]}</Data>
      </GetChatappTemplateDetailResponse>
      """
    let found = try finding(.footerMerged, data)
    #expect(found.sources == ["/GetChatappTemplateDetailResponse/Data#/components/1/text"])
    #expect(found.line == 4)
    let line = #"  "components": [{"type": "BODY", "text": "Hi"}, {"type": "FOOTER", "text": "#
    #expect(found.column == line.utf8.count + 1)
    let note = try finding(.unknownDropped, data)
    #expect(note.line == 3)
    #expect(note.before == "<&")
  }

  @Test func behindReferencesInJSONTextColumnsAreTheSource() throws {
    let data =
      "<GetChatappTemplateDetailResponse><Data>{&quot;name&quot;: &quot;a&quot;, "
      + "&quot;language&quot;: &quot;en&quot;, &quot;category&quot;: &quot;UTILITY&quot;, "
      + "&quot;components&quot;: [{&quot;type&quot;: &quot;BODY&quot;, &quot;text&quot;: "
      + "&quot;Hi&quot;}, {&quot;type&quot;: &quot;FOOTER&quot;, &quot;text&quot;: &quot;Bye"
    let found = try finding(
      .footerMerged, data + "&quot;}]}</Data></GetChatappTemplateDetailResponse>")
    #expect(found.column == data.utf8.count - "&quot;Bye".utf8.count + 1)
  }

  @Test func brokenJSONTextIsNamedWithItsPlace() throws {
    let data =
      "<GetChatappTemplateDetailResponse>\n<Data>{\"name\": \"a\"\u{FF0C} \"language\": \"en\"}"
      + "</Data></GetChatappTemplateDetailResponse>"
    let error = try #require(Samples.convert(data).first?.error)
    #expect(error.found == "`\u{FF0C}` in text that should hold JSON")
    #expect(error.line == 2)
    #expect(error.column == "<Data>{\"name\": \"a\"".utf8.count + 1)
  }

  @Test func prefixesStandInPaths() throws {
    let xml = """
      <r:GetChatappTemplateDetailResponse xmlns:r="urn:r" r:batch="7"><Data><Name>a</Name>
      <Language>en</Language><r:Components><Type>BODY</Type><Text>Hi</Text></r:Components></Data>
      </r:GetChatappTemplateDetailResponse>
      """
    let conversion = try #require(Samples.convert(xml).first)
    let dropped = try #require(conversion.findings.first { $0.code == .unmappedDropped })
    #expect(dropped.sources == ["/r:GetChatappTemplateDetailResponse/@r:batch"])
    let texts = conversion.trace.map(\.source).filter { $0.hasSuffix("/Text") }
    #expect(texts == ["/r:GetChatappTemplateDetailResponse/Data/r:Components/Text"])
  }

  @Test func templatesOfAListAreCounted() throws {
    let archive = Samples.archive((1...3).map { Samples.answer("Number \($0)") })
    let sources = Samples.convert(archive).map { $0.findings.first?.sources.first }
    #expect(
      sources
        == (1...3).map { "/Archive/GetChatappTemplateDetailResponse[\($0)]/Data/Category" })
  }

  @Test func everyLeafHasAFate() throws {
    let conversion = try #require(
      Samples.convert(
        "<Archive id=\"7\">\n<When>now</When>" + Samples.answer("Hi") + "<Count>1</Count></Archive>"
      )
      .first)
    let fates = Dictionary(
      uniqueKeysWithValues: conversion.trace.map { ($0.source, $0.fate) })
    let answer = "/Archive/GetChatappTemplateDetailResponse[1]"
    #expect(fates["/Archive/@id"] == .lost)
    #expect(fates["/Archive/When"] == .lost)
    #expect(fates["/Archive/Count"] == .lost)
    #expect(fates["\(answer)/Code"] == .envelope)
    #expect(fates["\(answer)/Data/Components/Text"] == .carried)
    #expect(fates.count == 9)
    #expect(!conversion.codes.contains(.notCarried))
  }
}

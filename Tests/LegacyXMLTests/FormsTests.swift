import LegacyXML
import MessageTemplates
import Testing

/// A template means the same in JSON and in each form of XML.
@Suite struct FormsTests {
  @Test func embeddedMappingsAreRead() {
    #expect(Mapping.all.map(\.format).contains("cams-xml"))
  }
}

import MessageTemplates
import Testing

@Suite struct MappingTests {
  @Test func formatsAreFoundByNameAndAlias() {
    #expect(Format.named("viber") == .camsViber)
    #expect(Format.named("cams-whatsapp") == .camsWhatsApp)
    #expect(Format.named("telegram") == nil)
  }

  @Test func namesFollowTheirCases() {
    #expect(Spellings.mistakes.isEmpty)
  }
}

import MessageTemplates
import Testing

/// What the program says of itself is whole.
@Suite struct CatalogueTests {
  @Test func everyCodeIsDeclaredOnce() {
    let declared = Catalogue.all.map(\.code)
    #expect(Set(declared).count == declared.count)
    #expect(Set(declared) == Set(Code.allCases))
  }

  @Test(arguments: Code.allCases) func sentencesAreWhole(_ code: Code) throws {
    let declaration = try #require(Catalogue.all.first { $0.code == code })
    #expect(!"\(declaration.headline)".hasSuffix("."))
    #expect("\(declaration.message)".hasSuffix(".") || "\(declaration.message)" == "{detail}")
    #expect("\(declaration.explanation)".hasSuffix("."))
    let remedy = "\(declaration.remedy)"
    #expect(remedy.isEmpty || remedy.hasSuffix("."))
    #expect(Catalogue.code(named: code.id) == code)
    #expect(code.id == "\(code)".kebab)
  }

  @Test func sentencesLeaveOpenOnlyWhatFindingsHave() {
    let words = [
      "source", "target", "before", "after", "limit", "found", "detail", "pointer", "option",
      "given",
    ]
    for declaration in Catalogue.all {
      for sentence in ["\(declaration.message)", "\(declaration.remedy)"] {
        for part in sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
          let word = part.prefix { $0 != "}" }
          #expect(words.contains(String(word)), "\(declaration.id): {\(word)}")
        }
      }
    }
  }

  @Test(arguments: Format.all) func mappingsAreRead(_ format: Format) {
    #expect(format.mappingMistake == nil)
    #expect(!format.channel.isEmpty && !format.summary.isEmpty)
  }

  @Test func everyPolicyCanBeSetAsItIsExplained() throws {
    for choice in Policy.choices {
      for (word, _) in choice.values {
        var policy = Policy()
        try policy.set(choice.key, to: word)
      }
    }
    #expect(throws: Policy.Mistake.self) {
      var policy = Policy()
      try policy.set("footer", to: "hide")
    }
    #expect(throws: Policy.Mistake.self) {
      var policy = Policy()
      try policy.set("colour", to: "red")
    }
  }
}

import LegacyXML
import MessageTemplates
import Testing

/// A mistake in a mapping is named with its line and column.
@Suite struct MappingFileTests {
  struct Wrong: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var json: String
    var place: String
  }

  private static let start = """
    {
    "format": "a-xml", "channel": "A", "summary": "A", "roots": ["a"], "templates": ["b"],

    """

  static let all = [
    Wrong(testDescription: "no JSON", json: "{\n\"format\": ,", place: "2:11"),
    Wrong(testDescription: "an unknown key", json: start + "\"field\": {}}", place: "3:10"),
    Wrong(
      testDescription: "an unknown field", json: start + "\"fields\": {\"boddy\": \"c\"}}",
      place: "3:21"),
    Wrong(
      testDescription: "a path twice",
      json: start + "\"fields\": {\"body\": \"c\", \"footer\": \"c\"}}",
      place: "3:35"),
    Wrong(testDescription: "nothing to read", json: start + "\"markup\": true}", place: "1:1"),
    Wrong(
      testDescription: "a wrong type", json: start + "\"fields\": {\"body\": 7}}", place: "3:20"),
    Wrong(
      testDescription: "an unknown meaning",
      json: start + "\"fields\": {\"body\": \"c\"}, \"values\": {\"category\": {\"x\": \"ads\"}}}",
      place: "3:55"),
    Wrong(
      testDescription: "an unknown table",
      json: start + "\"fields\": {\"body\": \"c\"}, \"values\": {\"colour\": {}}}", place: "3:47"),
    Wrong(
      testDescription: "a variable without an end",
      json: start + "\"fields\": {\"body\": \"c\"}, \"variables\": [{\"open\": \"{\"}]}",
      place: "3:40"),
    Wrong(
      testDescription: "buttons without an element",
      json: start + "\"fields\": {\"body\": \"c\"}, \"buttons\": {\"label\": \"d\"}}", place: "3:37"
    ),
    Wrong(
      testDescription: "lists beside fields",
      json: start
        + "\"reads-as\": \"cams\", \"lists\": {\"C\": []}, \"fields\": {\"body\": \"c\"}}",
      place: "1:1"),
  ]

  @Test(arguments: all) func mistakesAreNamedWithTheirPlace(_ wrong: Wrong) throws {
    let mistake = #expect(throws: MappingFile.Mistake.self) {
      try Mapping(Array(wrong.json.utf8), path: "own.json")
    }
    #expect(
      mistake?.description.hasPrefix("own.json:\(wrong.place): ") == true,
      "\(mistake?.description ?? "")")
  }
}

import Foundation
import LegacyXML
import MessageTemplates
import Testing

/// What holds for every export, towards every format.
@Suite struct ExportTests {
  @Test func thereAreExports() {
    #expect(Case.exports.count >= 40)
  }

  @Test(arguments: Case.exports) func everyLeafIsAccountedFor(_ testCase: Case) throws {
    for target in Format.all {
      for conversion in try testCase.conversions(to: target) {
        #expect(!conversion.codes.contains(.notCarried), "\(target.name)")
        guard conversion.status == .converted else { continue }
        let trace = conversion.trace
        #expect(Set(trace.map(\.source)).count == trace.count, "\(target.name)")
        #expect(trace.allSatisfy { $0.source.hasPrefix("/") })
        #expect(conversion.findings.allSatisfy { $0.line >= 1 && $0.column >= 1 })
        for output in conversion.outputs {
          let findings = Inspection(of: output, as: target).findings
          #expect(findings.allSatisfy { $0.severity != .error }, "\(target.name): \(findings)")
        }
      }
    }
  }

  // MARK: Documents of others, where they stand beside the project

  static let folder = Case.root.deletingLastPathComponent().appending(path: "shared/samples/cams")

  static let samples: [(file: String, mapping: String?, endings: [Conversion.Status])] = [
    ("cams-docs-2024-07-30/GetChatappTemplateDetail.response.xml", nil, [.converted]),
    ("cams-docs-2024-07-30/ListChatappTemplate.response.xml", nil, [.refused]),
    ("cams-docs-2024-07-30/CreateChatappTemplate.response.xml", nil, [.refused]),
    ("cams-docs-2024-07-30/DeleteChatappTemplate.response.xml", nil, [.refused]),
    ("alibaba-rpc-xml-rules/dysmsapi.QuerySmsTemplate.response.xml", nil, [.converted]),
    ("alibaba-rpc-xml-rules/dysmsapi.QuerySmsTemplateList.response.xml", nil, [.converted]),
    (
      "legacy-xml-other/wso2.sms-templates-admin-config.xml", nil,
      [Conversion.Status](repeating: .converted, count: 8)
    ),
    ("legacy-xml-other/odoo.event_sms.sms_data.xml", "odoo", [.converted, .converted]),
    ("legacy-xml-other/odoo.calendar_sms.sms_data.xml", "odoo", [.converted]),
  ]

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: folder.path),
      "there are no samples beside the project"))
  func samplesImportOrAreRefused() throws {
    for (file, mapping, endings) in ExportTests.samples {
      let bytes = try Data(contentsOf: ExportTests.folder.appending(path: file))
      let conversions = ExportConversions(
        of: bytes, mapping: try mapping.map(ExportTests.documented), to: .camsViber)
      #expect(conversions.map(\.status) == endings, "\(file)")
      for conversion in conversions where conversion.status == .refused {
        #expect(conversion.findings.allSatisfy { $0.remedy.contains("GetChatappTemplateDetail") })
      }
    }
  }

  /// A mapping that the documentation shows.
  private static func documented(_ name: String) throws -> Mapping {
    let path = "Documentation/examples/\(name)-mapping.json"
    return try Mapping(Array(Data(contentsOf: Case.root.appending(path: path))), path: path)
  }

  @Test func theDocumentedMappingIsTheOneThatIsTried() throws {
    let shown = try Data(
      contentsOf: Case.root.appending(path: "Documentation/examples/odoo-mapping.json"))
    let tried = try Data(
      contentsOf: Case.corpus.appending(path: "own-xml/odoo-library/mapping.json"))
    #expect(shown == tried)
  }
}

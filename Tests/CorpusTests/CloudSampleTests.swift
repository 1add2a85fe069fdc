import Foundation
import MessageTemplates
import Testing

/// Real templates of Meta's, where they stand beside the project; a clone of its own has none.
@Suite struct CloudSampleTests {
  /// One payload, by its number in the samples.
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var testDescription: String { name }
  }

  static let folder = Case.root.deletingLastPathComponent()
    .appending(path: "shared/samples/whatsapp")
  static let definitions = samples("definitions")
  static let variants = samples("definitions_variants") + samples("library")
  static let sendings = samples("send") + samples("send_variants")
  static let isThere = Comment("there are no samples beside the project")

  /// Samples that break a rule of Meta's own, with all that is said of it at `degraded` or above.
  static let broken: [String: Set<Code>] = [
    "definitions-0155": [.passwordInCategory],
    "definitions-0157": [.tooManyVariables, .labelVariableFilled],
    "definitions-0169": [.languageMissing],
    "definitions-0171": [.languageMissing],
    "definitions-0179": [.flowIncomplete, .buttonDropped],
    "definitions-0199": [.nameInvalid],
    "definitions-0207": [.textTooLong, .tooManyVariables, .variablesUnordered],
  ]

  @Test(.enabled(if: !definitions.isEmpty, isThere), arguments: definitions)
  func definitionsGoBackWhole(_ sample: Sample) throws {
    let conversion = try Conversion(of: sample.bytes, to: .whatsAppCloud)
    #expect(conversion.from == .whatsAppCloud)
    #expect(conversion.status == .converted)
    let harmed = Set(conversion.codes.filter { $0.severity >= .degraded })
    #expect(harmed == CloudSampleTests.broken[sample.name] ?? [])
  }

  @Test(.enabled(if: !definitions.isEmpty, isThere), arguments: definitions)
  func definitionsGoEverywhere(_ sample: Sample) throws {
    for target in Format.all {
      let conversion = try Conversion(of: sample.bytes, to: target)
      #expect(conversion.status == .converted, "\(target.name)")
      for output in conversion.outputs {
        let errors = Inspection(of: output, as: target).findings.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(target.name): \(errors.map(\.code.id))")
      }
      let leaves = conversion.leaves
      let sum = leaves.carried + leaves.adapted + leaves.degraded + leaves.lost + leaves.envelope
      #expect(sum == leaves.total, "\(target.name)")
      #expect(!conversion.codes.contains(.notCarried), "\(target.name)")
    }
  }

  @Test(.enabled(if: !variants.isEmpty, isThere), arguments: variants)
  func variantsReadOrSayWhatToDo(_ sample: Sample) throws {
    for target in Format.all {
      do {
        let conversion = try Conversion(of: sample.bytes, to: target)
        #expect(!conversion.codes.contains(.notCarried), "\(target.name)")
        if conversion.status == .converted { continue }
        let errors = conversion.findings.filter { $0.severity == .error }
        #expect(errors.contains { !$0.message.isEmpty }, "\(target.name)")
      } catch {
        #expect(error.message.contains("--from"))
      }
    }
  }

  @Test(.enabled(if: !sendings.isEmpty, isThere), arguments: sendings)
  func sendingsAreNoTemplates(_ sample: Sample) throws {
    let conversion = try Conversion(of: sample.bytes, to: .camsWhatsApp)
    #expect(conversion.from == .whatsAppCloud)
    #expect(conversion.status == .refused)
    let finding = try #require(conversion.findings.first)
    #expect(finding.code == .noTemplateContent)
    #expect(finding.message.contains("GET message_templates"))
  }

  /// The payloads of a file of samples, one a line.
  private static func samples(_ file: String) -> [Sample] {
    let path = folder.appending(path: file + ".ndjson")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      guard
        let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let name = object["id"] as? String, let template = object["template"],
        let data = try? JSONSerialization.data(withJSONObject: template, options: .sortedKeys)
      else { return nil }
      return Sample(name: name, bytes: Array(data))
    }
  }
}

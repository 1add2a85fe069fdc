import Foundation
import LegacyXML
import MessageTemplates
import Testing

/// One case of the corpus: an input, and what the caller chose.
struct Case: CustomTestStringConvertible, Sendable {
  /// The directory: `Corpus/cams-viber/otp-authentication-pin`.
  var directory: URL
  var input: [UInt8]
  var options: Conversion.Options
  /// The targets that the case is for; all where it names none.
  var targets: [Format]
  /// Whether the goldens hold the fate of every leaf.
  var hasTrace = false
  /// Whether the input is an export in XML.
  var isExport = false
  /// The export's own mapping.
  var mapping: Mapping?

  var format: String { directory.deletingLastPathComponent().lastPathComponent }
  var name: String { format + "/" + directory.lastPathComponent }
  var testDescription: String { name }

  /// The repository's root.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let corpus = root.appending(path: "Corpus")

  /// Every case, in order.
  static let all = cases(of: Format.all.map(\.name))

  /// Every case of an export in XML.
  static let exports = cases(of: Mapping.all.map(\.format) + ["own-xml"])

  private static func cases(of formats: [String]) -> [Case] {
    var cases: [Case] = []
    for format in formats {
      let folder = corpus.appending(path: format)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names.sorted() {
        do {
          cases.append(try Case(folder.appending(path: name)))
        } catch {
          Issue.record("\(format)/\(name): \(error)")
        }
      }
    }
    return cases
  }

  /// Cases of templates that convert: neither refused nor without a template.
  static let templates = all.filter {
    $0.directory.lastPathComponent.hasPrefix("refused-") == false
  }

  init(_ directory: URL) throws {
    self.directory = directory
    options = Conversion.Options()
    targets = Format.all
    input = []
    var source = directory.appending(path: "input.json")
    let export = directory.appending(path: "input.xml")
    if FileManager.default.fileExists(atPath: export.path) {
      source = export
      isExport = true
      targets = [.camsViber, .canonical]
    }
    let file = directory.appending(path: "options.json")
    if FileManager.default.fileExists(atPath: file.path) {
      let choice = try JSONDecoder().decode(Choice.self, from: Data(contentsOf: file))
      if let input = choice.input { source = directory.appending(path: input) }
      try choice.apply(to: &self)
    }
    input = Array(try Data(contentsOf: source))
  }

  /// What `options.json` can say.
  private struct Choice: Decodable {
    var input: String?
    var targets: [String]?
    var policy: [String: String]?
    var shape: String?
    var wire: Bool?
    var set: [String: String]?
    var templateCode: String?
    var values: String?
    var trace: Bool?
    var mapping: String?

    func apply(to testCase: inout Case) throws {
      if let targets { testCase.targets = targets.compactMap(Format.named) }
      for (key, value) in (policy ?? [:]).sorted(by: { $0.key < $1.key }) {
        try testCase.options.policy.set(key, to: value)
      }
      testCase.options.style.shape = shape ?? ""
      testCase.options.style.wire = wire ?? false
      testCase.options.templateCode = templateCode ?? ""
      testCase.hasTrace = trace ?? false
      if let mapping {
        let file = testCase.directory.appending(path: mapping)
        testCase.mapping = try Mapping(Array(Data(contentsOf: file)), path: mapping)
      }
      if values == "sample" { testCase.options.values = .samples }
      testCase.options.supplies = (set ?? [:]).sorted { $0.key < $1.key }
        .map { Supply($0.key, $0.value) }
    }
  }

  /// What becomes of each template of the input.
  func conversions(to target: Format) throws -> [Conversion] {
    guard isExport else { return [try Conversion(of: input, to: target, options: options)] }
    return Array(ExportConversions(of: input, mapping: mapping, to: target, options: options))
  }

  func converted(to target: Format, shape: String? = nil) -> Conversion? {
    var options = options
    if let shape { options.style.shape = shape }
    return try? Conversion(of: input, to: target, options: options)
  }
}

import Foundation
import MessageTemplates
import Testing

/// Every case against its goldens: output and findings for each target.
///
/// `UPDATE_CORPUS=1 swift test --filter GoldenTests` accepts what is printed; git shows the change.
@Suite struct GoldenTests {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_CORPUS"] == "1"

  @Test func thereIsACorpus() {
    #expect(Case.all.count >= 80)
  }

  @Test(arguments: Case.all + Case.exports) func goldensHold(_ testCase: Case) throws {
    for target in testCase.targets {
      let file = testCase.directory.appending(path: "to-\(target.name).json")
      let printed = print(testCase, target)
      if GoldenTests.isUpdating {
        try printed.write(to: file, atomically: true, encoding: .utf8)
        continue
      }
      let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      #expect(printed == golden, "\(testCase.name) to \(target.name) differs from its golden")
    }
  }

  @Test func everyFileBelongsToACase() throws {
    for testCase in Case.all + Case.exports {
      let wanted = Set(
        testCase.targets.map { "to-\($0.name).json" } + [
          "input.json", "input.xml", "options.json", "mapping.json",
        ])
      let files = try FileManager.default.contentsOfDirectory(atPath: testCase.directory.path)
      let orphans = files.filter { !wanted.contains($0) && !$0.hasPrefix(".") }
      #expect(orphans.isEmpty, "\(testCase.name) has files of no use: \(orphans)")
    }
  }

  @Test func everyCodeIsInAGolden() throws {
    var seen = Set<Code>()
    for testCase in Case.all + Case.exports {
      for target in testCase.targets {
        for conversion in (try? testCase.conversions(to: target)) ?? [] {
          seen.formUnion(conversion.codes)
        }
      }
    }
    seen.formUnion([.notCarried, .unreadable])
    let missing = Code.allCases.filter { !seen.contains($0) }.map(\.id)
    #expect(missing.isEmpty, "no case shows \(missing)")
  }

  /// A golden: the status, the output laid out, and a finding a line.
  private func print(_ testCase: Case, _ target: Format) -> String {
    do {
      let printed = try testCase.conversions(to: target).map { print($0, testCase) }
      return printed.count == 1 ? printed[0] : "[\n" + printed.joined(separator: ",\n") + "]\n"
    } catch {
      return "{\n\"status\": \"unreadable\",\n\"error\": \"\(error)\"\n}\n"
    }
  }

  private func print(_ conversion: Conversion, _ testCase: Case) -> String {
    var text = "{\n\"status\": \"\(conversion.status)\""
    if conversion.status == .converted {
      let output = String(decoding: prettyPrinted(conversion.output), as: UTF8.self)
      text += ",\n\"output\": \(output)"
    }
    let findings = conversion.findings.map(line)
    text +=
      ",\n\"findings\": ["
      + (findings.isEmpty ? "]" : "\n" + findings.joined(separator: ",\n") + "\n]")
    if testCase.hasTrace {
      text += ",\n\"trace\": [\n" + conversion.trace.map(line).joined(separator: ",\n") + "\n]"
    }
    return text + "\n}\n"
  }

  private func line(_ leaf: Leaf) -> String {
    let targets = leaf.targets.map { "\"\($0)\"" }.joined(separator: ",")
    let finding = leaf.finding.map { ",\"finding\":\($0)" } ?? ""
    return
      "{\"source\":\"\(leaf.source)\",\"fate\":\"\(leaf.fate)\",\"targets\":[\(targets)]\(finding)}"
  }

  private func line(_ finding: Finding) -> String {
    String(decoding: finding.json, as: UTF8.self)
  }
}

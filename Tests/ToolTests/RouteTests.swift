import Foundation
import Testing

/// The whole tool, as a user meets it: every case in `Corpus/Routes`.
///
/// `UPDATE_CORPUS=1 swift test --filter RouteTests` accepts what is printed; git shows the change.
@Suite struct RouteTests {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_CORPUS"] == "1"

  static let files: [URL] = {
    let folder = Shell.root.appending(path: "Corpus/Routes")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { folder.appending(path: $0) }
  }()

  @Test func thereAreRoutes() throws {
    let count = try RouteTests.files.map { try RoutePage($0).routes.count }.reduce(0, +)
    #expect(count >= 50)
  }

  @Test(arguments: files) func routesLeadWhereTheySay(_ file: URL) throws {
    let page = try RoutePage(file)
    #expect(!page.routes.isEmpty, "\(file.lastPathComponent) holds no case")
    var outcomes: [Route.Outcome] = []
    for route in page.routes {
      let shell = try Shell()
      defer { try? shell.close() }
      let outcome = try shell.run(route.command)
      outcomes.append(outcome)
      guard !RouteTests.isUpdating else { continue }
      let place = "\(file.lastPathComponent): \(route.title)"
      #expect(outcome.output == route.expected.output, "\(place): standard output")
      #expect(outcome.complaint == route.expected.complaint, "\(place): standard error")
      #expect(outcome.status == route.expected.status, "\(place): exit status")
    }
    if RouteTests.isUpdating {
      try page.text(outcomes).write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// Every option of the help stands in some case.
  @Test func everyOptionIsTried() throws {
    let shell = try Shell()
    defer { try? shell.close() }
    let help = try ["convert --help", "convert check --help", "convert formats --help"]
      .map { try shell.run($0).output }.joined()
    let options = Set(help.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
    let commands = try RouteTests.files.flatMap { try RoutePage($0).routes.map(\.command) }
      .joined(separator: "\n")
    let missing = options.filter { !commands.contains($0) }
    #expect(options.count > 20)
    #expect(missing.isEmpty, "no case tries \(missing.sorted())")
  }
}

import Foundation
import Testing

/// Runs commands as a user does: in a directory of their own, with `convert` on the path.
struct Shell {
  /// The repository's root.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The directory of the tool, which stands beside the tests.
  static let tools = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  private let directory: URL

  /// Makes a directory with the fixture's files.
  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(
      path: "routes-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: Shell.root.appending(path: "Corpus/Routes/fixture"), to: directory)
  }

  /// Removes the directory.
  func close() throws { try FileManager.default.removeItem(at: directory) }

  /// Runs commands; what they print goes through files, since a pipe would fill.
  func run(_ command: String) throws -> Route.Outcome {
    let files = FileManager.default.temporaryDirectory
    let (output, complaint) = (
      files.appending(path: UUID().uuidString), files.appending(path: UUID().uuidString)
    )
    for file in [output, complaint] { try Data().write(to: file) }
    defer { for file in [output, complaint] { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaint)
    process.environment = ["PATH": Shell.tools.path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    try process.run()
    process.waitUntilExit()
    return Route.Outcome(
      output: try text(output), complaint: try text(complaint), status: process.terminationStatus)
  }

  /// What was printed, with an end for its last line so that it can stand in a block.
  private func text(_ file: URL) throws -> String {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n(no newline at the end)\n"
  }
}

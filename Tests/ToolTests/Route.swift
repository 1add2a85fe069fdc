import Foundation

/// One literate case: what a user types, and what comes of it.
struct Route: Sendable {
  /// The heading.
  var title: String
  /// What is typed: the lines behind `$ `.
  var command: String
  /// What is expected.
  var expected: Outcome

  /// What comes of a command.
  struct Outcome: Equatable, Sendable {
    var output = ""
    var complaint = ""
    var status: Int32 = 0
  }
}

/// A page of cases: `Corpus/Routes/NAME.md`.
///
/// A case begins with a heading of the second level. Its block `console` holds the commands, the
/// blocks `stdout`, `stderr` and `exit` what is expected; where one is missing, nothing is, or 0.
/// All other text stays as it is when the page is rewritten.
struct RoutePage: Sendable {
  /// The file.
  var file: URL
  /// The text in pieces: prose, and cases.
  private var pieces: [Piece] = []

  private enum Piece: Sendable {
    case prose(String)
    case route(Route)
  }

  var routes: [Route] {
    pieces.compactMap { if case .route(let route) = $0 { route } else { nil } }
  }

  init(_ file: URL) throws {
    self.file = file
    var title = ""
    var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.popFirst() {
      if line.hasPrefix("## ") { title = String(line.dropFirst(3)) }
      guard line.hasPrefix("```") else {
        pieces.append(.prose(line + "\n"))
        continue
      }
      add(String(line.dropFirst(3)), RoutePage.block(&lines), title)
    }
  }

  /// The lines up to the end of a block.
  private static func block(_ lines: inout ArraySlice<String>) -> String {
    var text = ""
    while let line = lines.popFirst(), line != "```" { text += line + "\n" }
    return text
  }

  private mutating func add(_ kind: String, _ text: String, _ title: String) {
    guard kind != "console" else {
      let command = text.split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
      pieces.append(.route(Route(title: title, command: command, expected: Route.Outcome())))
      return
    }
    // Blank lines between a case's blocks are made anew.
    while case .prose("\n") = pieces.last { pieces.removeLast() }
    guard case .route(var route) = pieces.popLast() else { return }
    switch kind {
    case "stdout": route.expected.output = text
    case "stderr": route.expected.complaint = text
    default: route.expected.status = Int32(text.trimmingCharacters(in: .newlines)) ?? -1
    }
    pieces.append(.route(route))
  }

  /// The page with what really came of each case.
  func text(_ outcomes: [Route.Outcome]) -> String {
    var rest = outcomes[...]
    return pieces.map { piece in
      switch piece {
      case .prose(let text): text
      case .route(let route): text(route, rest.removeFirst())
      }
    }.joined()
  }

  private func text(_ route: Route, _ outcome: Route.Outcome) -> String {
    let commands = route.command.components(separatedBy: "\n").map { "$ " + $0 + "\n" }.joined()
    var text = "```console\n\(commands)```\n"
    if !outcome.output.isEmpty { text += "\n```stdout\n\(outcome.output)```\n" }
    if !outcome.complaint.isEmpty { text += "\n```stderr\n\(outcome.complaint)```\n" }
    if outcome.status != 0 { text += "\n```exit\n\(outcome.status)\n```\n" }
    return text
  }
}

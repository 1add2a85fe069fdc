import ArgumentParser
import MessageTemplates

/// Explains findings and policies, from where they are declared.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains what a finding means and what to do, or every policy and its choices.")

  @Argument(
    help: ArgumentHelp(
      "A finding's code, or `policies`; all codes are listed without.", valueName: "CODE | policies"
    ))
  var subject: String?

  func validate() throws {
    if let subject, subject != "policies", Catalogue.code(named: subject) == nil {
      throw ValidationError(Explain.unknown(subject))
    }
  }

  func run() {
    guard let subject else { return print(Explain.list) }
    if subject == "policies" { return print(Explain.policies) }
    for declaration in Catalogue.all where declaration.code.id == subject {
      print(declaration.page)
    }
  }

  private func print(_ text: String) {
    Interruption.reportBrokenPipes()
    try? Destination.standardOutput.write(Array(text.utf8))
  }

  /// All codes with their headlines, the worst first.
  private static var list: String {
    Severity.allCases.reversed().map { severity in
      let rows = Catalogue.all.filter { $0.severity == severity }
        .map { [$0.code.id, "\($0.headline)"] }
      return "\(severity.name)\n" + Table(rows).text(indent: 2)
    }.joined(separator: "\n")
  }

  private static var policies: String {
    Policy.choices.map { choice in
      let rows = choice.values.enumerated().map { index, value in
        ["\(choice.key)=\(value.word)", value.meaning + (index == 0 ? " (default)" : "")]
      }
      let words = rows.isEmpty ? "  \(choice.key)=NAME\n" : Table(rows).text(indent: 2)
      return "\(choice.question)\n" + words
    }.joined(separator: "\n")
  }

  /// What to say of a code that nobody knows, with those that look like it.
  private static func unknown(_ subject: String) -> String {
    let words = Set(subject.split(separator: "-"))
    let near = Catalogue.all.map(\.code.id)
      .map { id in
        let shared = words.intersection(id.split(separator: "-")).count
        return (id: id, distance: id.distance(to: subject) - shared * 3)
      }
      .filter { $0.distance <= max(2, subject.count / 3) }
      .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
      .prefix(5).map(\.id)
    let hint =
      near.isEmpty
      ? "`convert explain` lists all." : "Did you mean \(near.joined(separator: ", "))?"
    return "There is no finding `\(subject)`. \(hint)"
  }
}

extension Declaration {
  /// The page that explains the finding.
  fileprivate var page: String {
    var page = "\(id) (\(severity.name))\n\n\(headline).\n\n\(explanation)\n\n"
    page += "In a report:\n  \("\(message)".pattern)\n"
    let remedy = "\(remedy)".pattern
    if !remedy.isEmpty { page += "\nWhat to do:\n  \(remedy)\n" }
    return page
  }
}

extension String {
  /// The sentence with `<target>` for what each finding fills in.
  fileprivate var pattern: String { replacing("{", with: "<").replacing("}", with: ">") }

  /// How many characters must be changed, added or removed to make one text the other.
  fileprivate func distance(to other: String) -> Int {
    let (a, b) = (Array(utf8), Array(other.utf8))
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, wanted) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = Swift.min(above + 1, row[j] + 1, diagonal + (letter == wanted ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}

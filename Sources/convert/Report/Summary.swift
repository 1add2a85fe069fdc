import MessageTemplates

/// What was counted, for people.
extension Tally {
  /// One line: how templates ended, and how many findings of each severity there are.
  var line: String {
    let ended = Ending.allCases.filter { count($0) > 0 }.map { "\(count($0).grouped) \($0.name)" }
    let found = Severity.allCases.reversed().filter { count($0) > 0 }.map {
      "\(count($0).grouped) \($0.name)"
    }
    let noun = templates == 1 ? "template" : "templates"
    let endings = ended.isEmpty ? "" : ": " + ended.joined(separator: ", ")
    let findings = found.isEmpty ? "" : "; " + found.joined(separator: ", ")
    return "\(templates.grouped) \(noun)\(endings)\(findings)\n"
  }

  /// The counts by code, pair and language, with examples.
  var summary: String {
    var rows: [[String]] = []
    let found = zip(Code.allCases, codes).filter { $1.count > 0 }.map { (code: $0, group: $1) }
    for (code, group) in found.sorted(by: {
      ($0.code.severity, $0.group.count) > ($1.code.severity, $1.group.count)
    }) {
      rows.append([code.severity.name, code.id] + group.columns)
    }
    var text = line + section("Findings", rows)
    let ordered = pairs.all.sorted { ($1.value.count, $0.key.from) < ($0.value.count, $1.key.from) }
    text += section("Formats", ordered.map { ["\($0.key.from) → \($0.key.to)"] + $0.value.columns })
    let spoken = languages.all.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return text
      + section("Languages", spoken.map { [$0.key] + $0.value.columns })
  }

  private func section(_ title: String, _ rows: [[String]]) -> String {
    rows.isEmpty ? "" : "\n\(title)\n" + Table(rows).text(indent: 2)
  }
}

extension Tally.Group {
  /// The count and the examples, as columns.
  fileprivate var columns: [String] {
    [count.grouped, examples.map(\.description).joined(separator: ", ")]
  }
}

extension Int {
  /// With commas between thousands.
  var grouped: String {
    let digits = String(self)
    return digits.enumerated().reduce(into: "") { result, digit in
      if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { result += "," }
      result.append(digit.element)
    }
  }
}

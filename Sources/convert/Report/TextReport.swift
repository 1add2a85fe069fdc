import MessageTemplates

/// Reports as people read them: a line a finding, and what to do about it below.
extension Report {
  /// The findings as text.
  func text(coloured: Bool) -> String {
    var text = ""
    for finding in findings ?? [] {
      let place = "\(input):\(finding.line):\(finding.column):"
      let severity = finding.severity.name
      text += coloured ? "\u{1B}[1m\(place)\u{1B}[0m " : place + " "
      text += coloured ? "\u{1B}[\(finding.severity.colour)m\(severity):\u{1B}[0m" : severity + ":"
      text += " \(finding.message.singleLine) [\(finding.code.id)]\n"
      if !finding.remedy.isEmpty { text += "    \(finding.remedy.singleLine)\n" }
    }
    return text
  }
}

extension String {
  /// Without control characters: a text of the source stays on its line and out of the terminal.
  var singleLine: String {
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar.value {
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F..<0xA0: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Severity {
  /// The terminal's code for the colour.
  fileprivate var colour: String {
    switch self {
    case .note: "34"
    case .adapted: "36"
    case .degraded: "33"
    case .lost: "35"
    case .error: "31"
    }
  }
}

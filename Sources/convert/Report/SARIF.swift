import MessageTemplates

/// Reports as SARIF 2.1.0: results that stream, with the rules behind them.
extension Report {
  /// The findings as results, each with a comma before it.
  func sarif(_ columns: inout Columns) -> [UInt8] {
    var bytes: [UInt8] = []
    for finding in findings ?? [] {
      bytes += "\n,".utf8
      bytes += result(finding, columns.utf16(line: finding.line, column: finding.column)).bytes
    }
    return bytes
  }

  private func result(_ finding: Finding, _ column: Int?) -> JSONText {
    var text = JSONText()
    let remedy = finding.remedy.isEmpty ? "" : " " + finding.remedy
    text.object {
      $0.member("ruleId", finding.code.id)
      $0.member("level", finding.severity.level)
      $0.object("message") { $0.member("text", finding.message + remedy) }
      $0.array("locations") {
        $0.object {
          $0.object("physicalLocation") {
            $0.object("artifactLocation") { $0.member("uri", input.uri) }
            $0.object("region") {
              $0.member("startLine", finding.line)
              if let column { $0.member("startColumn", column) }
            }
          }
          $0.array("logicalLocations") {
            for pointer in finding.sources {
              $0.object { $0.member("fullyQualifiedName", pointer) }
            }
          }
        }
      }
      $0.object("properties") { $0.member("severity", finding.severity.name) }
    }
    return text
  }
}

/// The document around the results.
enum SARIF {
  /// What stands before the results; an empty result list begins here.
  static let beginning =
    #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":["#

  /// What stands behind them: the tool, and the rules that were met.
  static func ending(_ tally: Tally) -> [UInt8] {
    var text = JSONText()
    text.object {
      $0.object("driver") {
        $0.member("name", "convert")
        $0.member("version", Version.number)
        $0.array("rules") {
          for (index, group) in tally.codes.enumerated() where group.count > 0 {
            let declaration = Catalogue.all[index]
            $0.object {
              $0.member("id", declaration.code.id)
              $0.object("shortDescription") { $0.member("text", "\(declaration.headline)") }
              $0.object("fullDescription") { $0.member("text", "\(declaration.explanation)") }
              $0.object("defaultConfiguration") { $0.member("level", declaration.severity.level) }
            }
          }
        }
      }
    }
    return Array("\n],\"tool\":".utf8) + text.bytes + Array("}]}\n".utf8)
  }
}

extension Severity {
  /// SARIF's word for it.
  fileprivate var level: String {
    switch self {
    case .note, .adapted: "note"
    case .degraded, .lost: "warning"
    case .error: "error"
    }
  }
}

extension String {
  /// A path as a relative URI.
  fileprivate var uri: String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return utf8.reduce(into: "") { result, byte in
      if plain.contains(byte) {
        result.unicodeScalars.append(UnicodeScalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (byte < 16 ? "0" : "") + hex
      }
    }
  }
}

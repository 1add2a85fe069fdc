import ArgumentParser
import LegacyXML
import MessageTemplates

/// Lists the formats, from what they declare.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists the formats, what survives between them, and what cannot be checked offline.")

  @Flag(help: "What each format holds, and what survives between each pair.")
  var matrix = false

  func run() throws {
    Interruption.reportBrokenPipes()
    let text = matrix ? Formats.holdings + Formats.pairs : Formats.list + Formats.undecidable
    try? Destination.standardOutput.write(Array(text.utf8))
  }

  private static var list: String {
    let rows = Format.all.map {
      [$0.name, $0.alias.isEmpty ? "–" : $0.alias, "yes", "yes", $0.summary]
    }
    let exports = Mapping.all.map { [$0.format, "–", "yes", "no", $0.summary] }
    return Table([["format", "short name", "read", "write", "what it is"]] + rows + exports).text()
  }

  /// What no document shows: the platform alone can tell.
  private static var undecidable: String {
    let sections = Format.all.filter { !$0.undecidable.isEmpty }.map { format in
      "\n\(format.name)\n"
        + format.undecidable.map { "  \($0.what)\n    (\($0.source))\n" }.joined()
    }
    return "\nWhat cannot be checked offline:\n" + sections.joined()
  }

  /// The features of each format: `yes`, or the shapes that have it.
  private static var holdings: String {
    let rows = Format.features.map { feature in
      [feature]
        + Format.all.map { format in
          let shapes = format.supports.filter { $0.features.contains(feature) }.map(\.shape)
          if shapes.isEmpty { return "–" }
          return shapes.count == format.supports.count ? "yes" : shapes.joined(separator: ", ")
        }
    }
    return Table([["feature"] + Format.all.map(\.name)] + rows).text()
  }

  /// What of each format the others hold, in their default shape.
  private static var pairs: String {
    var text = ""
    for source in Format.all {
      let held = Format.features.filter { feature in
        source.supports.contains { $0.features.contains(feature) }
      }
      for target in Format.all where target != source {
        let kept = Set(target.supports.first?.features ?? [])
        text += "\n\(source.name) → \(target.name)\n"
        text += "  survives: \(words(held.filter(kept.contains)))\n"
        text +=
          "  becomes something else, or is lost: \(words(held.filter { !kept.contains($0) }))\n"
      }
    }
    return text
  }

  private static func words(_ features: [String]) -> String {
    features.isEmpty ? "nothing" : features.joined(separator: ", ")
  }
}

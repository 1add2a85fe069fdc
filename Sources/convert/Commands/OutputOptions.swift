import ArgumentParser
import MessageTemplates

/// Where outputs go, and how they are laid out.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file, or a directory for a file each; standard output if not given.", valueName: "PATH"),
    completion: .file())
  var output: String = "-"

  @Flag(help: "Write {\"output\": …, \"report\": …}, a line each.")
  var envelope = false

  @Flag(help: "Lay the output out for people.")
  var pretty = false

  @Flag(help: "Write the output without spaces.")
  var compact = false

  func validate() throws {
    if pretty, compact { throw ValidationError("--pretty and --compact exclude each other.") }
    if pretty, envelope { throw ValidationError("--pretty and --envelope exclude each other.") }
    if output.isEmpty { throw ValidationError("--output is empty.") }
  }

  private static let lineExtensions = ["ndjson", "jsonl"]

  /// Whether the output is a directory.
  func isDirectory(_ inputs: [Input]) -> Bool {
    if output == "-" { return false }
    let kind = Path(output).kind
    if kind == .directory || output.hasSuffix("/") { return true }
    let isNamedFile = (["json"] + OutputOptions.lineExtensions).contains(
      Path.fileExtension(of: output))
    return kind == .nothing && !isNamedFile && inputs.contains(where: \.isFromDirectory)
  }

  /// How the outputs are put together.
  func layout(_ inputs: [Input], readsLines: Bool) throws -> Layout {
    let isLines =
      readsLines || envelope
      || OutputOptions.lineExtensions.contains(Path.fileExtension(of: output))
    let isDirectory = isDirectory(inputs)
    let kind: Layout.Kind =
      if isLines {
        .lines
      } else if isDirectory {
        .each
      } else if inputs.contains(where: \.isNamedLines) {
        .lines
      } else {
        inputs.count > 1 || inputs.contains(where: \.isFromDirectory) ? .array : .each
      }
    if kind == .lines, pretty {
      throw ValidationError("--pretty is not possible where every line is a document.")
    }
    return Layout(
      kind: kind, isPretty: pretty ? true : compact ? false : nil, hasEnvelopes: envelope)
  }

  /// The file in the output directory that each input gets.
  func files(_ inputs: [Input], _ format: Format, _ layout: Layout) throws -> [Int: String] {
    let prefix = output.hasSuffix("/") ? output : output + "/"
    var files: [Int: String] = [:]
    var owners: [String: String] = [:]
    for (index, input) in inputs.enumerated() where input.problem == nil {
      let isLines = layout.kind == .lines || input.isNamedLines
      let stem = input.isStandardInput ? "stdin" : Path.stem(of: input.name)
      let file = "\(prefix)\(stem).\(format.name).\(isLines ? "ndjson" : "json")"
      if let owner = owners[file] {
        throw ValidationError("Both \(owner) and \(input.name) would be written to \(file).")
      }
      owners[file] = input.name
      files[index] = file
    }
    return files
  }
}

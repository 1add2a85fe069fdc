import ArgumentParser
import LegacyXML
import MessageTemplates

/// What to read, and how; every command that reads has these.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, directories, or - for standard input.",
      discussion: """
        A file holds one template, an array of them, a list answer, a template a line (NDJSON), or \
        an export in XML.
        """,
      valueName: "INPUT"),
    completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp("The format of the input; recognised if not given.", valueName: "FORMAT"),
    transform: SourceName.init)
  var from: SourceName?

  @Option(
    help: ArgumentHelp(
      "What an export in XML means that no built-in mapping describes.", valueName: "FILE"),
    completion: .file(extensions: ["json"]))
  var mapping: String?

  @Flag(help: "Every line of the input is a document; so is every line of the output.")
  var lines = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("How many threads to use; as many as there are cores.", valueName: "N"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1.") }
    if inputs.isEmpty, Terminal.isInput {
      throw ValidationError("Nothing to read: name a file, a directory, or - for standard input.")
    }
    if mapping != nil, from != nil {
      throw ValidationError("--mapping says what the input is; --from has nothing to add.")
    }
    if inputs.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read once only.")
    }
  }

  /// What the arguments name.
  var named: [Input] { Input.named(inputs.isEmpty ? ["-"] : inputs) }

  /// How many threads to use.
  var threads: Int { jobs ?? Terminal.cores }

  /// The inputs, in pieces that are small where many are under way at once.
  func feed(_ inputs: [Input]) throws -> Feed {
    Feed(
      inputs, readsLines: lines, blockSize: max(1 << 16, min(1 << 20, (2 << 20) / threads)),
      mapping: try mapping.map(readMapping) ?? from?.mapping)
  }

  private func readMapping(_ path: String) throws -> Mapping {
    let bytes = try OptionFile.contents(path, for: "--mapping")
    do {
      return try Mapping(bytes, path: path)
    } catch {
      throw ValidationError("--mapping: \(error)")
    }
  }
}

/// A format as the user named it.
struct FormatName: Sendable {
  let format: Format
  /// The name as given: `viber`.
  let name: String

  init(_ name: String) throws {
    guard let format = Format.named(name) else {
      if let mapping = Mapping.named(name) {
        throw ValidationError("\(mapping.format) is read, not written.")
      }
      let known = Format.all.map { $0.alias.isEmpty ? $0.name : "\($0.name) (\($0.alias))" }
      throw ValidationError(
        "There is no format `\(name)`; known are \(known.joined(separator: ", ")).")
    }
    self.format = format
    self.name = name
  }

  /// Whether a short name was given.
  var isShort: Bool { name != format.name }
}

/// What the user says the input is: a format, or a kind of export in XML.
struct SourceName: Sendable {
  /// The format; none for an export.
  private(set) var named: FormatName?
  /// The export's mapping.
  private(set) var mapping: Mapping?

  var format: Format? { named?.format }

  init(_ name: String) throws {
    mapping = Mapping.named(name)
    if mapping == nil { named = try FormatName(name) }
  }
}

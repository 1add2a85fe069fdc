import ArgumentParser
import MessageTemplates

/// How to convert: the choices of the policy, what the source lacks, how the output is spelled.
struct ConversionOptions: ParsableArguments {
  /// The shapes of the CAMS formats.
  enum Shape: String, CaseIterable, ExpressibleByArgument {
    case create, modify, detail
  }

  @Option(
    help: ArgumentHelp(
      "What to prefer where a channel leaves a choice; see `convert explain policies`.",
      valueName: "KEY=VALUE"))
  var policy: [String] = []

  @Option(
    help: ArgumentHelp("A file of such choices: lines, or a JSON object.", valueName: "PATH"),
    completion: .file())
  var policyFile: String?

  @Option(
    help: ArgumentHelp(
      "Something that the source lacks, by its place in the canonical form.",
      valueName: "POINTER=VALUE"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "The same for many: a JSON file, by template name, then language.", valueName: "FILE"),
    completion: .file())
  var supply: String?

  @Option(
    help: ArgumentHelp(
      "Fill variables with the template's samples, or from a JSON file.", valueName: "sample|FILE"),
    completion: .file())
  var values: String?

  @Option(
    help: ArgumentHelp("The code of the template that a modify request is for.", valueName: "CODE"))
  var templateCode: String = ""

  @Option(help: ArgumentHelp("The shape of CAMS output.", valueName: "SHAPE"))
  var camsShape: Shape = .create

  @Flag(help: "Write Components and Example as text that holds JSON, as the remote call wants it.")
  var wire = false

  /// The options as the library takes them.
  func read() throws -> Conversion.Options {
    var options = Conversion.Options()
    options.policy = try Policy(file: policyFile, arguments: policy)
    options.style = Style(shape: camsShape.rawValue, wire: wire)
    options.templateCode = templateCode
    options.supplies = try set.map {
      let (pointer, value) = try OptionFile.halves($0, for: "--set")
      return try Supply(pointer, value: value, "--set")
    }
    options.values = try readValues()
    return options
  }

  private func readValues() throws -> Values {
    guard let values else { return .none }
    if values == "sample" { return .samples }
    var map: [String: String] = [:]
    for (name, value) in try OptionFile.object(values, for: "--values") {
      guard let text = value.text else {
        throw ValidationError("--values: \(values): The value of `\(name)` is no text.")
      }
      map[name] = text
    }
    return .map(map)
  }
}

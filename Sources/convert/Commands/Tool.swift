import ArgumentParser

/// The tool's entrance.
///
/// The conversion is the command itself and takes any number of inputs, so it would take the name
/// of another command for an input; those are looked at first.
@main enum Tool {
  /// The other commands, by name.
  private struct Others: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convert", abstract: Convert.configuration.abstract, version: Version.number,
      subcommands: Convert.configuration.subcommands)
  }

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let names = Convert.configuration.subcommands.compactMap { $0.configuration.commandName }
    if arguments == ["help"] { arguments = ["--help"] }
    if let first = arguments.first, first == "help" || names.contains(first) {
      Others.main(arguments)
    } else {
      Convert.main(arguments)
    }
  }
}

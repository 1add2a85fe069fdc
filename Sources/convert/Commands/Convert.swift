import ArgumentParser
import MessageTemplates

/// The command itself: converts templates.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts message templates between platforms, and says what that costs.",
    usage: "convert [INPUT ...] --to FORMAT [options]",
    discussion: """
      For example: convert order.json --to viber

      Exit status: 0; 1 a finding as severe as --fail-on, or an error; 2 something was unreadable \
      or refused; 64 the command is wrong; 74 an output could not be written.
      """,
    version: Version.number,
    subcommands: [Check.self, Explain.self, Formats.self])

  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp("The format to write; see `convert formats`.", valueName: "FORMAT"),
    transform: FormatName.init)
  var to: FormatName

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Conversion") var conversion: ConversionOptions
  @OptionGroup(title: "Report") var report: ReportOptions

  @Flag(help: "With json reports or envelopes: the fate of every leaf of the source.")
  var trace = false

  func validate() throws {
    if trace, report.reportFormat != .json, !output.envelope {
      throw ValidationError("--trace needs --report-format json, or --envelope.")
    }
    if report.report == "-", output.output == "-" {
      throw ValidationError("Output and report cannot both go to standard output.")
    }
  }

  func run() throws {
    let inputs = input.named
    let layout = try output.layout(inputs, readsLines: input.lines)
    let reporting = report.reporting(to: report.report, tracing: trace, envelopes: output.envelope)
    let options = try conversion.read()
    let job = Translator.Job(
      from: input.from?.format, to: to.format, options: options,
      supplies: try conversion.supply.map(SupplyFile.init), layout: layout, reporting: reporting)
    let run = Run(
      inputs: inputs, input: input, report: report, reporting: reporting, layout: layout,
      files: output.isDirectory(inputs) ? try output.files(inputs, to.format, layout) : nil,
      output: output.output, names: [input.from?.named, to])
    let tally = try run { Translator(job) }
    if let hint = hint(tally) { run.remark(hint) }
    report.status(tally).end()
  }

  /// What to say where a short name may not be what was meant: it is the channel's own name, and
  /// the input is in another format of that channel.
  private func hint(_ tally: Tally) -> String? {
    guard to.isShort, to.format.alias == to.format.channel.lowercased() else { return nil }
    let other = Format.all.first { format in
      format != to.format && format.channel.hasPrefix(to.format.channel)
        && tally.pairs.all.contains { $0.key.from == format.name }
    }
    guard let other else { return nil }
    let name = other.alias.isEmpty ? other.name : other.alias
    let what = to.format.summary.prefix { $0 != ":" && $0 != ";" }
    return "--to \(to.format.alias) wrote \(to.format.name) (\(what));"
      + " for \(other.name), which the input is in, say --to \(name)"
  }
}

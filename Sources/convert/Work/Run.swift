import ArgumentParser
import MessageTemplates

/// One run: inputs through workers to outputs and a report.
struct Run {
  let inputs: [Input]
  let input: InputOptions
  let report: ReportOptions
  let reporting: Reporting
  let layout: Layout
  /// The file that each input gets in the output directory, where there is one.
  var files: [Int: String]?
  /// Where the output goes; nowhere where nothing is converted.
  var output: String?
  /// The formats as the user named them.
  let names: [FormatName?]

  /// Runs, and counts.
  func callAsFunction(_ worker: @escaping @Sendable () -> any Worker) throws -> Tally {
    let feed = try input.feed(inputs)
    try refuseOverwriting()
    Interruption.reportBrokenPipes()
    let delivery: Delivery
    do {
      // First, since it makes the directory that the report may stand in too.
      let target = try target()
      let destination = try report.report.map { try Destination($0) } ?? standardReport
      delivery = Delivery(
        OutputWriter(target, layout: layout),
        Reporter(destination, reporting, isQuiet: report.quiet), report.progress(inputs))
    } catch let failure as Failure {
      end(by: failure)
    }
    for name in names {
      if let name, name.isShort { remark("\(name.name) is \(name.format.name)") }
    }
    let pipeline = Pipeline(feed, delivery, jobs: input.threads, worker: worker)
    Memory.share(among: input.threads)
    let (tally, failure) = pipeline.run(hasFiles: hasFiles)
    if let failure { end(by: failure) }
    return tally
  }

  /// Says something in passing, unless a program reads standard error.
  func remark(_ text: String) {
    let isForPrograms = reporting.format == .json || reporting.format == .sarif
    if report.quiet || (isForPrograms && output != nil && report.report == nil) { return }
    Terminal.complain("convert: \(text)\n")
  }

  /// Whether a file is written that must not stay half-written.
  private var hasFiles: Bool {
    [output, report.report].contains { path in path.map { $0 != "-" } ?? false }
  }

  private var standardReport: Destination { output == nil ? .standardOutput : .standardError }

  private func target() throws(Failure) -> OutputWriter.Target {
    guard let output else { return .nowhere }
    guard let files else { return .one(try Destination(output)) }
    if mkdir(output, 0o777) != 0, Path(output).kind != .directory { throw Failure(output) }
    return .each(files)
  }

  /// Ends a run whose output cannot be written.
  private func end(by failure: Failure) -> Never {
    if failure.isBrokenPipe { Interruption.endWithBrokenPipe() }
    Interruption.removeUnfinished()
    Terminal.complain("convert: cannot write \(failure)\n")
    ExitStatus.unwritable.end()
  }

  /// An output that is an input is refused, and so is a report that is either.
  private func refuseOverwriting() throws {
    var owners: [Path.Identity: String] = [:]
    for input in inputs {
      if input.path.kind == .file, let identity = input.path.identity {
        owners[identity] = input.name
      }
    }
    var outputs = files.map { Array($0.values).sorted() } ?? output.map { [$0] } ?? []
    if let path = report.report { outputs.append(path) }
    var names = Set<String>()
    for output in outputs {
      let path = output == "-" ? Path(descriptor: STDOUT_FILENO) : Path(output)
      if path.kind == .file, let identity = path.identity, let owner = owners[identity] {
        let name = output == "-" ? "Standard output" : output
        throw ValidationError("\(name) would be written over \(owner), which is an input.")
      }
      if output != "-", path.kind != .other, !names.insert(Path.absolute(output)).inserted {
        throw ValidationError("\(output) cannot hold both the output and the report.")
      }
    }
  }
}

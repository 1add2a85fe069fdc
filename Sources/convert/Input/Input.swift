import MessageTemplates

/// Something to read: a file, or standard input.
struct Input: Sendable {
  /// The name in reports: the path as given, `-` for standard input.
  let name: String
  /// Whether it stands in a directory that was given.
  var isFromDirectory = false
  /// Why there is nothing to read.
  var problem: ReadError?

  /// Whether its name says that it holds a document a line.
  var isNamedLines: Bool { Input.lineExtensions.contains(Path.fileExtension(of: name)) }
  /// Whether it is standard input.
  var isStandardInput: Bool { name == "-" }

  /// What stands at its path.
  var path: Path { isStandardInput ? Path(descriptor: STDIN_FILENO) : Path(name) }

  private static let lineExtensions = ["ndjson", "jsonl"]
  private static let extensions = ["json", "xml"] + lineExtensions

  /// The inputs that the arguments name; directories are looked through.
  static func named(_ arguments: [String]) -> [Input] {
    arguments.flatMap { argument -> [Input] in
      if argument != "-", Path(argument).kind == .directory { return within(argument) }
      return [Input(name: argument)]
    }
  }

  /// The templates in a directory, and in those below it, sorted.
  private static func within(_ directory: String) -> [Input] {
    let found = files(in: directory).map { Input(name: $0, isFromDirectory: true) }
    if !found.isEmpty { return found }
    let problem = ReadError.unreadable(
      found: "a directory without a template",
      expected: extensions.map { "*." + $0 }.joined(separator: ", ") + " within")
    return [Input(name: directory, isFromDirectory: true, problem: problem)]
  }

  private static func files(in directory: String) -> [String] {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    let names = (try? Path.names(in: directory)) ?? []
    return names.flatMap { name -> [String] in
      let path = prefix + name
      switch Path(path).kind {
      case .directory: return Path.isLink(path) ? [] : files(in: path)
      case .file: return extensions.contains(Path.fileExtension(of: path)) ? [path] : []
      case .nothing, .other: return []
      }
    }
  }
}

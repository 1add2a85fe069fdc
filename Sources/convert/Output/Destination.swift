/// Where bytes go: standard output, a device or pipe, or a file that appears whole or not at all.
struct Destination: Sendable {
  /// The name in messages.
  let name: String
  private let descriptor: Int32
  /// The file that is being written, where one is.
  private let unfinished: UnfinishedFile?

  /// Standard output, or standard error for reports.
  private init(_ descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
    unfinished = nil
  }

  static let standardOutput = Destination(STDOUT_FILENO, named: "standard output")
  static let standardError = Destination(STDERR_FILENO, named: "standard error")

  /// Whether it is standard output.
  var isStandardOutput: Bool { descriptor == STDOUT_FILENO }
  /// Whether it is standard error.
  var isStandardError: Bool { descriptor == STDERR_FILENO }

  /// Opens a destination: `-` is standard output.
  ///
  /// What is no regular file is written to as it is. A symbolic link is followed.
  init(_ path: String) throws(Failure) {
    if path == "-" {
      self = .standardOutput
      return
    }
    name = path
    let final = Path.resolved(path)
    let existing = Path(final)
    guard existing.kind == .file || existing.kind == .nothing else {
      descriptor = try File.open(writing: path)
      unfinished = nil
      return
    }
    if existing.kind == .file, access(final, W_OK) != 0 { throw Failure(path) }
    let file = try UnfinishedFile(final, named: path)
    unfinished = file
    descriptor = file.descriptor
    fchmod(descriptor, existing.kind == .file ? existing.mode : Destination.defaultMode)
  }

  /// What a new file may be used for, by the user's mask.
  private static let defaultMode: mode_t = {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }()

  /// Writes all bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    try File.write(bytes, to: descriptor, named: name)
  }

  /// Ends writing; only now does a file stand under its name.
  func commit() throws(Failure) {
    guard let unfinished else {
      if descriptor > STDERR_FILENO, close(descriptor) != 0 { throw Failure(name) }
      return
    }
    try unfinished.appear(named: name)
  }

  /// Ends writing and leaves no file behind.
  func discard() { unfinished?.vanish() }
}

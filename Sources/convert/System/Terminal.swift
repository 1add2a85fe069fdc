/// The terminal, if there is one, and the two streams for people.
enum Terminal {
  /// Whether standard input comes from a keyboard.
  static var isInput: Bool { isatty(STDIN_FILENO) == 1 }
  /// Whether somebody watches standard error.
  static var isError: Bool { isatty(STDERR_FILENO) == 1 }
  /// Whether somebody watches standard output.
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes to standard error; there is nobody to tell where that fails.
  static func complain(_ text: String) {
    try? File.write(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
  }

  /// Seconds on a clock that never goes back.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// How many cores there are.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether the user wants no colours (https://no-color.org).
  static var refusesColour: Bool { getenv("NO_COLOR").map { $0.pointee != 0 } ?? false }
}

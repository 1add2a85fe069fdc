/// How the tool can end.
enum ExitStatus: Int32 {
  case success = 0
  /// Something is as severe as was asked for, or breaks a rule.
  case findings = 1
  /// Something could not be read, or has no valid target.
  case unreadable = 2
  /// The command itself is wrong.
  case usage = 64
  /// An output could not be written.
  case unwritable = 74

  /// Ends the program.
  ///
  /// At once: the argument parser would first make the help that it shows for mistakes.
  func end() -> Never { exit(rawValue) }
}

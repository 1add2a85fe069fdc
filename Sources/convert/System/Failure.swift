/// A call to the operating system that did not work out.
struct Failure: Error, CustomStringConvertible {
  /// What it was about: a file's name.
  let subject: String
  /// The system's number for the reason.
  let code: Int32

  /// The failure of the last call.
  init(_ subject: String) {
    self.subject = subject
    code = errno
  }

  /// Whether whoever read our output has gone.
  var isBrokenPipe: Bool { code == EPIPE }
  /// The reason, as the system words it.
  var reason: String { String(cString: strerror(code)) }
  /// Name and reason.
  var description: String { "\(subject): \(reason)" }
}

/// A file that is being written and has no name of its own yet.
///
/// Where the file system can do that it has no name at all, so that nothing stays of a program that
/// is killed; else it is hidden beside the file that it becomes.
struct UnfinishedFile: Sendable {
  let descriptor: Int32
  /// The hidden name; none where the file has no name.
  private let path: String?
  /// The name that it gets.
  private let final: String

  /// Begins a file; messages call it by the name.
  init(_ final: String, named name: String) throws(Failure) {
    self.final = final
    if let nameless = File.openNameless(in: Path.directory(of: final)) {
      descriptor = nameless
      path = nil
      return
    }
    var template = Array((UnfinishedFile.hidden(final) + ".XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Failure(name) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.path = path
    Interruption.remember(path)
  }

  /// A hidden name beside a file's own.
  private static func hidden(_ final: String) -> String {
    Path.directory(of: final) + "." + Path.name(of: final)
  }

  /// Ends writing: the file gets its name, in place of another of that name.
  func appear(named name: String) throws(Failure) {
    let isWritten = fsync(descriptor) == 0
    let hidden = isWritten ? path ?? link() : path
    guard isWritten, let hidden, close(descriptor) == 0, rename(hidden, final) == 0 else {
      let failure = Failure(name)
      close(descriptor)
      if let hidden { UnfinishedFile.remove(hidden) }
      throw failure
    }
    Interruption.forget(hidden)
  }

  /// Gives a file that has no name a hidden one, for the moment until it takes the other's place.
  private func link() -> String? {
    for attempt in 0..<100 {
      let hidden = UnfinishedFile.hidden(final) + ".\(getpid())-\(attempt)"
      if File.link(descriptor, as: hidden) { return hidden }
      if errno != EEXIST { return nil }
    }
    return nil
  }

  /// Ends writing and leaves nothing behind.
  func vanish() {
    close(descriptor)
    if let path { UnfinishedFile.remove(path) }
  }

  private static func remove(_ path: String) {
    unlink(path)
    Interruption.forget(path)
  }
}

/// Bytes in and out of open files.
enum File {
  /// Opens a file to read it.
  static func open(_ path: String) throws(Failure) -> Int32 {
    let descriptor = retrying { openFile(path, O_RDONLY | O_CLOEXEC, 0) }
    guard descriptor >= 0 else { throw Failure(path) }
    return descriptor
  }

  /// Opens a device or pipe to write to it, or an ordinary file anew.
  static func open(writing path: String) throws(Failure) -> Int32 {
    let descriptor = retrying { openFile(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw Failure(path) }
    return descriptor
  }

  /// Opens a file in a directory to write it, one that has no name; nil where there is no such thing.
  static func openNameless(in directory: String) -> Int32? {
    #if os(Linux)
      // As <fcntl.h> has it, in a way that Swift cannot read.
      let nameless = 0o20_000_000 | O_DIRECTORY
      let path = directory.isEmpty ? "." : directory
      let descriptor = retrying { openFile(path, nameless | O_WRONLY | O_CLOEXEC, 0o600) }
      if descriptor < 0 { return nil }
      if access(opened(descriptor), F_OK) == 0 { return descriptor }
      close(descriptor)
    #endif
    return nil
  }

  /// Gives a file that has no name one that nothing else has.
  static func link(_ descriptor: Int32, as path: String) -> Bool {
    linkat(AT_FDCWD, opened(descriptor), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
  }

  /// Another way to an open file.
  private static func opened(_ descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  /// Appends at most so many bytes; how many there were, 0 at the end.
  static func read(_ descriptor: Int32, atMost limit: Int, onto bytes: inout [UInt8])
    throws(Failure) -> Int
  {
    var count = 0
    bytes.append(addingCapacity: limit) { span in
      span.withUnsafeMutableBufferPointer { room, filled in
        let free = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: room[filled...].prefix(limit)))
        count = retrying { systemRead(descriptor, free) }
        filled += max(count, 0)
      }
    }
    guard count >= 0 else { throw Failure("") }
    return count
  }

  /// The whole of a file.
  static func contents(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    do throws(Failure) {
      while try read(descriptor, atMost: 1 << 16, onto: &bytes) > 0 {}
    } catch {
      throw Failure(path)
    }
    return bytes
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        retrying { systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...])) }
      }
      guard count >= 0 else { throw Failure(name) }
      start += count
    }
  }

  /// Whether something can be read without waiting.
  static func isReady(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  /// Repeats a call that a signal interrupted.
  private static func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}

import Synchronization

/// Ends the program cleanly when somebody interrupts it: nothing half-written stays.
enum Interruption {
  /// The files that are not finished yet.
  private static let unfinished = Mutex<Set<String>>([])

  /// Remembers a file that must not stay.
  static func remember(_ path: String) { unfinished.withLock { _ = $0.insert(path) } }

  /// Forgets a file that is finished, or gone.
  static func forget(_ path: String) { unfinished.withLock { _ = $0.remove(path) } }

  /// Removes what is not finished.
  static func removeUnfinished() {
    unfinished.withLock { paths in
      for path in paths { unlink(path) }
      paths = []
    }
  }

  /// From now on, writing to a pipe that nobody reads fails instead of ending the program.
  static func reportBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends as programs do whose reader has gone.
  static func endWithBrokenPipe() -> Never {
    removeUnfinished()
    end(by: SIGPIPE)
  }

  /// Watches for signals, and ends the program when one comes.
  ///
  /// - Parameter finish: Is given what ends the program, and calls it when no write is under way.
  static func watch(finish: @escaping @Sendable (_ end: () -> Never) -> Void) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watched = signals
    Thread {
      var watched = watched
      var number: Int32 = 0
      guard sigwait(&watched, &number) == 0 else { return }
      finish {
        removeUnfinished()
        end(by: number)
      }
    }?.detach()
  }

  /// Whether the signal is ignored already, as under `nohup`; such a one stays ignored.
  private static func isIgnored(_ number: Int32) -> Bool {
    let previous = signal(number, SIG_DFL)
    guard unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) else {
      return false
    }
    signal(number, SIG_IGN)
    return true
  }

  /// Ends by a signal, so that a shell sees what happened.
  private static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    _exit(128 + number)
  }
}

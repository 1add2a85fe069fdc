/// A thread that runs one body to its end.
struct Thread: Sendable {
  private let handle: pthread_t

  /// What a thread was given to do, on its way there.
  private final class Parcel: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Starts a thread; nil where the system has none to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    let parcel = Unmanaged.passRetained(Parcel(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // As large as a main thread's: a document may nest deeply.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    var handle = pthread_t()
    let code = pthread_create(&handle, &attributes, Thread.start, parcel.toOpaque())
    guard code == 0 else {
      parcel.release()
      return nil
    }
    self.handle = handle
  }

  private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
    { context in
      guard let context else { return nil }
      Unmanaged<Parcel>.fromOpaque(context).takeRetainedValue().body()
      return nil
    }

  /// Waits for its end.
  func join() { pthread_join(handle, nil) }

  /// Lets it run on alone.
  func detach() { pthread_detach(handle) }
}

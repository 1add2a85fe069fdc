/// A number that threads wait for: permits that are taken and given, or whose turn it is.
final class Counter: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Nobody looks at it without the mutex.
  private var value: Int

  init(_ value: Int) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// Adds to it, and wakes who waits.
  func add(_ count: Int) {
    if count == 0 { return }
    pthread_mutex_lock(mutex)
    value += count
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Whether it is so much already.
  func has(_ count: Int) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return value >= count
  }

  /// Waits until it is so much, and takes something away from it then.
  func wait(for count: Int, taking taken: Int = 0) {
    pthread_mutex_lock(mutex)
    while value < count { pthread_cond_wait(condition, mutex) }
    value -= taken
    pthread_mutex_unlock(mutex)
  }
}

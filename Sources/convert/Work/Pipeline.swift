import Synchronization

/// Inputs in pieces, through workers on several threads, to outputs in order.
final class Pipeline: Sendable {
  private let feed: Mutex<Feed>
  private let delivery: Mutex<Delivery>
  private let makeWorker: @Sendable () -> any Worker

  init(_ feed: sending Feed, _ delivery: Delivery, worker: @escaping @Sendable () -> any Worker) {
    self.feed = Mutex(feed)
    self.delivery = Mutex(delivery)
    makeWorker = worker
  }

  /// Runs to the end; what was counted, and why it failed.
  ///
  /// - Parameters:
  ///   - jobs: How many threads work.
  ///   - hasFiles: Whether files are written, which must not stay behind half-written.
  /// - Returns: What was counted, and why nothing more could be written, if so.
  func run(jobs: Int, hasFiles: Bool) -> (tally: Tally, failure: Failure?) {
    if hasFiles { Interruption.watch { self.interrupt($0) } }
    guard let first = feed.withLock({ $0.next() }) else { return finish() }
    guard feed.withLock({ $0.hasMore }) else {
      work(beginningWith: first, nil)
      return finish()
    }
    if !hasFiles { Interruption.watch { self.interrupt($0) } }
    // As many pieces may be under way, or wait for an earlier one, as there are permits.
    // The first piece has its own already.
    let permits = jobs > 1 ? Permits(jobs + jobs / 2 - 1) : nil
    let helpers = permits == nil ? 0 : jobs - 1
    let threads = (0..<helpers).compactMap { _ in Thread { self.work(beginningWith: nil, permits) }
    }
    work(beginningWith: first, permits)
    for thread in threads { thread.join() }
    return finish()
  }

  private func work(beginningWith first: Chunk?, _ permits: Permits?) {
    var worker = makeWorker()
    var chunk = first
    while true {
      if chunk == nil {
        permits?.take()
        chunk = feed.withLock { $0.next() }
      }
      guard let piece = chunk else { break }
      chunk = nil
      let product = worker.work(on: piece)
      let (count, hasFailed) = delivery.withLock { ($0.take(product), $0.failure != nil) }
      if hasFailed { feed.withLock { $0.stop() } }
      permits?.give(count)
    }
    // Whoever waits shall see that there is no more.
    permits?.give(1)
  }

  private func finish() -> (tally: Tally, failure: Failure?) {
    delivery.withLock { delivery in
      delivery.finish()
      return (delivery.tally, delivery.failure)
    }
  }

  /// Waits a moment for the write that is under way, and ends before another begins.
  private func interrupt(_ end: () -> Never) {
    for _ in 0..<100 {
      delivery.withLockIfAvailable { _ in end() }
      usleep(10_000)
    }
    end()
  }
}

import MessageTemplates
import Synchronization

/// Inputs in pieces, through workers on several threads, to outputs in order.
final class Pipeline: Sendable {
  private let feed: Mutex<Feed>
  /// The first piece, which was taken to see whether there is another.
  private let first = Mutex<Chunk?>(nil)
  private let delivery: Mutex<Delivery>
  private let makeWorker: @Sendable () -> any Worker
  private let jobs: Int
  /// The number of the piece that is to be handed on next.
  private let turn = Counter(0)
  /// How much work may be under way, or wait for an earlier piece; see ``Chunk/cost``.
  private let permits: Counter
  /// What a piece costs at least, so that there are half as many again as threads at most.
  private let leastCost: Int

  /// Sets out with so many threads.
  init(
    _ feed: sending Feed, _ delivery: Delivery, jobs: Int,
    worker: @escaping @Sendable () -> any Worker
  ) {
    self.feed = Mutex(feed)
    self.delivery = Mutex(delivery)
    self.jobs = jobs
    makeWorker = worker
    let pieces = jobs + jobs / 2
    leastCost = max(Chunk.budget / pieces, 1)
    permits = Counter(max(Chunk.budget, pieces))
  }

  /// Runs to the end; what was counted, and why it failed.
  ///
  /// - Parameter hasFiles: Whether files are written, which must not stay behind half-written.
  /// - Returns: What was counted, and why nothing more could be written, if so.
  func run(hasFiles: Bool) -> (tally: Tally, failure: Failure?) {
    if hasFiles { Interruption.watch { self.interrupt($0) } }
    begin()
    guard feed.withLock({ $0.hasMore }) else {
      work()
      return finish()
    }
    if !hasFiles { Interruption.watch { self.interrupt($0) } }
    let threads = (1..<jobs).compactMap { _ in Thread { self.work() } }
    work()
    for thread in threads { thread.join() }
    return finish()
  }

  /// Takes the first piece.
  private func begin() {
    let chunk = take()
    first.withLock { $0 = chunk }
  }

  /// The next piece, once there is room for it; nil at the end.
  private func take() -> Chunk? {
    if let chunk = first.withLock({ $0.take() }) { return chunk }
    permits.wait(for: leastCost, taking: leastCost)
    let chunk = feed.withLock { feed in
      let chunk = feed.next()
      // Pieces before this one need nobody's leave to go on, so that there will be room.
      if let chunk, chunk.cost > leastCost {
        permits.wait(for: chunk.cost - leastCost, taking: chunk.cost - leastCost)
      }
      return chunk
    }
    // Whoever waits shall see that there is no more.
    if chunk == nil { permits.add(leastCost) }
    return chunk
  }

  private func work() {
    var worker = makeWorker()
    while var chunk = take() {
      let cost = max(chunk.cost, leastCost)
      let product = worker.work(on: &chunk, reportingTo: self)
      let isLong = product.lines < 2 && product.size >= Chunk.longLine
      let (count, permits, hasFailed) = delivery.withLock { delivery in
        let (count, permits) = delivery.take(product, cost: cost)
        return (count, permits, delivery.failure != nil)
      }
      turn.add(count)
      self.permits.add(permits)
      if hasFailed { feed.withLock { $0.stop() } }
      if isLong { Memory.giveBack() }
    }
  }

  /// How many bytes of reports are handed on at once, and how many a piece keeps at most that must
  /// wait for an earlier one.
  private static let share = 1 << 17
  private var patience: Int { jobs > 2 ? 1 << 20 : 1 << 23 }

  /// Takes reports of a piece that is still worked on, in its turn.
  ///
  /// - Returns: How many bytes there must be before it is worth asking again.
  func take(early page: inout Numbered, of number: Int) -> Int {
    let count = page.bytes.count
    if count < Pipeline.share { return Pipeline.share }
    if !turn.has(number) {
      if count < patience { return count + Pipeline.share }
      turn.wait(for: number)
    }
    delivery.withLock { $0.write(early: page) }
    page.removeAll()
    return Pipeline.share
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

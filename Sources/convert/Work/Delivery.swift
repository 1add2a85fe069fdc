import MessageTemplates

/// Takes finished pieces of work in any order, and hands them on in theirs.
struct Delivery: Sendable {
  private var output: OutputWriter
  private var reporter: Reporter
  private var progress: Progress
  private var waiting: [Int: (product: Product, cost: Int)] = [:]
  private var next = 0
  private var drift = 0
  /// What was counted so far.
  private(set) var tally = Tally()
  /// Why nothing more can be written.
  private(set) var failure: Failure?

  init(_ output: OutputWriter, _ reporter: Reporter, _ progress: Progress) {
    self.output = output
    self.reporter = reporter
    self.progress = progress
  }

  /// Takes a finished piece; how many were handed on, and what they cost.
  mutating func take(_ product: Product, cost: Int) -> (count: Int, cost: Int) {
    waiting[product.number] = (product, cost)
    let first = next
    var sum = 0
    while let (product, cost) = waiting.removeValue(forKey: next) {
      next += 1
      sum += cost
      if failure == nil { handOn(product) }
    }
    return (next - first, sum)
  }

  /// Writes reports of the piece that is to be handed on next, while it is still worked on.
  mutating func write(early page: Numbered) {
    if failure != nil { return }
    do throws(Failure) {
      progress.clear()
      try reporter.write(page, drift: drift, after: tally)
    } catch {
      failure = error
    }
  }

  private mutating func handOn(_ product: Product) {
    tally.merge(product.account.tally)
    do throws(Failure) {
      try output.write(product, drift: drift)
      if !product.account.page.bytes.isEmpty { progress.clear() }
      try reporter.write(product.account.page, drift: drift, after: tally)
    } catch {
      failure = error
    }
    progress.add(product)
    drift = product.isLast ? 0 : drift + product.surplus
  }

  /// Ends: files appear, and what was counted is printed.
  mutating func finish() {
    progress.clear()
    guard failure == nil else { return }
    do throws(Failure) {
      try output.finish()
      try reporter.finish(tally)
    } catch {
      failure = error
    }
  }
}

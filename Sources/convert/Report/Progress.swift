/// A line on the terminal that says how far a long run is.
struct Progress: Sendable {
  /// The bytes of all inputs; none where that cannot be known.
  private let total: Int?
  private let isShown: Bool
  private let start = Terminal.now
  private var shownAt = 0.0
  private var isOnScreen = false
  private var bytes = 0
  private var lines = 0

  init(of total: Int?, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  /// Counts a piece of work, and shows the line a few times a second.
  mutating func add(_ product: Product) {
    bytes += product.size
    lines += product.lines
    guard isShown, product.lines > 0 else { return }
    let now = Terminal.now
    guard now - start > 0.5, now - shownAt > 0.2 else { return }
    shownAt = now
    isOnScreen = true
    Terminal.complain("\r\u{1B}[K" + text(at: now))
  }

  /// Takes the line away.
  mutating func clear() {
    if isOnScreen { Terminal.complain("\r\u{1B}[K") }
    isOnScreen = false
  }

  private func text(at now: Double) -> String {
    let elapsed = max(now - start, 0.001)
    var text = "\(lines.grouped) lines, \(Int(Double(lines) / elapsed).grouped) a second"
    if let total, bytes > 0, total >= bytes {
      let left = Int(elapsed * Double(total - bytes) / Double(bytes))
      let seconds = left % 60
      text += ", \(left / 60):\(seconds < 10 ? "0" : "")\(seconds) left"
    }
    return text
  }
}

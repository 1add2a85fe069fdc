/// A stretch of a text that is a variable or marked up, its delimiters included.
public struct Mark: Hashable, Sendable {
  /// What the stretch is.
  @nonexhaustive
  public enum Kind: UInt8, Hashable, Sendable {
    /// `$(name)`
    case variable
    /// `*text*`
    case bold
    /// `_text_`
    case italic
    /// `~text~`
    case strike
    /// `` ```text``` `` or `` `text` ``
    case code
  }

  /// What the stretch is.
  public var kind: Kind
  /// How many bytes the delimiter takes at each end; for a variable, at its beginning.
  package var delimiter: UInt8
  /// The first UTF-8 byte.
  package var lower: Int { Int(start) }
  /// Behind the last UTF-8 byte.
  package var upper: Int { Int(end) }

  private var start: Int32
  private var end: Int32

  package init(_ kind: Kind, _ range: Range<Int>, delimiter: Int) {
    self.kind = kind
    self.delimiter = UInt8(delimiter)
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  /// The UTF-8 offsets of the whole stretch.
  public var range: Range<Int> { lower..<upper }

  /// The same mark in a text that begins later.
  package func moved(by shift: Int) -> Mark {
    var moved = self
    moved.start += Int32(truncatingIfNeeded: shift)
    moved.end += Int32(truncatingIfNeeded: shift)
    return moved
  }
}

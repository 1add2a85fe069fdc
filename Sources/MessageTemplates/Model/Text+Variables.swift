/// The variables and the markup of a text.
extension Text {
  /// Whether a variable stands in the text.
  public var hasVariables: Bool {
    withMarks { marks in
      for mark in marks where mark.kind == .variable { return true }
      return false
    }
  }

  /// Whether a part of the text is marked up.
  package var hasMarkup: Bool {
    withMarks { marks in
      for mark in marks where mark.kind != .variable { return true }
      return false
    }
  }

  /// Whether a closing mark is followed by neither a space nor the end.
  package var hasCrampedMark: Bool {
    withMarks { marks in
      for mark in marks where mark.kind != .variable && mark.upper < count {
        if withBytes({ $0[mark.upper] > 0x20 }) { return true }
      }
      return false
    }
  }

  /// How many variables stand in the text, the same one as often as it does.
  var variableCount: Int {
    withMarks { marks in
      var count = 0
      for mark in marks where mark.kind == .variable { count += 1 }
      return count
    }
  }

  /// The names of the variables, in order, each as often as it stands.
  public var variables: [String] {
    withMarks { marks in marks.filter { $0.kind == .variable }.map { name(of: $0) } }
  }

  /// The name inside a variable's mark.
  package func name(of mark: Mark) -> String { slice(nameRange(of: mark)) }

  /// Where the name stands inside a variable's mark, without the space around it.
  func nameRange(of mark: Mark) -> Range<Int> { withBytes { $0.nameRange(of: mark) } }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the name stands inside a variable's mark, without the space around it.
  @inline(__always)
  func nameRange(of mark: Mark) -> Range<Int> {
    var (lower, upper) = (mark.lower + 2, mark.upper - 1)
    while lower < upper, self[lower] <= 0x20 { lower += 1 }
    while upper > lower, self[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}

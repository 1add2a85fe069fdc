/// The stretches that marks cut a text into.
extension Text {
  /// A stretch of a text in one style.
  struct Run {
    var range: Range<Int>
    var style: Style
  }

  /// The stretches of a text in one style each, without the delimiters; code is plain.
  var runs: [Run] {
    if !hasMarkup { return isEmpty ? [] : [Run(range: 0..<count, style: [])] }
    let marks = withMarks { $0.filter { $0.kind != .variable } }
    let cuts = cuts(of: marks)
    var runs: [Run] = []
    runs.reserveCapacity(2 * marks.count + 1)
    var style = Style()
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      for mark in marks {
        if mark.lower == start { style.formUnion(Style(mark.kind)) }
        if mark.upper == start { style.subtract(Style(mark.kind)) }
      }
      if marks.contains(where: { $0.hides(start..<end) }) { continue }
      if let last = runs.last, last.style == style, last.range.upperBound == start {
        runs[runs.count - 1].range = last.range.lowerBound..<end
      } else {
        runs.append(Run(range: start..<end, style: style))
      }
    }
    return runs
  }

  /// Where a style or a delimiter begins or ends, in order, with both ends of the text.
  private func cuts(of marks: [Mark]) -> [Int] {
    var cuts = [0, count]
    cuts.reserveCapacity(4 * marks.count + 2)
    for mark in marks {
      let delimiter = Int(mark.delimiter)
      cuts.append(mark.lower)
      cuts.append(mark.lower + delimiter)
      cuts.append(mark.upper - delimiter)
      cuts.append(mark.upper)
    }
    cuts.sort()
    return cuts
  }

  /// A stretch as a text of its own, with the variables in it.
  func excerpt(_ range: Range<Int>) -> Text {
    let inner = marks.filter { $0.kind == .variable && range.contains($0.lower) }
      .map { $0.moved(by: -range.lowerBound) }
    return Text(slice(range), marks: inner, at: place)
  }
}

extension Mark {
  /// Whether a stretch lies within one of the delimiters.
  fileprivate func hides(_ range: Range<Int>) -> Bool {
    let delimiter = Int(delimiter)
    return (lower <= range.lowerBound && range.upperBound <= lower + delimiter)
      || (upper - delimiter <= range.lowerBound && range.upperBound <= upper)
  }
}

extension Text.Style {
  /// The style that a mark gives; none for code.
  fileprivate init(_ kind: Mark.Kind) {
    switch kind {
    case .bold: self = .bold
    case .italic: self = .italic
    case .strike: self = .strike
    case .variable, .code: self = []
    }
  }
}

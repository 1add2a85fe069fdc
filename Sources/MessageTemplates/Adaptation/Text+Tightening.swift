/// Markup with space at its ends or over several lines, which delimiters cannot spell.
extension Text {
  /// Whether a marked-up stretch begins or ends with a space, or goes on behind a line break.
  var hasLooseMark: Bool {
    withMarks { marks in
      marks.contains { mark in
        if mark.kind == .variable || mark.kind == .code { return false }
        let inner = mark.lower + Int(mark.delimiter)..<mark.upper - Int(mark.delimiter)
        return withBytes { bytes in
          inner.isEmpty || bytes[inner.lowerBound] <= 0x20 || bytes[inner.upperBound - 1] <= 0x20
            || bytes[inner].contains(0x0A)
        }
      }
    }
  }

  /// The same words, with marks around the words of each line and no space.
  var tightened: Text {
    if hasCode { return self }
    var parts: [(text: Text, style: Style)] = []
    for run in runs {
      for piece in pieces(of: run) { parts.append((excerpt(piece.range), piece.style)) }
    }
    return Text(styled: parts, at: place)
  }

  /// A stretch, its words apart from the space around them and from line breaks.
  private func pieces(of run: Run) -> [Run] {
    if run.style.isEmpty { return [run] }
    var pieces: [Run] = []
    withBytes { bytes in
      var start = run.range.lowerBound
      while start < run.range.upperBound {
        let isSpace = bytes[start] <= 0x20
        var end = start + 1
        if isSpace {
          while end < run.range.upperBound, bytes[end] <= 0x20 { end += 1 }
        } else {
          while end < run.range.upperBound, bytes[end] != 0x0A { end += 1 }
          while bytes[end - 1] <= 0x20 { end -= 1 }
        }
        pieces.append(Run(range: start..<end, style: isSpace ? [] : run.style))
        start = end
      }
    }
    return pieces
  }
}

/// Makes a conversion's findings readable: pointers, lines, texts and sentences.
///
/// It holds no part of the conversion, and keeps its memory for the next.
struct Rendering: Sendable {
  /// The findings in the order of what they are about: its token, then their own number.
  private var order: [Int64] = []
  var landings = Landings()
  var found: [Landings.Entry] = []
  var path = PointerPath()
  private var lines = LineCursor()
  var targets = Targets()
  /// The finding that was rendered last.
  private(set) var text = FindingText()

  /// Starts on a conversion.
  mutating func begin(_ conversion: Conversion) {
    order.removeAll(keepingCapacity: true)
    for (index, entry) in conversion.source.log.entries.enumerated() {
      order.append(Int64(entry.source.token) << 32 | Int64(index))
    }
    order.sort()
    landings.index(conversion)
    targets.reset(documents: conversion.documents.count)
    path.reset()
    lines.reset()
  }

  /// How many findings there are.
  var count: Int { order.count }

  /// A finding as it was kept, by its place in the report.
  func entry(_ index: Int, of conversion: Conversion) -> Entry {
    conversion.source.log.entries[Int(order[index] & 0xFFFF_FFFF)]
  }

  /// Renders a finding, by its place in the report.
  mutating func render(_ index: Int, of conversion: Conversion) {
    let entry = entry(index, of: conversion)
    let declaration = Catalogue.declaration(of: entry.code)
    text.reset()
    text.code = entry.code
    text.severity = declaration.severity
    (text.line, text.column) = lines.location(of: entry.source, in: conversion.source.tape)
    append(source: entry.source, conversion.source.tape)
    for place in entry.also { append(source: place, conversion.source.tape) }
    text.appendBefore(entry.source, conversion.source.tape)
    if entry.target.exists { append(target: entry, conversion) }
    let words = FindingText.Words(
      source: conversion.from.channel, target: conversion.to.channel, entry: entry)
    text.message = text.append(declaration.message, words)
    appendOwnPlace(of: entry, conversion)
    text.remedy = text.append(declaration.remedy, words)
  }

  /// Adds the place of a broken rule to the message as the platform's own answers name it.
  private mutating func appendOwnPlace(of entry: Entry, _ conversion: Conversion) {
    guard conversion.from.capabilities.traits.contains(.namesPlaces), entry.source.exists,
      Inspection.isRule(entry.code), entry.code != .noTemplateContent
    else { return }
    path.go(to: entry.source, in: conversion.source.tape)
    let name = String(decoding: path.bytes, as: UTF8.self).bracketed
    if name.isEmpty { return }
    text.append(" (\(name))".utf8)
    text.message = text.message.lowerBound..<text.count
  }

  private mutating func append(source place: Place, _ tape: Tape) {
    guard place.exists else { return }
    path.go(to: place, in: tape)
    text.append(source: path.bytes)
  }

  /// Names the first place where the finding's thing went, and what stands there.
  private mutating func append(target entry: Entry, _ conversion: Conversion) {
    landings.find(entry.target, in: conversion.source.tape, into: &found)
    for landing in found {
      guard let token = targets.go(to: landing, of: entry.target, conversion) else { continue }
      text.append(target: targets.pointer)
      text.appendAfter(token, targets[landing.document], part: entry.part)
      return
    }
  }
}

extension FindingText {
  /// What stood in the source, if it is a value.
  fileprivate mutating func appendBefore(_ place: Place, _ tape: Tape) {
    let start = count
    if append(valueAt: place, tape) { before = start..<count }
  }

  /// What stands in the output: the stretch that the thing became, or the whole value.
  fileprivate mutating func appendAfter(
    _ place: Place, _ tape: Tape, part: Range<Int32>
  ) {
    var start = count
    guard append(valueAt: place, tape) else { return }
    let (whole, part) = (start..<count, Int(part.lowerBound)..<Int(part.upperBound))
    if !part.isEmpty, part.upperBound <= whole.count {
      start = count
      let stretch = start + part.lowerBound - whole.count..<start + part.upperBound - whole.count
      if part.lowerBound > 0 {
        append((endsLine(whole.lowerBound..<stretch.lowerBound) ? "…\n" : "…").utf8)
      }
      append(again: stretch)
      if part.upperBound < whole.count { append("…".utf8) }
    }
    after = start..<count
  }

  /// Whether a stretch ends with a line feed, which no carriage return stands before.
  private func endsLine(_ range: Range<Int>) -> Bool {
    withText(range) { bytes in
      bytes.last == 0x0A && (bytes.count < 2 || bytes[bytes.count - 2] != 0x0D)
    }
  }

  /// Adds a scalar's text; false where there is none.
  private mutating func append(valueAt place: Place, _ tape: Tape) -> Bool {
    guard place.exists else { return false }
    let token = tape.tokens[Int(place.token)]
    if token.isContainer || token.flags.contains(.opened) { return false }
    if token.flags.contains(.escaped) {
      tape.withBytes(token.range) { source in
        withUnescaped(source) { text in text.withUnsafeBufferPointer { append($0) } }
      }
    } else {
      tape.withBytes(token.range) { append($0) }
    }
    return true
  }
}

extension String {
  /// A JSON Pointer as a path with brackets: `messages[0].text`.
  fileprivate var bracketed: String {
    var result = ""
    for part in split(separator: "/") {
      if Int(part) != nil {
        result += result.isEmpty ? "messages[\(part)]" : "[\(part)]"
      } else {
        result += (result.isEmpty ? "" : ".") + part
      }
    }
    return result
  }
}

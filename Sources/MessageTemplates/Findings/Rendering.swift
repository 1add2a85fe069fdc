/// Makes a conversion's findings readable: pointers, lines, texts and sentences.
///
/// It holds no part of the conversion, and keeps its memory for the next.
struct Rendering: Sendable {
  /// The findings in the order of what they are about: its token, then their own number.
  private var order: [Int64] = []
  private var landings = Landings()
  private var found: [Landings.Entry] = []
  private var path = PointerPath()
  private var lines = LineCursor()
  private var targets: [Target] = []
  /// The finding that was rendered last.
  private(set) var text = FindingText()

  /// Starts on a conversion.
  mutating func begin(_ conversion: Conversion) {
    order.removeAll(keepingCapacity: true)
    for index in conversion.source.log.entries.indices {
      order.append(Int64(conversion.source.log.entries[index].source.token) << 32 | Int64(index))
    }
    order.sort()
    landings.index(conversion)
    let count = conversion.documents.count
    while targets.count < count { targets.append(Target()) }
    for index in 0..<count { targets[index].reset(documentAt: count > 1 ? index : nil) }
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
    for place in conversion.source.log.also(entry) { append(source: place, conversion.source.tape) }
    text.appendBefore(entry.source, conversion.source.tape)
    if entry.target.exists { append(target: entry, conversion) }
    let words = FindingText.Words(
      source: conversion.from.channel, target: conversion.to.channel, entry: entry,
      log: conversion.source.log)
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
    let name = path.bytes.string(0..<path.bytes.count).bracketed
    if name.isEmpty { return }
    text.append(" (\(name))" as String)
    text.message = text.message.lowerBound..<text.count
  }

  private mutating func append(source place: Place, _ tape: Tape) {
    guard place.exists else { return }
    path.go(to: place, in: tape)
    path.bytes.withBytes { text.append(source: $0) }
  }

  /// Names the first place where the finding's thing went, and what stands there.
  private mutating func append(target entry: Entry, _ conversion: Conversion) {
    landings.find(entry.target, in: conversion.source.tape, into: &found)
    for (document, landing) in found {
      guard
        let token = targets[document].go(
          to: landing, of: entry.target, conversion, document: document)
      else { continue }
      targets[document].withPointer { text.append(target: $0) }
      targets[document].withText(of: token) { text.appendAfter($0, part: entry.part) }
      return
    }
  }

  /// Calls with the pointer to a value of the source.
  mutating func withPointer(
    to place: Place, _ conversion: Conversion, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    path.go(to: place, in: conversion.source.tape)
    path.bytes.withBytes(body)
  }

  /// Calls with the pointer to each place where a value landed.
  mutating func eachTarget(
    of place: Place, _ conversion: Conversion, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    landings.find(place, in: conversion.source.tape, into: &found)
    for (document, landing) in found
    where targets[document].go(to: landing, of: place, conversion, document: document) != nil {
      targets[document].withPointer(body)
    }
  }
}

extension FindingText {
  /// What stood in the source, if it is a value.
  fileprivate mutating func appendBefore(_ place: Place, _ tape: Tape) {
    let start = count
    if tape.withText(of: place, { append($0) }) { before = start..<count }
  }

  /// What stands in the output: the stretch that the thing became, or the whole text.
  fileprivate mutating func appendAfter(
    _ whole: UnsafeBufferPointer<UInt8>, part: Range<Int32>
  ) {
    let start = count
    let (first, end) = (Int(part.lowerBound), Int(part.upperBound))
    if first < end, end <= whole.count, whole.isBorder(first), whole.isBorder(end) {
      if first > 0 { append(whole.endsLine(before: first) ? "…\n" as StaticString : "…") }
      append(UnsafeBufferPointer(rebasing: whole[first..<end]))
      if end < whole.count { append("…" as StaticString) }
    } else {
      append(whole)
    }
    after = start..<count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a character begins or the text ends at a place.
  fileprivate func isBorder(_ index: Int) -> Bool { index == count || self[index] & 0xC0 != 0x80 }

  /// Whether a line feed stands before a place, and no carriage return before that.
  fileprivate func endsLine(before index: Int) -> Bool {
    self[index - 1] == 0x0A && (index < 2 || self[index - 2] != 0x0D)
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

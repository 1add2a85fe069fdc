/// Makes a conversion's findings readable: pointers, lines, texts and sentences.
///
/// It holds no part of the conversion, and keeps its memory for the next.
struct Rendering: ~Copyable {
  /// The findings in the order of what they are about: its token, then their own number.
  private var order = Scratch<Int64>()
  var landings = Landings()
  var path = PointerPath()
  var way = PointerPath()
  var lines = LineCursor()
  var outline = Outline()
  var wordings = Wordings()
  var words = Words()
  /// The leaves, and the finding that gave each token its fate.
  var leaves = Leaves()
  var blame = Scratch<Int32>()
  /// The parts of what was printed last.
  var parts = FindingParts()
  var leafParts = LeafParts()

  init() {}

  /// Whether it has more memory than most conversions need.
  var isLarge: Bool { landings.isLarge || outline.isLarge || leaves.isLarge }

  /// Starts on a conversion.
  mutating func begin(_ conversion: Conversion, _ view: TapeView) {
    order.removeAll()
    for index in conversion.source.log.entries.indices {
      order.append(Int64(conversion.source.log.entries[index].source.token) << 32 | Int64(index))
    }
    var values = order.values
    values.sort()
    landings.index(conversion, view)
    outline.reset(documents: conversion.documents.count)
    path.reset()
    way.reset()
    lines.reset()
    words.begin(conversion)
  }

  /// How many findings there are.
  var count: Int { order.count }

  /// A finding as it was kept, by its place in the report.
  @inline(__always)
  func entry(_ index: Int, of conversion: Conversion) -> Entry {
    conversion.source.log.entries[Int(order[index] & 0xFFFF_FFFF)]
  }

  /// Prints a finding as one compact JSON object, by its place in the report.
  mutating func write(
    _ index: Int, of conversion: Conversion, _ view: TapeView, linesBefore: Int,
    to text: inout ReportText, _ spill: ReportText.Spill
  ) {
    let entry = entry(index, of: conversion)
    let wording = wordings.find(entry.code)
    parts.reset(entry.code)
    writeSources(of: entry, wording, conversion, view, to: &text)
    let place = lines.location(of: entry.source, in: conversion.source.tape, view)
    (parts.line, parts.column) = (place.line + linesBefore, place.column)
    let target = entry.target.exists ? findTarget(of: entry, conversion, view) : nil
    writePlaces(target != nil, to: &text)
    if let before = view.text(of: entry.source) {
      let start = text.count + 11
      text.write(",\"before\":\"", before, "\"", spill)
      parts.before = text.text(from: start)
      if wording.quotesBefore { words.quote(before: before) }
    } else if wording.quotesBefore {
      words.forgetBefore()
    }
    if wording.quotesAfter { words.forgetAfter() }
    if let target {
      writeAfter(target, part: entry.part, wording, view, to: &text, spill)
    }
    if wording.hasDetail { words.take(conversion.source.log, entry) }
    writeSentences(wording, entry, conversion, view, to: &text)
    text.rest(spill)
  }

  /// Line and column, and the pointer to where it went.
  @inline(__always)
  private mutating func writePlaces(_ hasTarget: Bool, to text: inout ReportText) {
    text.closeArray()
    let (line, column, pointer) = (parts.line, parts.column, outline.pointer.bytes)
    text.write(atMost: 80 + pointer.count) {
      $0.write(",\"line\":")
      $0.write(decimal: line)
      $0.write(",\"column\":")
      $0.write(decimal: column)
      if !hasTarget { return }
      $0.write(",\"targets\":[\"")
      $0.write(pointer)
      $0.write("\"]")
    }
    if hasTarget { parts.add(target: text.count - 2 - pointer.count..<text.count - 2) }
  }

  /// What stands in the output: the stretch that the thing became, or the whole text.
  private mutating func writeAfter(
    _ target: Target, part: Range<Int32>, _ wording: Wordings.Wording, _ view: TapeView,
    to text: inout ReportText, _ spill: ReportText.Spill
  ) {
    let bytes = view.documents[target.document]
    guard let whole = outline.text(of: target.node, target.region, in: bytes) else { return }
    let excerpt = Excerpt(of: whole, part)
    let start = text.count + 10
    text.write(excerpt.lead.key, excerpt.text, excerpt.trail.end, spill)
    parts.after = text.text(from: start)
    if wording.quotesAfter { words.quote(after: excerpt) }
  }

  /// What happened, and what to do about it.
  @inline(__always)
  private mutating func writeSentences(
    _ wording: Wordings.Wording, _ entry: Entry, _ conversion: Conversion,
    _ view: TapeView, to text: inout ReportText
  ) {
    text.write(",\"message\":\"")
    var start = text.count
    words.write(wording.message, of: wordings, wording, entry, to: &text)
    if words.namesPlaces { writeOwnPlace(of: entry, conversion, view, to: &text) }
    parts.message = start..<text.count
    start = text.count
    if !wording.remedy.isEmpty {
      text.write("\",\"remedy\":\"")
      start = text.count
      words.write(wording.remedy, of: wordings, wording, entry, to: &text)
    }
    parts.remedy = start..<text.count
    text.write("\"}")
  }

  /// Adds the place of a broken rule to the message as the platform's own answers name it.
  private mutating func writeOwnPlace(
    of entry: Entry, _ conversion: Conversion, _ view: TapeView,
    to text: inout ReportText
  ) {
    guard entry.source.exists, Inspection.isRule(entry.code), entry.code != .noTemplateContent
    else { return }
    path.go(to: entry.source, in: conversion.source.tape, view)
    let pointer = path.pointer.bytes
    let name = FindingParts.text(0..<pointer.count, pointer).bracketed
    if !name.isEmpty { text.write(escaped: " (\(name))") }
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

import Foundation
import LegacyXML
import MessageTemplates
import Testing

/// Many templates, in pieces of any size, from many threads at once, in little memory, in silence.
@Suite struct ManyTests {
  @Test func piecesMakeNoDifference() {
    let archive = Samples.archive((0..<300).map { Samples.answer("Number &lt;\($0)&gt;") })
    let whole = Samples.convert(archive).map { [$0.output, Array("\($0.findings)".utf8)] }
    #expect(whole.count == 300)
    for size in [333, 4_096, 50_000] {
      #expect(converted(archive, inPiecesOf: size) == whole)
    }
  }

  private func converted(_ xml: String, inPiecesOf size: Int) -> [[[UInt8]]] {
    let reader = ExportReader()
    var converter = Converter(from: nil, to: .camsViber, options: Conversion.Options())
    var results: [[[UInt8]]] = []
    var rest = Array(xml.utf8)[...]
    func take() {
      while let document = reader.next() {
        converter.load(document)
        for index in 0..<converter.count {
          converter.convert(index)
          let conversion = converter.conversion
          results.append([conversion.output, Array("\(conversion.findings)".utf8)])
        }
      }
    }
    while !rest.isEmpty {
      reader.feed(rest.prefix(size))
      rest = rest.dropFirst(size)
      take()
    }
    reader.finish()
    take()
    return results
  }

  @Test func threadsDoNotMeet() {
    let answers = (0..<8).map { Samples.answer("Number \($0) &amp; <![CDATA[<x>]]>") }
    let expected = answers.map { Samples.convert($0).map(\.output) }
    DispatchQueue.concurrentPerform(iterations: 400) { turn in
      let index = turn % answers.count
      #expect(Samples.convert(answers[index]).map(\.output) == expected[index])
      #expect(Samples.convert("<a><b>").last?.status == .unreadable)
    }
  }

  /// Other tests run beside this one and take memory too: what grows, grows in every attempt.
  @Test func memoryDoesNotGrow() {
    let isSteady = (0..<10).contains { _ in growth(over: 20_000) < 8 << 20 }
    #expect(isSteady)
  }

  /// How much more the process holds after so many answers of one file, which come to 25 MB.
  private func growth(over turns: Int) -> Int {
    let reader = ExportReader()
    let answer = Array(Samples.answer(String(repeating: "Hello ", count: 100)).utf8)
    reader.feed(Array("<Archive>".utf8)[...])
    var count = 0
    var first = 0
    for turn in 0..<turns {
      reader.feed(answer[...])
      while let document = reader.next() { count += document.templates.count }
      if turn == 2_000 { first = residentBytes() }
    }
    #expect(count > turns * 19 / 20)
    return residentBytes() - first
  }

  /// What the process holds; 0 where that cannot be known.
  private func residentBytes() -> Int {
    guard let statistics = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    return (Int(statistics.split(separator: " ")[1]) ?? 0) * 4_096
  }
}

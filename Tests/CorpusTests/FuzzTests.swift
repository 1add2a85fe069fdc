import MessageTemplates
import Testing

/// No crash and no hang on any truncation, flipped byte, deletion or insertion.
@Suite struct FuzzTests {
  /// Cases of which every position is tried.
  static let whole = Case.all.filter { $0.input.count < 1_500 }.prefix(10)

  @Test func thereAreCasesToTryWhole() {
    #expect(FuzzTests.whole.count == 10)
  }

  @Test(arguments: FuzzTests.whole) func everyPositionSurvives(_ testCase: Case) {
    for position in testCase.input.indices {
      survive(testCase.input, position, UInt8(position & 0xFF))
    }
  }

  @Test(arguments: Case.all) func seededPositionsSurvive(_ testCase: Case) {
    var seed = UInt64(testCase.input.count) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<200 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let position = Int((seed >> 33) % UInt64(testCase.input.count))
      survive(testCase.input, position, UInt8(truncatingIfNeeded: seed >> 20))
      let piece = FuzzTests.pieces[Int((seed >> 40) % UInt64(FuzzTests.pieces.count))]
      if seed >> 60 < 4 {
        convert(testCase.input[..<position] + piece + testCase.input[position...])
      }
    }
  }

  /// What means something where texts, addresses and markup are read.
  private static let pieces = [
    "$(a)", "$(", ")", "*", "_", "~", "`", "```", "{{1}}", "{{", "}}", "{{ name }}", "\\n", " ",
    "\\u0000", "://", "tel:", "?", "%7B", "<b>", "&lt;", "…", "👩‍👩‍👧", "ก็", "[]", "{}", "null",
  ].map { Array($0.utf8) }

  /// Converts what three accidents make of a document.
  private func survive(_ input: [UInt8], _ position: Int, _ byte: UInt8) {
    convert(Array(input[..<position]))
    var flipped = input
    flipped[position] ^= byte | 1
    convert(flipped)
    var shorter = input
    shorter.remove(at: position)
    convert(shorter)
  }

  private func convert(_ bytes: [UInt8]) {
    for target in Format.all {
      guard let conversion = try? Conversion(of: bytes, to: target) else { continue }
      #expect(conversion.findings.count < 10_000)
      let silent = conversion.findings.filter { $0.code == .notCarried }.map(\.sources)
      #expect(silent.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

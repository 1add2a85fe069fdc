import Foundation
import MessageTemplates
import Testing

/// What holds for every case towards every target, in every shape.
@Suite struct PropertyTests {
  /// The shapes a target is written in.
  static func shapes(_ target: Format) -> [String] {
    target.name.hasPrefix("cams-") ? ["create", "modify", "detail"] : [""]
  }

  static func each(_ testCase: Case, _ body: (Conversion, String) throws -> Void) rethrows {
    for target in Format.all {
      for shape in shapes(target) {
        guard let conversion = testCase.converted(to: target, shape: shape),
          conversion.status == .converted
        else { continue }
        try body(conversion, "\(testCase.name) to \(target.name) \(shape)")
      }
    }
  }

  @Test(arguments: Case.templates) func everyLeafHasOneFate(_ testCase: Case) {
    PropertyTests.each(testCase) { conversion, name in
      let leaves = conversion.leaves
      let sum =
        leaves.carried + leaves.adapted + leaves.degraded + leaves.lost + leaves.envelope
      #expect(sum == leaves.total, "\(name): \(leaves)")
      #expect(!conversion.codes.contains(.notCarried), "\(name) loses something in silence")
      let trace = conversion.trace
      #expect(trace.count == leaves.total, "\(name)")
      #expect(
        Set(trace.map(\.source)).count == trace.count || conversion.codes.contains(.duplicateKey),
        "\(name): a leaf stands twice")
      for leaf in trace where [.adapted, .degraded, .lost].contains(leaf.fate) {
        #expect(leaf.finding != nil, "\(name): nothing says why \(leaf.source) is \(leaf.fate)")
      }
    }
  }

  @Test(arguments: Case.templates) func outputPassesItsOwnCheck(_ testCase: Case) {
    PropertyTests.each(testCase) { conversion, name in
      for output in conversion.outputs {
        let inspection = Inspection(of: output, as: conversion.to)
        let errors = inspection.findings.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(name): \(errors.map { "\($0.code.id) \($0.sources)" })")
      }
    }
  }

  @Test(arguments: Case.templates) func readingWhatWasWrittenGivesTheSame(_ testCase: Case) throws {
    PropertyTests.each(testCase) { conversion, name in
      for (output, written) in zip(conversion.outputs, conversion.adapted) {
        let again = try? Conversion(of: output, from: conversion.to, to: conversion.to)
        #expect(again?.template == written, "\(name)")
      }
    }
  }

  @Test(arguments: Case.templates) func sameInputSameBytes(_ testCase: Case) {
    PropertyTests.each(testCase) { conversion, name in
      let again = testCase.converted(to: conversion.to, shape: conversion.shape)
      #expect(again?.output == conversion.output, "\(name)")
      #expect(again?.findings == conversion.findings, "\(name)")
    }
  }

  @Test(arguments: Case.templates) func writingTwiceChangesNothing(_ testCase: Case) {
    PropertyTests.each(testCase) { conversion, name in
      var options = Conversion.Options()
      options.style = conversion.style
      for output in conversion.outputs {
        let again = try? Conversion(
          of: output, from: conversion.to, to: conversion.to, options: options)
        #expect(again?.output == output, "\(name)")
      }
    }
  }

  /// No placeholder is cut, changed or invented, but for the code of a one-time password.
  @Test(arguments: Case.templates) func placeholdersSurvive(_ testCase: Case) {
    PropertyTests.each(testCase) { conversion, name in
      if testCase.options.values != .none { return }
      let source = Set(conversion.template?.variables ?? [])
      let allowed = source.union(["pin", conversion.deadline])
      for document in conversion.adapted {
        let braces = String(decoding: testCase.input, as: UTF8.self)
        let media = conversion.codes.contains { $0 == .handleToVariable || $0 == .mediaAsVariable }
        let variables = Set(document.variables.map { conversion.oldName(of: $0) })
        let extra = variables.subtracting(allowed).filter {
          !(media && $0.isMediaVariable) && !braces.contains("{{\($0)}}")
            && !braces.contains("{{ \($0) }}")
            && !braces.contains("{{\($0.dropFirst())}}")
        }
        #expect(extra.isEmpty, "\(name) invents \(extra)")
        let lost = source.subtracting(variables)
        let named = conversion.findings.contains {
          $0.severity >= .degraded || $0.code == .sampleUsed
        }
        #expect(lost.isEmpty || named || conversion.outputs.count > 1, "\(name) loses \(lost)")
      }
    }
  }
}

extension Conversion {
  /// The name that a variable had before the target gave it another.
  fileprivate func oldName(of name: String) -> String {
    renames.first { $0.new == name }?.old ?? name
  }
}

extension String {
  /// Whether the name is one that stands for a medium without an address: `card_2_image`.
  fileprivate var isMediaVariable: Bool {
    (hasPrefix("header_") || hasPrefix("card_"))
      && ["_image", "_video", "_document"].contains { hasSuffix($0) }
  }
}

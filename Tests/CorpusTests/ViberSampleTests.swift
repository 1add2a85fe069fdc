import Foundation
import MessageTemplates
import Testing

/// Real messages of bots, where they stand beside the project; a clone of its own has none.
@Suite struct ViberSampleTests {
  static let files: [URL] = {
    let folder = Case.root.deletingLastPathComponent().appending(path: "shared/samples/viber")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.filter { $0.hasPrefix("bot-") }.flatMap { name in
      let found = try? FileManager.default.contentsOfDirectory(
        at: folder.appending(path: name), includingPropertiesForKeys: nil)
      return found ?? []
    }
    return files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !files.isEmpty, "there are no samples beside the project"))
  func messagesConvertOrSayWhyNot() throws {
    for file in ViberSampleTests.files {
      let bytes = try Data(contentsOf: file)
      let isMessage = !file.lastPathComponent.contains("payment")
      for target in Format.all {
        let conversion = try Conversion(of: bytes, to: target)
        #expect(!conversion.codes.contains(.notCarried), "\(file.path) to \(target.name)")
        #expect(conversion.from == .viberBot, "\(file.path)")
        let refusal: Code = isMessage ? .bodyMissing : .noTemplateContent
        #expect(
          isMessage && conversion.status == .converted || conversion.codes.contains(refusal),
          "\(file.path) to \(target.name)")
      }
    }
  }
}

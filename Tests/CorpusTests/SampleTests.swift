import Foundation
import MessageTemplates
import Testing

/// Real payloads, where they stand beside the project; a clone of its own has none.
@Suite struct SampleTests {
  static let folder = Case.root.deletingLastPathComponent().appending(path: "shared/samples/cams")
  static let files: [URL] = {
    let names = ["seed", "cams-docs-2024-07-30", "real-shape"].flatMap { part in
      let found = try? FileManager.default.contentsOfDirectory(
        at: folder.appending(path: part), includingPropertiesForKeys: nil)
      return found ?? []
    }
    return names.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !files.isEmpty, "there are no samples beside the project"))
  func samplesConvertOrAreRefused() throws {
    for file in SampleTests.files {
      let bytes = try Data(contentsOf: file)
      let holdsTemplate =
        file.lastPathComponent.hasPrefix("detail.")
        || file.lastPathComponent.hasPrefix("GetChatappTemplateDetail")
      for target in Format.all {
        let conversion = try Conversion(of: bytes, to: target)
        #expect(conversion.status == (holdsTemplate ? .converted : .refused), "\(file.path)")
        #expect(!conversion.codes.contains(.notCarried), "\(file.path) to \(target.name)")
        #expect(holdsTemplate || conversion.codes.contains(.noTemplateContent), "\(file.path)")
      }
    }
  }
}

import Foundation
import MessageTemplates
import Testing

/// Real LINE messages, where they stand beside the project; a clone of its own has none.
@Suite struct LINESampleTests {
  static let folder = Case.root.deletingLastPathComponent().appending(path: "shared/samples/line")
  static let files: [URL] = {
    let names = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let found = (names?.allObjects as? [URL]) ?? []
    return found.filter { $0.pathExtension == "json" && $0.lastPathComponent != "index.json" }
      .sorted { $0.path < $1.path }
  }()

  @Test(.enabled(if: !files.isEmpty, "there are no samples beside the project"))
  func messagesGoHomeAsTheyCame() throws {
    for file in LINESampleTests.files {
      let bytes = try Data(contentsOf: file)
      for target in Format.all {
        let conversion = try Conversion(of: bytes, from: .line, to: target)
        #expect(!conversion.codes.contains(.notCarried), "\(file.path) to \(target.name)")
      }
      let home = try Conversion(of: bytes, from: .line, to: .line)
      let breaksRules = home.codes.contains { $0.severity == .error }
      #expect(home.status == .converted || breaksRules, "\(file.path)")
      guard home.status == .converted, !breaksRules else { continue }
      let messages = try self.messages(in: Data(home.output))
      #expect(try contents(of: messages, like: bytes), "\(file.path) came back changed")
    }
  }

  private func messages(in output: Data) throws -> [NSDictionary] {
    let tree = try JSONSerialization.jsonObject(with: output) as? NSDictionary
    return tree?["messages"] as? [NSDictionary] ?? []
  }

  /// A tree without the components that LINE has no more, which no writer writes.
  private func withoutSpacers(_ tree: Any) -> Any {
    if let list = tree as? [Any] {
      return list.filter { ($0 as? [String: Any])?["type"] as? String != "spacer" }
        .map(withoutSpacers)
    }
    guard let object = tree as? [String: Any] else { return tree }
    return object.mapValues(withoutSpacers)
  }

  /// Whether messages are those of a source: a list, a request, a message, a bare layout.
  private func contents(of messages: [NSDictionary], like source: Data) throws -> Bool {
    let tree = withoutSpacers(try JSONSerialization.jsonObject(with: source))
    if let list = tree as? [NSDictionary] { return list == messages }
    guard let object = tree as? NSDictionary else { return false }
    if let list = object["messages"] as? [NSDictionary] { return list == messages }
    guard messages.count == 1 else { return false }
    let type = object["type"] as? String
    if type == "bubble" || type == "carousel" {
      return (messages[0]["contents"] as? NSDictionary) == object
    }
    return messages[0] == object
  }
}

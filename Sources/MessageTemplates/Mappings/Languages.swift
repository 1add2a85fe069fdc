/// The language codes that platforms list.
struct Languages: Sendable {
  static let shared = Languages()

  private var codes: Set<String> = []
  /// What went wrong in reading the file; a test sees to it that nothing does.
  private(set) var mistake: String?

  private init() {
    do throws(MappingFile.Mistake) {
      let file = try MappingFile("languages")
      for (key, value) in try file.members(file.root) where key == "cams" {
        for code in try file.elements(value) { codes.insert(try file.string(code)) }
      }
    } catch {
      mistake = error.description
    }
  }

  /// Whether a platform lists the code.
  func knows(_ code: String) -> Bool { codes.contains(code) }
}

extension String {
  /// Whether the text has the form of a language code: `en`, `fil`, `pt_BR`.
  var isLanguageCode: Bool {
    let parts = split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count <= 2, (2...3).contains(parts[0].utf8.count) else { return false }
    let isLower = parts[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isLower
      && (parts.count == 1
        || (2...4).contains(parts[1].utf8.count) && parts[1].utf8.allSatisfy(\.isAlphanumeric))
  }
}

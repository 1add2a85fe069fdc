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

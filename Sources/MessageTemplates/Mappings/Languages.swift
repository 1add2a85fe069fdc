/// The language codes that platforms list.
struct Languages: Sendable {
  static let shared = Languages()

  /// The lists by their names; codes as numbers, sorted: they have eight bytes at most.
  private var lists: [(name: String, codes: [UInt64])] = []
  /// What went wrong in reading the file; a test sees to it that nothing does.
  private(set) var mistake: String?

  private init() {
    do throws(MappingFile.Mistake) {
      let file = try MappingFile("languages")
      for (key, value) in try file.members(file.root)
      where key == "cams" || key == "meta-additional" {
        var codes: [UInt64] = []
        for code in try file.elements(value) {
          guard let packed = Languages.packed(try file.string(code).utf8) else {
            throw file.mistake("a code has eight bytes at most", at: code)
          }
          codes.append(packed)
        }
        lists.append((key, codes.sorted()))
      }
    } catch {
      mistake = error.description
    }
  }

  /// The codes of some lists.
  func codes(in names: [String]) -> Codes {
    Codes(sorted: lists.filter { names.contains($0.name) }.flatMap(\.codes).sorted())
  }

  /// Language codes that are known.
  struct Codes: Sendable {
    fileprivate var sorted: [UInt64] = []

    /// Whether a code is one of them.
    func contains(_ code: Text) -> Bool {
      guard let packed = code.withBytes({ Languages.packed($0) }) else { return false }
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < packed { low = middle + 1 } else { high = middle }
      }
      return low < sorted.count && sorted[low] == packed
    }
  }

  private static func packed(_ code: some Collection<UInt8>) -> UInt64? {
    if code.count > 8 { return nil }
    var number: UInt64 = 0
    for byte in code { number = number << 8 | UInt64(byte) }
    return number
  }
}

extension Text {
  /// Whether the text has the form of a language code: `en`, `fil`, `pt_BR`.
  var isLanguageCode: Bool { withBytes { $0.isLanguageCode } }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isLanguageCode: Bool {
    let bytes = self[...]
    let base = bytes.prefix { (0x61...0x7A).contains($0) }
    guard (2...3).contains(base.count) else { return false }
    let rest = bytes[base.endIndex...]
    if rest.isEmpty { return true }
    let region = rest.dropFirst()
    return rest.first == UInt8(ascii: "_") && (2...4).contains(region.count)
      && region.allSatisfy(\.isAlphanumeric)
  }
}

extension String {
  /// A language code as most platforms spell it: the language in small letters, the region in
  /// capitals or, a script, with one: `pt_BR`, `zh_Hant`.
  var languageCode: String {
    let parts = split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    return parts.enumerated().map { index, part in
      if index == 0 { return part.lowercased() }
      return part.utf8.count == 4
        ? part.prefix(1).uppercased() + part.dropFirst().lowercased()
        : part.uppercased()
    }.joined(separator: "_")
  }
}

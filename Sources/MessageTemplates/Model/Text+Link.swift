/// The file that an address ends in, and its type.
extension Text {
  /// The last part of a link's path, without its query; none where it holds a variable.
  var lastPathPart: String? { withBytes(\.lastPathPart).map(slice) }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the last part of a link's path stands, if it looks like the name of a file.
  fileprivate var lastPathPart: Range<Int>? {
    let end = Swift.min(
      firstIndex(of: UInt8(ascii: "?"), from: 0), firstIndex(of: UInt8(ascii: "#"), from: 0))
    guard let slash = self[..<end].lastIndex(of: UInt8(ascii: "/")) else { return nil }
    let part = UnsafeBufferPointer(rebasing: self[slash + 1..<end])
    guard part.holds("."), !part.holds("$("),
      UnsafeBufferPointer(rebasing: self[..<slash]).holds("://")
    else { return nil }
    return slash + 1..<end
  }
}

extension Media {
  /// What stands behind the last dot of the file's name, or of the name in its address.
  var nameExtension: String? { (fileName?.string ?? url?.lastPathPart)?.nameExtension }
}

extension String {
  /// What stands behind the last dot, in lower case.
  var nameExtension: String? {
    guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")), utf8.index(after: dot) < endIndex else {
      return nil
    }
    return self[utf8.index(after: dot)...].lowercased()
  }

  /// The same, where it can be the type of a file.
  var fileExtension: String? {
    guard let type = nameExtension else { return nil }
    let isPlain = type.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x7A }
    return type.utf8.count > 5 || !isPlain ? nil : type
  }
}

/// Names and types of files, as far as their links say them.
extension Adaptation {
  /// Takes a file's name from its link, and its type from either.
  mutating func completeFile(_ media: inout Media) -> Bool {
    if media.fileName == nil, let name = media.url?.string.lastPathPart {
      media.fileName = .plain(name)
      log.add(.fileNameAssumed, at: media.url?.place ?? .nowhere, detail: name)
    }
    let wantsType = features.contains(.fileType)
    if media.fileType == nil, wantsType,
      let type = media.fileName?.string.fileExtension
        ?? media.url?.string.lastPathPart?.fileExtension
    {
      media.fileType = .plain(type)
      log.add(
        .fileTypeAssumed, at: media.fileName?.place ?? media.url?.place ?? .nowhere, detail: type)
    }
    guard media.fileName != nil else { return false }
    if !wantsType { return true }
    guard let type = media.fileType else { return false }
    return source == target || limits.fileTypes.isEmpty
      || limits.fileTypes.contains(type.string.lowercased())
  }
}

extension String {
  /// The last part of a link's path, without its query; none where it holds a variable.
  var lastPathPart: String? {
    let path = prefix { $0 != "?" && $0 != "#" }
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let part = path[path.index(after: slash)...]
    guard part.contains("."), !part.contains("$("), path[..<slash].contains("://") else {
      return nil
    }
    return String(part)
  }

  /// What stands behind the last dot, in lower case.
  var fileExtension: String? {
    guard let dot = lastIndex(of: ".") else { return nil }
    let type = self[index(after: dot)...].lowercased()
    let isPlain = type.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x7A }
    return type.isEmpty || type.utf8.count > 5 || !isPlain ? nil : type
  }
}

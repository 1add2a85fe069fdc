/// Names and types of files, as far as their links say them.
extension Adaptation {
  /// Takes a file's name from its link, and its type from either.
  mutating func completeFile(_ media: inout Media) -> Bool {
    if media.fileName == nil, let name = media.url?.lastPathPart {
      media.fileName = .plain(name)
      log.add(.fileNameAssumed, at: media.url?.place ?? .nowhere, detail: name)
    }
    let wantsType = features.contains(.fileType)
    if media.fileType == nil, wantsType,
      let type = media.fileName?.string.fileExtension
        ?? media.url?.lastPathPart?.fileExtension
    {
      media.fileType = .plain(type)
      let places = [media.fileName?.place, media.url?.place].compactMap { $0 }
      log.add(.fileTypeAssumed, at: places.first(where: \.exists) ?? .nowhere, detail: type)
    }
    guard media.fileName != nil else { return false }
    if !wantsType { return true }
    guard let type = media.fileType else { return false }
    return isRepair || limits.fileTypes.isEmpty
      || limits.fileTypes.contains(type.string.lowercased())
  }
}

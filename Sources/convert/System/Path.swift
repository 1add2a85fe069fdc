/// What stands at a path.
struct Path {
  /// What kind of thing it is.
  enum Kind { case nothing, file, directory, other }

  /// A file's identity on this machine.
  struct Identity: Hashable, Sendable {
    fileprivate let device: UInt64
    fileprivate let inode: UInt64
  }

  let kind: Kind
  let identity: Identity?
  let size: Int
  let mode: mode_t

  /// Looks at a path; symbolic links are followed.
  init(_ path: String) {
    var status = stat()
    self.init(stat(path, &status) == 0 ? status : nil)
  }

  /// Looks at an open file.
  init(descriptor: Int32) {
    var status = stat()
    self.init(fstat(descriptor, &status) == 0 ? status : nil)
  }

  private init(_ status: stat?) {
    guard let status else {
      (kind, identity, size, mode) = (.nothing, nil, 0, 0)
      return
    }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
  }

  /// Whether the path is a symbolic link itself.
  static func isLink(_ path: String) -> Bool { target(of: path) != nil }

  /// The path behind all symbolic links, also where nothing stands there yet.
  static func resolved(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      guard let target = target(of: path) else { return path }
      path = target.hasPrefix("/") ? target : directory(of: path) + target
    }
    return path
  }

  /// One spelling for all paths to a file, also where nothing stands there yet.
  static func absolute(_ path: String) -> String {
    let resolved = resolved(path)
    let directory = directory(of: resolved)
    guard let real = realpath(directory.isEmpty ? "." : directory, nil) else { return resolved }
    defer { free(real) }
    return String(cString: real) + "/" + name(of: resolved)
  }

  private static func target(of path: String) -> String? {
    let capacity = 4096
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let length = buffer.withMemoryRebound(to: CChar.self) { names in
        names.baseAddress.map { readlink(path, $0, capacity) } ?? 0
      }
      count = max(length, 0)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The directory of a path, with its slash; empty for the current one.
  static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The last part of a path without its last extension.
  static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The last extension in lower case; empty where there is none.
  static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The names in a directory, sorted, but for hidden ones.
  static func names(in directory: String) throws(Failure) -> [String] {
    guard let stream = opendir(directory) else { throw Failure(directory) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

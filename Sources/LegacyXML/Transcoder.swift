import CLibXML2

/// Turns the bytes of a document into UTF-8, by its byte order mark or its declaration.
///
/// libxml2 could do that itself; here it is done before, so that all places are places in one
/// text, whose lines and columns are counted in the same way for every encoding.
struct Transcoder: ~Copyable {
  /// Why bytes could not be turned.
  struct Failure: Error {
    var found: String
    var expected: String
  }

  private enum Encoding {
    case unknown, utf8
    case other(name: String, iconv_t)
  }

  private var encoding = Encoding.unknown
  /// The first bytes, until they show the encoding, or the beginning of a character.
  private var held: [UInt8] = []

  /// How far a declaration may reach.
  private static let longestDeclaration = 1_024

  init() {}

  deinit {
    if case .other(_, let converter) = encoding { iconv_close(converter) }
  }

  /// Whether the bytes that follow are UTF-8 already, and mean what they are.
  var passes: Bool {
    if held.isEmpty, case .utf8 = encoding { return true }
    return false
  }

  /// The next bytes in UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The next bytes of the document.
  ///   - isLast: Whether the document ends with them.
  ///   - result: What the bytes mean is added here, as far as it goes.
  /// - Throws: ``Failure`` where the bytes are not of the document's encoding.
  mutating func decode(_ bytes: ArraySlice<UInt8>, isLast: Bool, into result: inout [UInt8])
    throws(Failure)
  {
    if case .unknown = encoding {
      held += bytes
      guard isLast || held.count >= Transcoder.longestDeclaration || declarationEnd != nil
      else { return }
      let skipped = try decide()
      let first = held[skipped...]
      held = []
      return try convert(Array(first), isLast: isLast, into: &result)
    }
    if passes { return result += bytes }
    let all = held + bytes
    held = []
    try convert(all, isLast: isLast, into: &result)
  }

  /// Where the declaration ends, if it was read already.
  private var declarationEnd: Int? {
    guard held.starts(with: "<?xml".utf8) else { return held.count >= 5 ? 0 : nil }
    return held.indices.first { held[$0] == UInt8(ascii: ">") }
  }

  /// Finds the encoding; how many bytes are its mark.
  private mutating func decide() throws(Failure) -> Int {
    for (mark, name) in EncodingSign.marks where held.starts(with: mark) {
      if name != "UTF-8" { try open(name) } else { encoding = .utf8 }
      return mark.count
    }
    for (start, name) in EncodingSign.starts where held.starts(with: start) {
      try open(name)
      return 0
    }
    let name = declaredName ?? "UTF-8"
    let isWideName = name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") || name.contains("UCS")
    if name == "UTF-8" || name == "UTF8" || isWideName { encoding = .utf8 } else { try open(name) }
    return 0
  }

  /// The name in `encoding="…"`.
  private var declaredName: String? {
    guard let end = declarationEnd, end > 0 else { return nil }
    let declaration = String(decoding: held[..<end], as: UTF8.self)
    let parts = declaration.split(separator: "encoding", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = parts[1].drop { $0 == "=" || $0.isWhitespace }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.uppercased()
  }

  private mutating func open(_ name: String) throws(Failure) {
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy {
        $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 == 0x3A
          || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26
      }
    let converter = isName ? iconv_open("UTF-8", name) : nil
    guard let converter, Int(bitPattern: converter) != -1 else {
      throw Failure(
        found: "the encoding `\(name)`", expected: "one that can be read here, such as UTF-8")
    }
    encoding = .other(name: name, converter)
  }

  private mutating func convert(_ bytes: [UInt8], isLast: Bool, into result: inout [UInt8])
    throws(Failure)
  {
    guard case .other(let name, let converter) = encoding else { return result += bytes }
    var room = [CChar](repeating: 0, count: 1 << 16)
    var position = 0
    var bytes = bytes
    while position < bytes.count {
      let (read, written, code) = step(converter, &bytes, position, &room)
      position += read
      result += room[..<written].lazy.map { UInt8(bitPattern: $0) }
      if code == EINVAL, !isLast {
        held = Array(bytes[position...])
        return
      }
      if code != 0, code != E2BIG {
        throw Failure(found: "bytes that are not \(name)", expected: "the encoding of the document")
      }
    }
  }

  /// Turns as many bytes as there is room for.
  private func step(
    _ converter: iconv_t, _ bytes: inout [UInt8], _ position: Int, _ room: inout [CChar]
  ) -> (read: Int, written: Int, code: Int32) {
    bytes.withUnsafeMutableBytes { source in
      room.withUnsafeMutableBufferPointer { target in
        let rest = UnsafeMutableRawBufferPointer(rebasing: source[position...])
        var from = rest.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress
        var (readable, writable) = (rest.count, target.count)
        let status = iconv(converter, &from, &readable, &to, &writable)
        let code = status == -1 ? last_error() : 0
        return (rest.count - readable, target.count - writable, code)
      }
    }
  }
}

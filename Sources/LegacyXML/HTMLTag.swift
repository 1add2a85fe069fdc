import CLibXML2

/// A tag in a text that is HTML, or that holds what looks like it.
struct HTMLTag {
  /// In small letters; empty for a comment or a declaration.
  private(set) var name = ""
  private(set) var isEnd = false
  /// The names of its attributes.
  private(set) var attributes: [String] = []
  /// Behind it.
  private(set) var end: Int

  /// The tag that begins where a text does; nil where an angle bracket is just that.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text.dropFirst()
    let isComment = rest.starts(with: "!--".utf8)
    if isComment || rest.first == UInt8(ascii: "!") {
      let close: [UInt8] = Array((isComment ? "-->" : ">").utf8)
      while !rest.isEmpty, !rest.starts(with: close) { rest = rest.dropFirst() }
      if rest.isEmpty { return nil }
      end = rest.startIndex + close.count
      return
    }
    isEnd = rest.first == UInt8(ascii: "/")
    if isEnd { rest = rest.dropFirst() }
    name = HTMLTag.word(&rest).lowercased()
    guard name.utf8.first.map({ $0 &- 0x61 < 26 }) == true else { return nil }
    while let byte = rest.first, byte != UInt8(ascii: ">") {
      let attribute = HTMLTag.word(&rest)
      if !attribute.isEmpty {
        attributes.append(attribute.lowercased())
      } else {
        rest.removeFirst()
      }
      HTMLTag.skipValue(&rest)
    }
    if rest.isEmpty { return nil }
    end = rest.startIndex + 1
  }

  /// The letters, digits and dashes that come next.
  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let word = rest.prefix { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

  /// Skips `= "…"`.
  private static func skipValue(_ rest: inout ArraySlice<UInt8>) {
    let value = rest.drop { $0 <= 0x20 }
    guard value.first == UInt8(ascii: "=") else { return }
    rest = value.dropFirst().drop { $0 <= 0x20 }
    if let quote = rest.first, quote == 0x22 || quote == 0x27 {
      rest = rest.dropFirst().drop { $0 != quote }.dropFirst()
    } else {
      rest = rest.drop { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }
  }

  /// What HTML's own elements do to their words; nothing that a message can show where it is empty.
  static let meanings: [String: String] = [
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "s": "strike", "del": "strike",
    "strike": "strike", "code": "code", "pre": "code", "tt": "code", "br": "line", "p": "line",
    "div": "line", "li": "line", "tr": "line", "h1": "line", "h2": "line", "h3": "line",
    "ul": "line", "ol": "line", "table": "line", "span": "plain", "html": "plain", "body": "plain",
    "td": "plain", "tbody": "plain", "a": "", "u": "", "font": "", "img": "", "sup": "", "sub": "",
    "small": "", "big": "", "center": "", "hr": "",
  ]

  /// Elements that never hold words.
  static let empty: Set<String> = ["br", "hr", "img", "wbr", "input", "meta", "link"]

  /// The character that a reference at the beginning of a text stands for, and how long it is.
  static func reference(_ text: ArraySlice<UInt8>) -> (character: Unicode.Scalar, length: Int)? {
    guard let end = text.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[text.startIndex + 1..<end], as: UTF8.self)
    let length = end + 1 - text.startIndex
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let number =
      name.hasPrefix("#")
      ? UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
      : htmlEntityLookup(name)?.pointee.value
    guard let number, number > 0, let character = Unicode.Scalar(number) else { return nil }
    return (character, length)
  }
}

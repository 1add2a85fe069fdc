/// A document of another notation, as the tokens that JSON of the same meaning would have.
///
/// Texts are ranges of ``bytes``, in UTF-8 and without escapes.
package struct ForeignDocument: Sendable {
  /// Something that the reader of the notation found.
  package struct Remark: Sendable {
    package var code: Code
    package var token: Int32
    package var detail: String

    package init(_ code: Code, at token: Int32, _ detail: String = "") {
      self.code = code
      self.token = token
      self.detail = detail
    }
  }

  /// One template of the document.
  package struct Template: Sendable {
    /// The token around it and all that is accounted for with it.
    package var scope: Int32
    /// The token of the template itself; none where there is none.
    package var token: Int32?
    package var remarks: [Remark] = []

    package init(scope: Int32, token: Int32? = nil) {
      self.scope = scope
      self.token = token
    }
  }

  /// The part of the bytes that is the document's own text, and where it begins.
  package struct Excerpt: Sendable {
    /// How many bytes it has.
    package var count: Int
    /// The line of the first byte, from 1.
    package var line: Int
    /// The column of the first byte in bytes, from 1.
    package var column: Int
    /// The column of the first byte in UTF-16 code units, from 1.
    package var unitColumn: Int

    package init(count: Int = 0, line: Int = 1, column: Int = 1, unitColumn: Int = 1) {
      self.count = count
      self.line = line
      self.column = column
      self.unitColumn = unitColumn
    }
  }

  /// The part of the bytes that is the document's own text.
  package var excerpt = Excerpt()
  /// The name of the format that the document is in.
  package var name = ""
  /// The format as which the tokens are to be read; recognised where none is given.
  package var format: Format?
  /// How many zero bytes stand behind the bytes.
  package static let padding = Tape.padding
  /// What the texts and keys are ranges of, with zero bytes behind.
  package var bytes: [UInt8] = []
  package var templates: [Template] = []
  package var origin: (any Origin)?
  /// Whether the document may hold several templates.
  package var isList = false
  /// Why there is no more behind the templates.
  package var error: ReadError?

  private(set) var tokens: [Token] = []
  private(set) var fates: [Fate] = []

  package init() {}

  /// Makes tokens of what was found.
  ///
  /// - Parameters:
  ///   - found: The values, in preorder.
  ///   - shift: Where the composed texts begin in ``bytes``.
  package mutating func take(_ found: UnsafeBufferPointer<ForeignToken>, composedAt shift: Int) {
    let shift = UInt32(shift)
    tokens = Array(unsafeUninitializedCapacity: found.count) { room, count in
      guard let first = room.baseAddress, let values = found.baseAddress else { return }
      for index in 0..<found.count {
        (first + index).initialize(to: Token(values[index], composedAt: shift))
      }
      count = found.count
    }
    fates = Array(unsafeUninitializedCapacity: found.count) { room, count in
      guard let first = room.baseAddress, let values = found.baseAddress else { return }
      for index in 0..<found.count { (first + index).initialize(to: values[index].fate) }
      count = found.count
    }
  }
}

/// Says where the values of a document stood that is none in JSON.
package protocol Origin: Sendable {
  /// What leads to a token's value: an XPath, for example.
  func path(to token: Int32) -> String

  /// Line and column, from 1, of the byte so far behind the beginning of a token's text.
  func location(of token: Int32, offset: Int) -> (line: Int, column: Int)
}

extension Tape {
  /// Why a text that begins like JSON holds none, with the place of the first wrong character.
  func mistake(inTextAt place: Place) -> ReadError? {
    let token = tokens[Int(place.token)]
    let text = decoded(token.range, escaped: token.flags.contains(.escaped))
    let first = text.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
    var inner = Tape()
    do throws(ReadError) {
      try inner.load(text.span)
      return nil
    } catch {
      var error = error
      (error.line, error.column) = location(ofText: place, offset: error.offset)
      let rest = text[min(error.offset, text.count)...].prefix(4)
      if let letter = String(decoding: rest, as: UTF8.self).unicodeScalars.first, !letter.isASCII {
        error.found = "`\(letter)` in text that should hold JSON"
      } else {
        error.found += " in text that should hold JSON"
      }
      return error
    }
  }

  private func location(ofText place: Place, offset: Int) -> (line: Int, column: Int) {
    if let origin { return location(of: place.token, offset: offset, in: origin) }
    let token = tokens[Int(place.token)]
    let (line, column) = location(of: place)
    let before = encodedLength(token, upTo: offset)
    return (line, column + 1 + before)
  }

  /// Line and column of a byte of a token's text, which may stand in a text that was opened.
  func location(of token: Int32, offset: Int, in origin: any Origin) -> (line: Int, column: Int) {
    var (token, offset) = (token, offset)
    while let opening = openings.last(where: { $0.root <= token && token < $0.end }) {
      let parent = tokens[Int(opening.parent)]
      let within = Int(tokens[Int(token)].start) + offset - opening.base
      offset = opening.layers == 1 ? encodedLength(parent, upTo: within) : 0
      token = opening.parent
    }
    return origin.location(of: token, offset: offset)
  }

  /// A value as JSON text, where the document is none in JSON.
  func serialized(_ index: Int32) -> String {
    let token = tokens[Int(index)]
    var output = Output()
    guard token.isContainer else {
      output.string(string(Place(token: index)))
      return String(decoding: output.bytes, as: UTF8.self)
    }
    let isArray = token.kind == .array
    if isArray { output.beginArray() } else { output.beginObject() }
    var child = index + 1
    while child < token.next {
      let key = isArray ? nil : key(of: tokens[Int(child)])
      let json = serialized(child)
      output.kept(Kept(key: key, json: json, origin: Format.ID(""), place: .nowhere))
      child = tokens[Int(child)].next
    }
    if isArray { output.endArray() } else { output.endObject() }
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

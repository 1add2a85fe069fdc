/// A value of a document that is none in JSON, as the reader of its notation finds it.
///
/// Readers write these into memory of their own while they read, so that adding one is a few stores;
/// ``ForeignDocument/take(_:composedAt:)`` makes tokens of them.
package struct ForeignToken: BitwiseCopyable, Sendable {
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    case object, array, text
  }

  /// Where the text stands; for an object or array, where it begins.
  package var start: UInt32
  package var end: UInt32
  /// Behind the last token of an object or array, or the next token.
  package var next: Int32
  /// Where the key stands among the composed texts; ``noKey`` where there is none.
  package var keyStart: UInt32
  package var keyEnd: UInt32
  package var kind: Kind
  /// Whether the text was put together, so that it stands behind the document's own.
  package var isComposed: Bool
  /// Whether the text holds more than ASCII.
  package var isWide: Bool
  /// Whether the value stands in no document.
  package var isMade: Bool
  package var fate: Fate

  /// The beginning of no key.
  @inlinable @inline(__always)
  package static var noKey: UInt32 { .max }
}

extension Token {
  /// A value whose composed texts, and key, stand so far behind the document's own text.
  @inline(__always)
  init(_ found: ForeignToken, composedAt shift: UInt32) {
    let own = found.isComposed ? shift : 0
    let hasKey = found.keyStart != ForeignToken.noKey
    var flags: Flags = hasKey ? .hasKey : []
    if found.isWide { flags.insert(.wide) }
    if found.isMade { flags.insert(.made) }
    self.init(
      start: found.start + own, end: found.end + own, next: found.next,
      keyStart: hasKey ? found.keyStart + shift : 0, keyEnd: hasKey ? found.keyEnd + shift : 0,
      kind: Kind(found.kind), flags: flags)
  }
}

extension Token.Kind {
  fileprivate init(_ kind: ForeignToken.Kind) {
    switch kind {
    case .object: self = .object
    case .array: self = .array
    case .text: self = .string
    }
  }
}

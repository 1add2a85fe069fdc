import CLibXML2
import MessageTemplates

/// Collects what libxml2 sees as nodes over the document's own bytes.
///
/// A text that stands in the document as it is read is a range of the source. One that was put
/// together, from references, sections and pieces, stands in ``composed``, and ``runs`` remember
/// where each piece came from. All of that is memory that is kept from one document of templates to
/// the next: an element costs a few stores.
struct Collector: ~Copyable {
  /// A stretch of ``composed``, and where it stood in the source.
  struct Run: Sendable {
    var offset: Int
    var source: Int
    /// Whether it stood there byte for byte; else all of it is one reference.
    var isVerbatim: Bool
  }

  /// The longest text of one element, in bytes; libxml2's own limit for other texts.
  static let longestText = 10_000_000
  /// How deep elements may nest: libxml2's own limit, which it does not keep where it is fed.
  static let deepest = 256
  /// How many nodes may stand before the element that a mapping knows.
  static let mostNodesBeforeRoot = 100
  /// How many elements, attributes and texts may wait for the end of a template.
  static let mostNodes = 500_000
  /// How much of a document may wait for the end of a template, in bytes.
  static let longestTemplate = 64 << 20
  /// How long a tag, a comment or a document type may be, in bytes.
  static let longestMarkup = 1 << 19

  var mapping: Mapping?
  let candidates: [Mapping]
  var names = Names()
  var traits = Store<Traits>()
  /// Where the mapping's templates stand, by the numbers of the names.
  var templatePaths: [[Int32]] = []
  /// Names that XML gives a meaning.
  var ownNames = OwnNames()

  var source = Store<UInt8>(room: 1 << 16)
  var composed = Store<UInt8>(room: 1 << 12)
  var runs = Store<Run>()
  var nodes = Store<Node>(room: 1 << 10)
  /// The open elements.
  var stack = Store<Int32>(room: 512)
  /// The text that is being read.
  var pending = PendingText()
  /// Where the next piece of text begins, unless markup stands before it.
  var pieceStart = 0
  /// How many elements of a name stand in each open element that is outside all templates.
  var siblings: [[Int32: Int32]] = [[:]]
  /// Whether templates need what stands around them.
  var hasAround = false
  /// What stands around templates, by its name, in each element that is open outside of them.
  var around: [[String: [UInt8]]] = []

  var progress = Progress()
  var document = ForeignDocument()
  var tokens = Store<ForeignToken>(room: 1 << 10)
  /// The node of each token.
  var tokenNodes = Store<Int32>(room: 1 << 10)
  /// Leaves that no member of the template stands for.
  var strays = Store<Int32>()
  /// Leaves that stand again, and for which another counts.
  var repeated = Store<Int32>()
  /// Leaves that share the fate of what they say something of.
  var structural = Store<Int32>()

  /// Line and column, from 1, of the first byte of the source that is held.
  var line = 1
  var column = 1
  /// The same column in UTF-16 code units.
  var unitColumn = 1
  /// How many bytes of the document stood before it.
  var dropped = 0

  /// Why the document cannot be read on.
  var failure: ReadError?
  /// Whether there is a reason; asked for all the time.
  var hasFailed = false
  /// Whether the reason is a text of the template that is being built.
  var hasBadText = false

  /// The parser, and what it reads, of which the entities within are no part.
  var parser: xmlParserCtxtPtr?
  var input: xmlParserInputPtr?

  init(_ mapping: Mapping?, _ candidates: [Mapping]) {
    self.mapping = mapping
    self.candidates = candidates
    nameOwn()
  }

  /// Notes why the document cannot be read on; the first reason counts.
  mutating func fail(found: String, expected: String, at index: Int) {
    if hasFailed { return }
    let (line, column) = location(at: index)
    failure = ReadError(found: found, expected: expected, line: line, column: column)
    hasFailed = true
    if let parser { xmlStopParser(parser) }
  }

  /// How many tokens there are.
  var tokenCount: Int32 { Int32(truncatingIfNeeded: tokens.count) }
}

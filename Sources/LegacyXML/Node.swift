/// An element, an attribute or a text of an XML document, in document order.
struct Node: BitwiseCopyable, Sendable {
  enum Kind: UInt8, Sendable {
    case element, attribute
    /// A text that stands beside elements.
    case text
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// Elements stand within the element.
    static let hasElements = Flags(rawValue: 1)
    /// The text is no stretch of the source; it was put together.
    static let isComposed = Flags(rawValue: 2)
    /// White space at the ends belongs to the text.
    static let keepsSpace = Flags(rawValue: 4)
    /// The node began in an earlier part of the document.
    static let isEarlier = Flags(rawValue: 8)
    /// The attribute gives its element the name that the mapping knows.
    static let isName = Flags(rawValue: 16)
    /// The attribute is XML's own: `xml:lang`, `xsi:type`.
    static let isOfXML = Flags(rawValue: 32)
    /// The element says that all white space in it belongs to the texts.
    static let preserves = Flags(rawValue: 64)
    /// The element is a template.
    static let isTemplate = Flags(rawValue: 128)
    /// The element stands in a text, or is one that may hold elements: no white space is layout.
    static let isInText = Flags(rawValue: 256)
    /// The value is one of the templates that stand behind it, too.
    static let isAround = Flags(rawValue: 512)
  }

  var kind: Kind
  var flags: Flags
  /// The name, by its number in ``Names``.
  var name: Int32
  /// The name that the mapping knows it by; another one where an attribute gives it.
  var role: Int32
  var parent: Int32
  /// Behind the last node of the subtree; 0 while it is open.
  var next: Int32 = 0
  /// Where it begins in the source.
  var start: UInt32
  /// The text of an element without elements, or of an attribute.
  var textStart: UInt32
  var textEnd: UInt32
  /// The place among siblings of the same name, from 1; 0 where that is counted when asked for.
  var position: Int32 = 0

  var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  /// Whether there is no text.
  var isEmpty: Bool { textStart == textEnd }
  @inline(__always)
  func has(_ flag: Flags) -> Bool { flags.rawValue & flag.rawValue != 0 }
}

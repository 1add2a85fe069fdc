/// A shape in which templates are written down.
///
/// To add one:
/// 1. Describe what it can hold in `Mappings/formats/NAME.json` and embed that file in `CMappings`.
/// 2. Write its adapter in `Formats/Name/`: a reader that spells in, a writer that spells out.
///    Neither gives anything up; what the format lacks stands in the mapping, and adaptation
///    does the rest.
/// 3. Declare its name and its short name in that folder, and add the adapter to `adapters`.
/// 4. Add cases to `Corpus/NAME/` and accept the goldens.
///
/// A test names what is missing.
public struct Format: Sendable {
  /// A format's name, as an identity.
  public struct ID: Hashable, Sendable {
    /// The name: `cams-viber`.
    public let name: String
    init(_ name: String) { self.name = name }
  }

  /// What a format is; shared, so that handing a format on costs one reference.
  private final class Definition: Sendable {
    let id: ID
    let alias: String
    let capabilities: Capabilities
    let adapter: any Adapter.Type

    init(_ adapter: any Adapter.Type) {
      self.adapter = adapter
      id = ID(adapter.name)
      alias = adapter.alias
      capabilities = Capabilities(adapter.name)
    }

    init(_ name: String, channel: String, summary: String, like other: Definition) {
      adapter = other.adapter
      id = ID(name)
      alias = ""
      var capabilities = other.capabilities
      capabilities.format = name
      capabilities.channel = channel
      capabilities.summary = summary
      self.capabilities = capabilities
    }
  }

  private let definition: Definition

  init(_ adapter: any Adapter.Type) { definition = Definition(adapter) }

  /// A format of another notation whose tokens are those of a format that is known.
  package init(_ name: String, channel: String, summary: String, readAs other: Format) {
    definition = Definition(name, channel: channel, summary: summary, like: other.definition)
  }

  /// The format's identity.
  public var id: ID { definition.id }
  /// What the format can hold.
  var capabilities: Capabilities { _read { yield definition.capabilities } }
  var adapter: any Adapter.Type { definition.adapter }

  /// The adapters of all formats; the mapping of a format is read when the format is first used.
  private static let adapters: [any Adapter.Type] = [
    CAMSWhatsApp.self, CAMSViber.self, CAMSLine.self, LINEMessaging.self, WhatsAppCloud.self,
    ViberBot.self, Canonical.self,
  ]

  /// Every format that is read and written.
  public static let all: [Format] = adapters.map { $0.format }

  /// The name: `cams-viber`.
  public var name: String { id.name }
  /// The short name: `viber`; empty where there is none.
  public var alias: String { definition.alias }
  /// What the format is, in a line.
  public var summary: String { capabilities.summary }
  /// The channel's name in a sentence: `Viber`.
  public var channel: String { capabilities.channel }

  /// What went wrong in reading the mapping file; nothing in a released program.
  package var mappingMistake: String? { capabilities.mistake }

  /// The format of a name or short name.
  public static func named(_ name: String) -> Format? {
    let adapter =
      adapters.first { $0.name == name } ?? adapters.first { !$0.alias.isEmpty && $0.alias == name }
    return adapter?.format
  }
}

extension Format: Equatable {
  /// Formats are equal when their names are.
  public static func == (a: Format, b: Format) -> Bool { a.definition === b.definition }
}

/// The two directions of a format.
protocol Adapter: Sendable {
  /// The format's name, which is also its mapping file's.
  static var name: String { get }

  /// A short name; empty where there is none.
  static var alias: String { get }

  /// The one format that the adapter is of.
  static var format: Format { get }

  /// Spells in: the template that stands at a place, into an empty one.
  ///
  /// Content never fails. False means that there is no template, and the log says which call gets
  /// one.
  static func read(_ source: inout Source, at place: Place, into template: inout Template) -> Bool

  /// Spells out a template that the format can hold.
  ///
  /// Nothing changes it: elements of arrays would be copied to be lent, but not to be handed on
  /// `inout`.
  static func write(_ template: inout Template, as style: Style, to output: inout Output)

  /// Whether a layout is the format's, sound, and says just what the message says.
  static func spells(_ native: Kept, _ message: Message) -> Bool

  /// What the format's own shapes ask of messages whose content it can hold.
  static func settle(_ messages: inout [Message], _ adaptation: inout Adaptation)
}

extension Adapter {
  static var alias: String { "" }

  static func spells(_ native: Kept, _ message: Message) -> Bool { false }

  static func settle(_ messages: inout [Message], _ adaptation: inout Adaptation) {}
}

/// How a writer spells: what the caller may choose of a format's shape.
public struct Style: Sendable, Hashable {
  /// The shape among the format's profiles; empty for the first.
  public var shape: String
  /// Whether nested values go out as text that holds JSON, as the remote call wants them.
  public var wire: Bool

  /// Makes a style.
  public init(shape: String = "", wire: Bool = false) {
    self.shape = shape
    self.wire = wire
  }
}

import MessageTemplates

/// What an XML export means: one file of `Mappings/xml`, or one of the user's.
///
/// Paths name elements from the outside in: `body`, `content/body`, `@locale`, `content/@type`.
public final class Mapping: Sendable {
  /// What the mapping says of a name.
  struct Traits {
    /// The list whose items elements of the name are.
    var list: Int?
    /// The lists whose items have a member of the name, a bit each.
    var memberOf: UInt64 = 0
    var keepsSpace = false
    /// Whether elements of the name hold a text, in which other elements may stand.
    var holdsText = false
    /// Whether such texts are HTML.
    var holdsHTML = false
    /// The attribute that gives elements of the name another one.
    var namedBy: String?
  }

  /// The format's name: `cams-xml`.
  public let format: String
  /// What the export is, in a line.
  public let summary: String
  /// The channel in a sentence.
  public let channel: String
  /// The root elements by which an export is recognised.
  let roots: [String]
  /// The elements that are templates.
  let templates: [String]
  /// Whether the elements mean what the members of a CAMS answer mean.
  let isCAMS: Bool
  let content: Content
  /// The format as which the tokens are read; recognised where there is none.
  let reading: Format?

  /// The names on the way to a template, as far as the mapping says them.
  let templatePaths: [[String]]
  private let envelopePaths: [[String]]
  /// The names at the ends of the paths to what stands around templates.
  let aroundNames: Set<String>

  init(_ content: Content) {
    self.content = content
    format = content.format
    summary = content.summary
    channel = content.channel
    roots = content.roots
    templates = content.templates
    isCAMS = content.isCAMS
    templatePaths = content.templates.map(Mapping.parts)
    envelopePaths = content.envelope.map(Mapping.parts)
    aroundNames = Set(
      content.around.map { String($0.drop { $0 == "." || $0 == "/" }) })
    reading =
      content.isCAMS
      ? nil
      : Format(
        content.format, channel: content.channel, summary: content.summary, readAs: .canonical)
  }

  /// The names on a path; what stands around the template is one name: `@../@key`.
  static func parts(_ path: String) -> [String] {
    path.hasPrefix("../") ? ["@" + path] : path.split(separator: "/").map(String.init)
  }

  /// Whether leaves are known that are of no use to a template.
  var hasEnvelope: Bool { !envelopePaths.isEmpty }

  /// Whether a leaf is known to be of no use to a template.
  func isEnvelope(_ path: [String]) -> Bool { envelopePaths.contains { path.ends(with: $0) } }

  /// Whether elements of a name are templates that hold their text themselves: the path `.`.
  private func isTextTemplate(_ name: String) -> Bool {
    content.textNames.contains(".") && templatePaths.contains { $0.last == name }
  }

  func traits(of name: String) -> Traits {
    var traits = Traits(keepsSpace: content.keepsSpace.contains(name.initialLowercase))
    for (index, list) in content.lists.enumerated() {
      if list.name.initialLowercase == name.initialLowercase { traits.list = index }
      if list.members.contains(name.initialLowercase) { traits.memberOf |= 1 << UInt64(index) }
    }
    traits.namedBy = content.namedBy[name]
    traits.holdsHTML = content.html.contains(name)
    traits.holdsText = content.textNames.contains(name) || isTextTemplate(name)
    return traits
  }
}

extension Mapping {
  /// The mappings of the program itself.
  public static let all: [Mapping] = ["cams", "alibaba-sms", "wso2"].compactMap {
    try? Mapping(embedded: $0)
  }

  /// The mapping of a format's name.
  public static func named(_ name: String) -> Mapping? { all.first { $0.format == name } }
}

extension Array where Element == String {
  fileprivate func ends(with other: [String]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}

extension String {
  /// With a small first letter: `UrlType` and `urlType` are one name.
  var initialLowercase: String { prefix(1).lowercased() + dropFirst() }
}

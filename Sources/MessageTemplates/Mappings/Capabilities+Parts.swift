/// What capabilities are made of.
extension Capabilities {
  /// A category as a platform spells it.
  struct CategoryName: Sendable {
    var spelling: String { didSet { text = .plain(spelling) } }
    /// The spelling, to be compared with texts.
    private(set) var text = Text.empty
    var purpose: Category.Purpose
    var isLegacy: Bool

    init(_ purpose: Category.Purpose) {
      spelling = ""
      self.purpose = purpose
      isLegacy = false
    }
  }

  /// A shape of the message that a platform names: which header, body and button go together.
  struct Layout: Sendable, Hashable {
    /// What the layout's button can do.
    enum ButtonKind: UInt8, CaseIterable, Sendable { case url, label }

    /// What goes together.
    struct Shape: Sendable, Hashable {
      var header: Media.Kind?
      var hasBody = false
      var button: ButtonKind?
    }

    /// What the platform calls it.
    var name: String { didSet { spelling = .plain(name) } }
    private(set) var spelling = Text.empty
    var shape = Shape()
    var header: Media.Kind? { shape.header }
    var hasBody: Bool { shape.hasBody }
    var button: ButtonKind? { shape.button }

    init() { name = "" }

    /// What is no layout of the platform.
    static let none = Layout()
  }

  /// Something that no document shows.
  struct Undecidable: Sendable {
    var what: String
    var source: String
  }

  /// What one shape of the format can hold, and what it must.
  struct Profile: Sendable {
    var name = ""
    var features = Features()
    var required = Features()
  }

  /// A feature, and those that may not stand beside it.
  struct Exclusion: Sendable {
    var feature: Feature
    var others: Features
    /// Whether the platform is known to refuse them; else a source advises against it.
    var isEnforced: Bool
  }
}

/// What stands above the body.
public struct Header: Hashable, Sendable {
  /// What a header can be.
  @nonexhaustive
  public enum Content: Hashable, Sendable {
    /// A title.
    case text(Text)
    /// A picture, a film or a file.
    indirect case media(Media)
    /// A point on the map.
    indirect case location(Location)
    /// A drawing out of a set that the channel has.
    indirect case sticker(Sticker)
    /// Somebody's name and number.
    indirect case contact(Contact)
    /// An article of the catalog, which is named on sending.
    case product
  }

  /// What the header is.
  public var content: Content
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere
}

extension Header {
  /// Makes a header.
  public init(_ content: Content) { self.init(content: content) }

  /// The kind of medium, where it is one.
  @inline(__always)
  var mediaKind: Media.Kind? { content.mediaKind }
}

extension Header.Content {
  /// The kind of medium, where it is one.
  @inline(__always)
  var mediaKind: Media.Kind? { if case .media(let media) = self { media.kind } else { nil } }

  /// Whether an article of the catalog.
  @inline(__always)
  var isProduct: Bool { if case .product = self { true } else { false } }

  // The parts of a medium one by one: taking out the medium would copy all of it.
  @inline(__always)
  var url: Text? { if case .media(let media) = self { media.url } else { nil } }
  @inline(__always)
  var caption: Text? { if case .media(let media) = self { media.caption } else { nil } }
  @inline(__always)
  var fileName: Text? { if case .media(let media) = self { media.fileName } else { nil } }
  @inline(__always)
  var fileType: Text? { if case .media(let media) = self { media.fileType } else { nil } }
  @inline(__always)
  var thumbnail: Text? { if case .media(let media) = self { media.thumbnail } else { nil } }
  @inline(__always)
  var handle: Text? { if case .media(let media) = self { media.handle } else { nil } }
  @inline(__always)
  var size: Number? { if case .media(let media) = self { media.size } else { nil } }
  @inline(__always)
  var duration: Number? { if case .media(let media) = self { media.duration } else { nil } }
}

/// A picture, a film or a file, by its address.
public struct Media: Hashable, Sendable {
  /// The kinds of media.
  @nonexhaustive
  public enum Kind: UInt8, Hashable, Sendable {
    /// A still picture.
    case image
    /// A film.
    case video
    /// A file.
    case document
    /// Something to listen to.
    case audio
    /// A short film that plays by itself, again and again.
    case gif
  }

  /// The kind of medium.
  public var kind: Kind
  /// Where it can be fetched.
  public var url: Text?
  /// What the platform calls a file that was uploaded to it.
  public var handle: Text?
  /// The text that belongs to the medium.
  public var caption: Text?
  /// The file's name.
  public var fileName: Text?
  /// The file's type: `pdf`, `docx`.
  public var fileType: Text?
  /// The address of a still picture of the film.
  public var thumbnail: Text?
  /// How large the file is, in bytes.
  public var size: Number?
  /// How long the film or sound plays, in seconds.
  public var duration: Number?
}

extension Media {
  /// Whether nothing is known of the medium but its address.
  @inline(__always)
  var isAddressOnly: Bool {
    !(handle.isThere || caption.isThere || fileName.isThere || fileType.isThere
      || thumbnail.isThere || size.isThere || duration.isThere)
  }

  /// Makes a medium of a kind.
  public init(_ kind: Kind, url: Text? = nil) { self.init(kind: kind, url: url, caption: nil) }
}

/// A point on the map.
public struct Location: Hashable, Sendable {
  /// Degrees north, every decimal kept.
  public var latitude: Number?
  /// Degrees east, every decimal kept.
  public var longitude: Number?
  /// What the place is called.
  public var name: Text?
  /// Its address.
  public var address: Text?

  /// Makes a location that says nothing.
  public init() {}
}

/// A drawing out of a set that the channel has.
public struct Sticker: Hashable, Sendable {
  /// The set; absent where the drawing's own identifier says enough.
  public var package: Text?
  /// The drawing.
  public var id: Text?

  /// Makes a sticker that says nothing.
  public init() {}
}

/// Somebody's name and number.
public struct Contact: Hashable, Sendable {
  /// The name.
  public var name: Text?
  /// The phone number.
  public var phone: Text?

  /// Makes a contact that says nothing.
  public init() {}
}

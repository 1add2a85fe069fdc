/// The buttons of a message or card.
public struct Buttons: Hashable, Sendable {
  /// The buttons, in order.
  public var items: [Button] = []
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes a row of buttons.
  public init(_ items: [Button] = []) { self.items = items }
}

/// Something to tap.
public struct Button: Hashable, Sendable {
  /// What a tap does.
  @nonexhaustive
  public enum Action: Hashable, Sendable {
    /// Sends the label back as an answer.
    case reply(Reply)
    /// Opens an address; absent where the channel opens something of its own.
    case url(Text?)
    /// Dials a number.
    case phone(Text?)
    /// Copies a coupon code.
    case coupon(Text?)
    /// Hands over a one-time password.
    indirect case oneTimePassword(OneTimePassword)
    /// Opens a form within the chat.
    indirect case flow(Flow)
    /// Opens the catalog.
    case catalog
    /// Opens a list of products.
    case products
    /// Asks for a date or a time.
    indirect case dateTime(DateTime)
    /// Opens the camera, to send a picture.
    case camera
    /// Opens the album, to send a picture.
    case cameraRoll
    /// Sends where the reader is.
    case requestLocation
    /// Sends the reader's number.
    case requestPhone
    /// Nothing: it only shows something.
    case nothing
    /// Something that one channel does by itself, without a parameter.
    case service(Service)
    /// Something the model has no name for; the type as the source spells it.
    case unknown(Text)
  }

  /// What a tap does, without what it takes to do it.
  enum Kind { case reply, url, phone, coupon, oneTimePassword, other }

  /// What a tap does, without what it takes to do it.
  @inline(__always)
  var kind: Kind {
    switch action {
    case .reply: .reply
    case .url: .url
    case .phone: .phone
    case .coupon: .coupon
    case .oneTimePassword: .oneTimePassword
    default: .other
    }
  }

  /// Whether there is no picture on it, and a tap asks for nothing and answers with the label alone.
  @inline(__always)
  var isPlain: Bool {
    guard boxedIcon.isEmpty else { return false }
    switch action {
    case .url, .phone, .coupon: return true
    case .reply(let reply): return reply.isPlain
    default: return false
    }
  }

  /// What is written on it.
  public var label: Text?
  /// What a tap does.
  public var action: Action
  /// An address beside the action, for channels that do not know the action.
  public var link: Text?
  /// The address of a small picture on it.
  public var icon: Text? {
    get { boxedIcon.value }
    set { boxedIcon = Box(newValue) }
  }
  var boxedIcon = Box<Text>.none
  /// What follows a tap.
  public var extras: ButtonExtras? {
    get { boxedExtras.value }
    set { boxedExtras = Box(newValue) }
  }
  var boxedExtras = Box<ButtonExtras>.none
  var hasExtras: Bool { !boxedExtras.isEmpty }
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere
}

extension Button {
  /// Makes a button.
  public init(_ label: Text?, _ action: Action) { self.init(label: label, action: action) }
}

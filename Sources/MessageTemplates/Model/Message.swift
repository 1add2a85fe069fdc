/// One message: from its header to its buttons and cards.
public struct Message: Hashable, Sendable {
  /// A limited-time offer.
  public var offer: Offer? {
    get { boxedOffer.value }
    set { boxedOffer = Box(newValue) }
  }
  private var boxedOffer = Box<Offer>.none
  var hasOffer: Bool { !boxedOffer.isEmpty }
  /// What stands above the body: a title or a medium.
  public var header: Header?
  /// The main text.
  public var body: Body?
  /// The small print below the body.
  public var footer: Footer?
  /// The buttons below.
  public var buttons = Buttons()
  /// The cards, side by side.
  public var carousel: Carousel?
  /// What few messages have.
  private var extras = Box<MessageExtras>.none
  var hasExtras: Bool { !extras.isEmpty }
  /// Components and members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes an empty message.
  public init() {}
}

extension Message {
  /// Chips or a keyboard below the chat, which vanish after a tap.
  public var quickReplies: Buttons? {
    get { extras.value?.quickReplies }
    set { set(\.quickReplies, newValue) }
  }

  /// Who seems to send the message.
  public var sender: Sender? {
    get { extras.value?.sender }
    set { set(\.sender, newValue) }
  }

  /// What stands for the message where it cannot be shown: in notifications and chat lists.
  public var alternative: Text? {
    get { extras.value?.alternative }
    set { set(\.alternative, newValue) }
  }

  /// The message, or the part of it that has a layout, as its own format spells it.
  ///
  /// It is there where that says more than the model: colours, sizes, rows.
  public var native: Kept? {
    get { extras.value?.native }
    set { set(\.native, newValue) }
  }

  /// A question whether the business may call.
  public var callPermission: CallPermission? {
    get { extras.value?.callPermission }
    set { set(\.callPermission, newValue) }
  }

  private mutating func set<Value: Equatable>(
    _ path: WritableKeyPath<MessageExtras, Value?>, _ value: Value?
  ) {
    if value == nil, extras.value?[keyPath: path] == nil { return }
    var changed = extras.value ?? MessageExtras()
    changed[keyPath: path] = value
    extras = changed == MessageExtras() ? .none : .some(changed)
  }
}

/// What few messages have, kept apart so that the others stay small.
private struct MessageExtras: Hashable, Sendable {
  var quickReplies: Buttons?
  var sender: Sender?
  var alternative: Text?
  var native: Kept?
  var callPermission: CallPermission?
}

/// Who seems to send a message.
public struct Sender: Hashable, Sendable {
  /// The name beside the message.
  public var name: Text?
  /// The address of the picture beside the message.
  public var icon: Text?
  package var place = Place.nowhere

  /// Makes a sender that says nothing.
  public init() {}
}

/// The main text of a message or card.
public struct Body: Hashable, Sendable {
  /// The heading of the text below a medium; a message without a medium has it as its header.
  public var title: Text? {
    get { boxedTitle.value }
    set { boxedTitle = Box(newValue) }
  }
  var boxedTitle = Box<Text>.none
  var hasTitle: Bool { !boxedTitle.isEmpty }
  /// The text; absent where the platform writes it, as for one-time passwords.
  public var text: Text?
  /// Whether the platform adds the advice not to share the code.
  public var securityAdvice: Located<Bool>?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere
}

extension Body {
  /// Makes a body.
  public init(_ text: Text?) { self.init(text: text) }
}

/// The small print of a message.
public struct Footer: Hashable, Sendable {
  /// The text; absent where the platform writes it, as for one-time passwords.
  public var text: Text?
  /// After how many minutes the one-time password expires.
  public var codeExpiration: Number?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere
}

extension Footer {
  /// Makes a footer.
  public init(_ text: Text?) { self.init(text: text) }
}

/// A limited-time offer, with or without a countdown.
public struct Offer: Hashable, Sendable {
  /// The offer in a few words.
  public var text: Text?
  /// Whether the channel counts down to the end.
  public var countsDown: Located<Bool>?
  /// When the offer ends: a variable that is filled with milliseconds since 1970 on sending.
  public var expiration: Text?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes an offer.
  public init(_ text: Text?) { self.text = text }
}

/// A question whether the business may call, with the answers that the channel has for it.
public struct CallPermission: Hashable, Sendable {
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes the question.
  public init() {}
}

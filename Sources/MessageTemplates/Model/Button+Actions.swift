/// What a channel does by itself when a button is tapped.
@nonexhaustive
public enum Service: UInt8, Hashable, Sendable, CaseIterable {
  /// Calls the business within the chat.
  case voiceCall
  /// Shows the article above.
  case product
  /// Shows an order and what it costs.
  case orderDetails
  /// Pays.
  case paymentRequest
}

/// An answer by tapping.
public struct Reply: Hashable, Sendable {
  /// Whether a tap unsubscribes the reader.
  public var optsOut: Located<Bool>?
  /// What the business receives beside the words or instead of them.
  public var data: Text? {
    get { boxed.value?.data }
    set { boxed = ReplyWords(data: newValue, says: says).boxed }
  }
  /// The reader's words in the chat; the label where there are none.
  public var says: Text? {
    get { boxed.value?.says }
    set { boxed = ReplyWords(data: data, says: newValue).boxed }
  }
  /// Whether nothing appears in the chat: the business receives the data alone.
  public var isSilent = false
  private var boxed = Box<ReplyWords>.none
  /// Whether it is the label and nothing else.
  @inline(__always)
  var isPlain: Bool { !optsOut.isThere && !isSilent && boxed.isEmpty }

  /// Makes a reply.
  public init(optsOut: Located<Bool>? = nil) { self.optsOut = optsOut }
}

/// What few replies have.
private struct ReplyWords: Hashable, Sendable {
  var data: Text?
  var says: Text?

  var boxed: Box<ReplyWords> { data == nil && says == nil ? .none : .some(self) }
}

/// A question for a date or a time.
public struct DateTime: Hashable, Sendable {
  /// What is asked for: `date`, `time` or `datetime`.
  public var mode: Text?
  /// What the business receives beside the answer.
  public var data: Text?
  /// What is chosen at first.
  public var initial: Text?
  /// The earliest answer.
  public var min: Text?
  /// The latest answer.
  public var max: Text?

  /// Makes a question that says nothing.
  public init() {}
}

/// How a one-time password gets into the app that wants it.
public struct OneTimePassword: Hashable, Sendable {
  /// How much the reader has to do.
  @nonexhaustive
  public enum Delivery: UInt8, Hashable, Sendable {
    /// A tap copies the code.
    case copyCode
    /// A tap fills it in.
    case oneTap
    /// It is filled in without a tap.
    case zeroTap
  }

  /// What the service calls the variable of the code.
  static let variable = "pin"

  /// How much the reader has to do.
  public var delivery: Delivery
  /// The label of the button that fills the code in.
  public var autofillLabel: Text?
  /// The apps that may take the code.
  public var apps: [App] = []
  /// Whether the business accepts the platform's terms of filling in without a tap.
  public var acceptsTerms: Located<Bool>?

  /// Makes a delivery.
  public init(_ delivery: Delivery) { self.delivery = delivery }
}

/// An Android app, by its package and its signature.
public struct App: Hashable, Sendable {
  /// The package's name.
  public var package: Text?
  /// The hash of the signing key, 11 characters.
  public var signature: Text?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes an app.
  public init(package: Text?, signature: Text?) {
    self.package = package
    self.signature = signature
  }
}

/// A form within the chat.
public struct Flow: Hashable, Sendable {
  /// Which flow.
  public var id: Text?
  /// Which flow, by its name within the account.
  public var name: Text?
  /// The flow itself, as the text of its JSON.
  public var definition: Text?
  /// What opening it does: `navigate` or `data_exchange`.
  public var action: Text?
  /// The first screen.
  public var screen: Text?

  /// Makes a flow that says nothing.
  public init() {}
}

/// What a button carries beside its action.
public struct ButtonExtras: Hashable, Sendable {
  /// The code of the template that follows a tap.
  public var nextCode: Text?
  /// The name of the template that follows.
  public var nextName: Text?
  /// The language of the template that follows.
  public var nextLanguage: Text?
  /// What the platform does.
  public var action: Text?
  /// What the reader means by it.
  public var intent: Text?
  /// Members without a name in the model.
  public var kept: [Kept] = []
  package var place = Place.nowhere

  /// Makes extras that say nothing.
  public init() {}
}

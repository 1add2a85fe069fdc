/// A message template of any channel.
///
/// The model is a superset: it has a place for what each channel can say and never gets poorer to
/// suit one of them.
/// Fields are absent where the source says nothing.
public struct Template: Hashable, Sendable {
  /// The name within the account.
  public var name: Text?
  /// The language code, with an underscore before the region: `en`, `pt_BR`.
  public var language: Text?
  /// Further languages the platform writes the template in, with texts of its own.
  public var furtherLanguages: [Text] = []
  /// What the messages are for.
  public var category: Category?
  /// The platform's own identifier.
  public var code: Text?
  /// The variables' samples, in source order.
  public var samples: [Sample] = []
  /// The messages, in the order they are sent; a template of most channels is one.
  public var messages: [Message] = []
  /// How the platform is to treat the template.
  public var settings = Settings()
  /// What the platform says of the template: review, quality.
  public var state = State()
  /// Members without a name in the model.
  public var kept: [Kept] = []
  /// The format the template was first read from, where a canonical document says so.
  package var origin: Format.ID?
  package var place: Place
}

extension Template {
  /// Makes an empty template.
  public init() { self.init(place: .nowhere) }
}

/// What messages are for.
public struct Category: Hashable, Sendable {
  /// The three purposes that all channels share.
  @nonexhaustive
  public enum Purpose: UInt8, Hashable, Sendable {
    /// Offers and news.
    case marketing
    /// Messages about something the customer did or ordered.
    case utility
    /// One-time passwords.
    case authentication
  }

  /// The purpose; absent where the source names none that is known.
  public var purpose: Purpose?
  /// The category as the source spells it.
  public var spelling: Text

  /// Makes a category.
  public init(_ purpose: Purpose?, spelling: Text) {
    self.purpose = purpose
    self.spelling = spelling
  }
}

/// A sample value for a variable.
public struct Sample: Hashable, Sendable {
  /// The variable's name.
  public var name: String {
    get { key.string }
    set { key = .plain(newValue) }
  }
  /// The variable's name, where it stood.
  var key: Text
  /// The sample.
  public var value: Text

  /// Makes a sample.
  public init(_ name: String, _ value: Text) { self.init(.plain(name), value) }

  /// Makes a sample that was read.
  init(_ key: Text, _ value: Text) {
    self.key = key
    self.value = value
  }
}

extension Span<Sample> {
  /// Where an earlier sample stands for the same variable as the last.
  func indexOfEarlier() -> Int? {
    count > 1 ? index(of: self[count - 1].key, before: count - 1) : nil
  }

  /// Where the sample of a variable stands among the first.
  func index(of name: Text, before end: Int) -> Int? {
    for index in 0..<end where self[index].key.count == name.count {
      if self[index].key.hasSameBytes(as: name) { return index }
    }
    return nil
  }
}

/// How the platform is to treat a template: account, time to live, permissions.
public struct Settings: Hashable, Sendable {
  /// How a platform tells variables from each other.
  @nonexhaustive
  public enum VariableStyle: UInt8, Hashable, Sendable {
    /// By a name.
    case named
    /// By a number, in each text from 1.
    case positional
  }

  /// How long delivery may be tried, in seconds.
  public var timeToLive: Number?
  /// Whether the platform may change the category at review.
  public var allowsCategoryChange: Located<Bool>?
  /// Whether sending pauses when the platform changes the category.
  public var pausesOnCategoryChange: Located<Bool>?
  /// How the platform tells the variables apart, where it leaves a choice.
  public var variableStyle: Located<VariableStyle>?
  /// The set of products the template belongs to.
  public var productSet: Text?
  /// The customer's space.
  public var space: Text?
  /// The customer's business account, which the space replaces.
  public var account: Text?
  /// The reseller's verification code.
  public var reseller: Text?

  /// Makes settings that say nothing.
  public init() {}
}

/// What a platform says of a template it holds.
public struct State: Hashable, Sendable {
  /// The state of the review.
  public var audit: Text?
  /// Why the review failed.
  public var reason: Text?
  /// How the template fares with its readers.
  public var quality: Text?
  /// Whether it may be sent.
  public var allowsSending: Located<Bool>?

  /// Makes a state that says nothing.
  public init() {}
}

/// What the caller prefers where a channel leaves a choice.
///
/// Each choice has a key and words; `convert explain policies` prints them from here.
public struct Policy: Sendable, Hashable {
  /// A footer where the channel has none.
  public enum Footer: String, CaseIterable, Sendable { case line, drop }
  /// Buttons and replies beyond what the channel has.
  public enum Surplus: String, CaseIterable, Sendable { case lines, drop }
  /// A carousel where the channel has none.
  public enum Carousel: String, CaseIterable, Sendable {
    case lead
    case firstCard = "first-card"
    case messages, text, refuse
  }
  /// A file beside a body where the channel sends files alone.
  public enum Document: String, CaseIterable, Sendable { case link, messages, file }
  /// A link beside a film on Viber, whose button opens the film.
  public enum VideoButton: String, CaseIterable, Sendable { case line, keep }
  /// What a message with a layout is written as on LINE.
  public enum LineStyle: String, CaseIterable, Sendable { case flex, template }
  /// What becomes of bold and other words in a text alone on LINE.
  public enum LineMarkup: String, CaseIterable, Sendable { case plain, flex }
  /// Whether a one-time password is seen in notifications.
  public enum CodePreview: String, CaseIterable, Sendable { case hide, show }
  /// What a password in its own words becomes on WhatsApp.
  public enum Authentication: String, CaseIterable, Sendable { case utility, native }
  /// What Viber's Category says.
  public enum ViberCategory: String, CaseIterable, Sendable { case layout, message }

  /// What becomes of a footer.
  public var footer = Footer.line
  /// What becomes of further buttons.
  public var buttons = Surplus.lines
  /// What becomes of quick replies.
  public var replies = Surplus.lines
  /// What becomes of a carousel.
  public var carousel = Carousel.lead
  /// What becomes of a document beside a body.
  public var document = Document.link
  /// What becomes of a link below a video on Viber.
  public var videoButton = VideoButton.line
  /// What the Category of a Viber template says.
  public var viberCategory = ViberCategory.layout
  /// What a password in its own words becomes on WhatsApp.
  public var authentication = Authentication.utility
  /// What a message with a layout is written as on LINE.
  public var lineStyle = LineStyle.flex
  /// What becomes of markup in a text alone on LINE.
  public var lineMarkup = LineMarkup.plain
  /// Whether a one-time password is seen in notifications.
  public var codePreview = CodePreview.hide
  /// `offer.deadline`: the name of a text variable that says when an offer ends; empty for none.
  public var deadlineVariable = ""

  /// Makes the default policy.
  public init() {}
  /// The default policy.
  public static let `default` = Policy()
}

extension Policy {
  /// One choice: its key, what it decides, and its words with their meaning, the default first.
  public struct Choice: Sendable {
    /// The key: `carousel`.
    public let key: String
    /// What the choice decides.
    public let question: String
    /// The words; none where any name will do.
    public let values: [(word: String, meaning: String)]
  }

  /// Every choice there is.
  public static let choices: [Choice] = [
    Choice(
      key: "footer", question: "A footer where the channel has none",
      values: [("line", "becomes the last line of the body"), ("drop", "is dropped")]),
    Choice(
      key: "buttons", question: "URL and phone buttons beyond what the channel holds",
      values: [("lines", "become lines of the body"), ("drop", "are dropped")]),
    Choice(
      key: "replies", question: "Quick replies beyond what the channel holds",
      values: [
        ("lines", "become lines, so that the reader knows what to type"),
        ("drop", "are dropped"),
      ]),
    Choice(
      key: "carousel", question: "A carousel that the channel cannot hold, or not all of it",
      values: [
        ("lead", "the first card gives medium and button, every card becomes a numbered line"),
        ("first-card", "the first card stays, the others are dropped"),
        ("messages", "every card becomes a template of its own"),
        ("text", "every card becomes a numbered line"),
        ("refuse", "the template is refused"),
      ]),
    Choice(
      key: "document", question: "A document with a body where the channel sends files alone",
      values: [
        ("link", "the document becomes a link in the body"),
        ("messages", "document and body become two templates"),
        ("file", "the document stays, the body is dropped"),
      ]),
    Choice(
      key: "viber.video-button", question: "A URL button below a video on Viber",
      values: [
        ("line", "becomes a line, since Viber's button would open the video"),
        ("keep", "keeps its label, opens the video, and loses its link"),
      ]),
    Choice(
      key: "viber.category",
      question: "What Category says in a Viber template from another channel",
      values: [
        ("layout", "the name of the layout, such as text_image_button"),
        ("message", "UTILITY, MARKETING or AUTHENTICATION, as since June 2026"),
      ]),
    Choice(
      key: "whatsapp.authentication",
      question: "A one-time password in its own words on WhatsApp, which writes the words itself",
      values: [
        ("utility", "keeps its words and goes as UTILITY"),
        ("native", "is an AUTHENTICATION template with a button that copies the code"),
      ]),
    Choice(
      key: "line.style", question: "A message with more than a text on LINE",
      values: [
        ("flex", "is a Flex Message, which holds all of it"),
        ("template", "is a template message wherever every limit of those holds"),
      ]),
    Choice(
      key: "line.markup", question: "Bold, italic and struck words of a text alone on LINE",
      values: [
        ("plain", "are plain, so that the message stays a text"),
        ("flex", "stay, and the text becomes a Flex Message"),
      ]),
    Choice(
      key: "otp.preview", question: "A one-time password in notifications",
      values: [
        ("hide", "is not shown: the notification only names it"),
        ("show", "is shown"),
      ]),
    Choice(
      key: "offer.deadline",
      question: "The name of a text variable for the end of an offer whose countdown is lost",
      values: []),
  ]

  /// Why a choice could not be made.
  public struct Mistake: Error, Sendable, CustomStringConvertible {
    /// The sentence, with what is known.
    public let description: String
  }

  /// Makes a choice by its words.
  public mutating func set(_ key: String, to value: String) throws(Mistake) {
    switch key {
    case "footer": footer = try word(key, value)
    case "buttons": buttons = try word(key, value)
    case "replies": replies = try word(key, value)
    case "carousel": carousel = try word(key, value)
    case "document": document = try word(key, value)
    case "viber.video-button": videoButton = try word(key, value)
    case "viber.category": viberCategory = try word(key, value)
    case "whatsapp.authentication": authentication = try word(key, value)
    case "line.style": lineStyle = try word(key, value)
    case "line.markup": lineMarkup = try word(key, value)
    case "otp.preview": codePreview = try word(key, value)
    case "offer.deadline":
      guard value.isEmpty || Text("$(\(value))").variables == [value] else {
        throw Mistake(
          description: "`\(value)` is no name of a variable: use letters, digits and _.")
      }
      deadlineVariable = value
    default:
      let known = Policy.choices.map(\.key).joined(separator: ", ")
      throw Mistake(description: "Unknown policy `\(key)`; known are \(known).")
    }
  }

  private func word<Value: RawRepresentable & CaseIterable>(_ key: String, _ value: String)
    throws(Mistake) -> Value where Value.RawValue == String
  {
    if let known = Value(rawValue: value) { return known }
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw Mistake(description: "Unknown value `\(value)` for policy `\(key)`; known are \(words).")
  }
}

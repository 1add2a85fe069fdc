extension Catalogue {
  /// One-time passwords.
  static let authentication: [Declaration] = [
    Declaration(
      .authenticationToText, "authentication-to-text", .adapted,
      "A one-time password became a text with the variable pin",
      message:
        "{target} has no texts of its own for one-time passwords: this one carries the code as `$(pin)`.",
      why:
        "The platform wrote the text in the reader's language; here a phrase of ours stands in its place."
    ),
    Declaration(
      .authenticationTextDropped, "authentication-text-dropped", .lost,
      "A text beside a one-time password was dropped",
      message: "A one-time password has no header and no texts of its own: this was dropped.",
      why: "The platform writes these texts itself and refuses others."),
    Declaration(
      .securityAdviceToText, "security-advice-to-text", .adapted,
      "The advice not to share the code became a sentence",
      message: "The advice not to share the code is part of the text.",
      why: "The platform adds the sentence where it knows one-time passwords."),
    Declaration(
      .expirationToText, "expiration-to-text", .adapted, "The expiry of the code became a sentence",
      message: "The expiry after {before} min is part of the text.",
      why:
        "The platform adds the sentence where it knows one-time passwords. The code expires as your own service decides."
    ),
    Declaration(
      .expirationDropped, "expiration-dropped", .lost, "An expiry out of range was dropped",
      message: "{before} minutes is out of range: the expiry was dropped.",
      why: "The platform takes 1 to 90 minutes."),
    Declaration(
      .autofillIncomplete, "autofill-incomplete", .degraded, "Filling in became copying",
      message: "Without an app and its label the code cannot be filled in: the button copies it.",
      why: "Filling in needs the app's package and signature and the label of the button."),
    Declaration(
      .appDropped, "app-dropped", .lost, "An app that cannot take the code was dropped",
      message: "This app cannot take the code: it was dropped.",
      why: "The platform takes five apps, some of them only with a whole package name and hash."),
  ]

  /// Cards side by side.
  static let carousel: [Declaration] = [
    Declaration(
      .carouselRefused, "carousel-refused", .error, "A carousel was refused",
      message: "{target} cannot hold these cards, and the policy refuses to tell them otherwise.",
      why: "The policy says so.",
      remedy: "Choose another way with --policy carousel=lead, first-card, messages or text."),
    Declaration(
      .carouselSplit, "carousel-split", .adapted, "Each card became a template of its own",
      message: "Each of the {found} cards became a template of its own.",
      why: "The policy keeps everything, at the price of several messages."),
    Declaration(
      .cardToText, "card-to-text", .adapted, "A card became a line of the body",
      message: "{target} cannot hold this card: it became a line of the body.",
      why: "Cards that become lines stand below each other, numbered where all of them do.",
      remedy: "Give each card a template of its own with --policy carousel=messages."),
    Declaration(
      .cardLinkToText, "card-link-to-text", .degraded, "A card's button became a link in its line",
      message:
        "{target} cannot hold this card: its button's link stands in its line, without the label.",
      why: "A message of this channel has one button.",
      remedy: "Give each card a template of its own with --policy carousel=messages."),
    Declaration(
      .cardMediaLeads, "card-media-leads", .adapted, "The first card's medium leads the message",
      message: "{target} cannot hold these cards: the first one's medium stands for all of them.",
      why: "A message of this channel has one medium.",
      remedy: "Choose another way with --policy carousel=messages, text or refuse."),
    Declaration(
      .cardMediaIncomplete, "card-media-incomplete", .lost,
      "The first card's medium lacks what the target wants of it",
      message: "{target} wants {detail} with it: the first card's medium was dropped.",
      why: "The first card's medium would lead the message.",
      remedy: "Supply what it lacks with {pointer}."),
    Declaration(
      .cardMediaDropped, "card-media-dropped", .lost, "A card's medium was dropped",
      message: "{target} has no place for this card's medium: it was dropped.",
      why: "The card became a line, and lines have no pictures.",
      remedy: "Give each card a template of its own with --policy carousel=messages."),
    Declaration(
      .cardDropped, "card-dropped", .lost, "A card was dropped",
      message: "Of these cards {limit} can stay on {target}: this one was dropped.",
      why: "There are more cards than the channel takes, or the policy keeps the first only.",
      remedy: "Give each card a template of its own with --policy carousel=messages."),
    Declaration(
      .cardSaysNothing, "card-says-nothing", .lost, "A card without anything to show was dropped",
      message: "There is nothing on this card that {target} could show: it was dropped.",
      why: "No text, no link, and no medium that has a place."),
  ]
}

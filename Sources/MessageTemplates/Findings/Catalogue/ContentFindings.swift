extension Catalogue {
  /// The template as a whole, and what its texts became.
  static let content: [Declaration] = [
    Declaration(
      .noTemplateContent, "no-template-content", .error, "There is no template in the document",
      message: "{detail}",
      why: "Answers that only name a template, lists, requests and errors hold nothing to convert.",
      remedy:
        "Convert what holds the texts: for CAMS the answer of GetChatappTemplateDetail, for Meta that of GET message_templates."
    ),
    Declaration(
      .unreadable, "unreadable", .error, "The document could not be read",
      message: "{detail}",
      why: "The bytes are no document of the format."),
    Declaration(
      .sourceNotApproved, "source-not-approved", .note, "The platform has not approved the source",
      message: "The platform says of this template: {detail}.",
      why: "What one platform refused another may refuse too."),
    Declaration(
      .bodyMissing, "body-missing", .error, "There is no body, and the target needs one",
      message: "{detail} needs a body, and there is none.",
      why: "A message of this channel cannot be a medium alone.",
      remedy: "Give it one with --set {pointer}=TEXT."),
    Declaration(
      .bodyLong, "body-long", .note, "The body is longer than the console takes",
      message: "The body has {found} characters; the console stops at {limit}.",
      why:
        "Two sources name two limits. The greater one is enforced, the smaller one is worth knowing."
    ),
    Declaration(
      .bodyDropped, "body-dropped", .lost, "A text was dropped beside a document",
      message: "{target} sends a document alone: the text was dropped.",
      why: "The policy keeps the document and gives up what stands beside it.",
      remedy: "Keep both with --policy document=link or --policy document=messages."),
    Declaration(
      .textShortened, "text-shortened", .degraded, "A text was shortened",
      message:
        "The body would have {found} characters, {target} takes {limit}: the text was shortened.",
      why:
        "Nothing less was left to give up. The cut is at a word, never inside a variable, a link or code.",
      remedy: "Shorten the text yourself, so that the right half goes."),
    Declaration(
      .textCutOff, "text-cut-off", .lost, "Much of a text was cut off",
      message:
        "The text would have {found} characters, {target} takes {limit}: {detail} cut off.",
      why:
        "Nothing less was left to give up. What a variable, a link or most of a text said does not arrive.",
      remedy: "Shorten the text yourself, or divide it among several messages."),
    Declaration(
      .textCutForLength, "text-cut-for-length", .lost, "A line was given up for length",
      message: "The body would have {found} characters, {target} takes {limit}: this was given up.",
      why: "Everything less important had been given up before.",
      remedy: "Shorten the body."),
    Declaration(
      .lineTooLong, "line-too-long", .lost, "A line alone is longer than the body can be",
      message:
        "This alone would be a line of {found} characters, and {target} takes {limit} in all: it was given up.",
      why: "Nothing else was given up for it, since that would not make it fit.",
      remedy: "Use a shorter address, or fewer words."),
    Declaration(
      .bodyTooLong, "body-too-long", .error, "The body cannot be cut to a length that fits",
      message:
        "The body has {found} characters and no place to cut them, {target} takes {limit}.",
      why: "A link, a variable or a code is never cut in the middle, and nothing stood before it.",
      remedy: "Give a shorter one with --set {pointer}=TEXT."),
    Declaration(
      .replyCutForLength, "reply-cut-for-length", .lost, "A quick reply was given up for length",
      message:
        "The body would have {found} characters, {target} takes {limit}: this reply was given up.",
      why: "Replies that became lines are the first to go: readers can answer without them.",
      remedy: "Shorten the body."),
    Declaration(
      .footerCutForLength, "footer-cut-for-length", .lost, "The footer was given up for length",
      message:
        "The body would have {found} characters, {target} takes {limit}: the footer was given up.",
      why: "The small print goes before the cards and the body do.",
      remedy: "Shorten the body."),
    Declaration(
      .cardShortened, "card-shortened", .degraded, "A card was shortened to its first sentence",
      message:
        "The body would have {found} characters, {target} takes {limit}: the card keeps its first sentence and its link.",
      why: "Cards that became lines share one body.",
      remedy: "Give each card a template of its own with --policy carousel=messages."),
    Declaration(
      .cardCutForLength, "card-cut-for-length", .lost, "A card was given up for length",
      message:
        "The body would have {found} characters, {target} takes {limit}: this card was given up.",
      why: "Cards that became lines share one body; the last go first.",
      remedy: "Give each card a template of its own with --policy carousel=messages."),
    Declaration(
      .placeholderRespelled, "placeholder-respelled", .adapted,
      "Placeholders of another platform became variables",
      message: "Placeholders in double braces became variables.",
      why: "The service refuses a body with native placeholders; its variables are `$(name)`."),
    Declaration(
      .sampleDropped, "sample-dropped", .lost, "A sample went with its variable",
      message: "The variable `{detail}` stands nowhere in the target: its sample was dropped.",
      why: "A sample without its variable says nothing."),
    Declaration(
      .lineEndsTrimmed, "line-ends-trimmed", .adapted, "Line breaks at the end went",
      message: "{target} takes no line breaks here: those at the end were left out.",
      why: "A title and a footer have one line."),
    Declaration(
      .variablesFilled, "variables-filled", .adapted, "Variables were filled with values",
      message: "Variables of this text were filled: {found}.",
      why: "Values were given: the text is one message now, no template."),
    Declaration(
      .sampleUsed, "sample-used", .adapted, "A sample went where its variable stood",
      message: "The variable `{detail}` was filled: its sample is no longer needed.",
      why: "Values were given for the variables."),
    Declaration(
      .phraseInEnglish, "phrase-in-english", .degraded, "A phrase is in English",
      message: "There are no phrases in the language `{detail}`: English stands in for them.",
      why:
        "Where the platform's own wording is lost, a phrase in the template's language takes its place. Phrases are known in some languages only.",
      remedy: "Translate the phrase in the output, or add the language to Mappings/phrases.json."),
    Declaration(
      .markupAppears, "markup-appears", .note, "Plain marks read as markup in the body",
      message:
        "Asterisks, underscores or tildes that were plain before read as markup in the body.",
      why:
        "Titles and labels show such characters as they are; bodies are formatted, and there is no escape.",
      remedy: "Choose other characters there."),
    Declaration(
      .markupMayNotShow, "markup-may-not-show", .note, "Markup may show as plain marks",
      message: "A mark touches a letter or a sign: {target} may show it as it is.",
      why:
        "Viber wants a space behind a closing mark; what phones do in scripts without spaces is not documented.",
      remedy: "Put a space behind the closing mark, and before the opening one."),
  ]
}

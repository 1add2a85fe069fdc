extension Catalogue {
  /// Rules of platforms that number variables and are given media on sending.
  static let numbered: [Declaration] = [
    Declaration(
      .handleMissing, "handle-missing", .note, "An address stands where an upload handle belongs",
      message: "An address stands where the handle of an upload belongs.",
      why:
        "On creating a template the sample of a header is named by the handle that the upload of the file gave; the platform does not fetch addresses, and the one it answers with expires.",
      remedy: "Upload the file and give its handle with --set {pointer}/handle=HANDLE."),
    Declaration(
      .variableNameInvalid, "variable-name-invalid", .error,
      "A variable's name that its platform does not take",
      message: "`{detail}` is no name of a variable.",
      why: "Names of variables are lower-case letters, digits and underscores.",
      remedy: "Rename the variable."),
    Declaration(
      .variablesUnordered, "variables-unordered", .error, "Numbered variables leave a number out",
      message: "The variables of a text are numbered from 1 without a gap.",
      why:
        "The values are given on sending as a list; a number that is left out shifts the others.",
      remedy: "Number them anew."),
    Declaration(
      .variableStyleWrong, "variable-style-wrong", .error,
      "parameter_format and the variables do not agree",
      message: "The variables are not what parameter_format says: {detail}.",
      why: "A template has variables with names or variables with numbers, never both.",
      remedy: "Write NAMED for names, POSITIONAL for numbers."),
    Declaration(
      .emojiNotShown, "emoji-not-shown", .note, "An emoji in a header or footer",
      message: "The platform's pages say that headers and footers take no emoji.",
      why: "Reviewers refuse it; approved templates show that they do not always.",
      remedy: "Take it out, or put it into the body."),
    Declaration(
      .termsNotAccepted, "terms-not-accepted", .error,
      "Filling in without a tap wants its terms accepted",
      message: "zero_tap_terms_accepted must be true here.",
      why: "The platform refuses a zero-tap button of a business that did not accept its terms.",
      remedy: "Read the terms and write true, or take ONE_TAP."),
    Declaration(
      .buttonNotAlone, "button-not-alone", .error,
      "A button that stands alone has others beside it",
      message: "This button stands alone in a template.",
      why: "The platform refuses a catalog, a list of products or a product beside other buttons.",
      remedy: "Remove the others."),
    Declaration(
      .urlVariableInside, "url-variable-inside", .error, "An address goes on behind its variable",
      message: "The variable stands at the end of an address.",
      why: "The platform appends the value to the address.",
      remedy: "Put the variable at the end."),
    Declaration(
      .cardsUneven, "cards-uneven", .error, "Cards do not have the same parts",
      message: "All cards have the same buttons in the same order, and a text or none.",
      why: "The number and the kinds of the parts are fixed with the first card.",
      remedy: "Give every card the same parts."),
    Declaration(
      .appInvalid, "app-invalid", .error, "A package name or signature hash of another form",
      message: "`{before}` is no {detail}.",
      why:
        "A package name has two parts or more of letters, digits and underscores, up to 224 characters; a hash has 11 characters.",
      remedy: "Write it as the app's store entry and the hash tool give it."),
    Declaration(
      .authenticationFree, "authentication-free", .note,
      "A template for passwords with texts of its own",
      message: "Templates for passwords have fixed texts and an OTP button now.",
      why:
        "The platform refuses new ones with other texts; those from before are in use still and come back as they are.",
      remedy: "Leave the texts out and put an OTP button below."),
    Declaration(
      .urlVariableNamed, "url-variable-named", .note, "An address has a variable with a name",
      message: "The variable of an address is a number in what the platform gives back.",
      why:
        "Meta's page on template components shows a name there; the platform's answers hold a number, also where the texts have names.",
      remedy: "Write the number 1 in double braces."),
    Declaration(
      .bracesInText, "braces-in-text", .note, "Double braces that are no variable",
      message: "Double braces stand here that are no variable: they are kept as text.",
      why:
        "A variable is a number, or a name of letters, digits and underscores. Meta's page on reviews says that others are refused.",
      remedy: "Correct the name, or write the braces apart."),
    Declaration(
      .fewWords, "few-words", .note, "Few words for so many variables",
      message: "These are {detail}; reviewers want more.",
      why:
        "The platform refuses bodies that are mostly variables (2388293). It states no figure; practice says three words a variable and one more, older advice two.",
      remedy: "Say more around the variables."),
    Declaration(
      .buttonsFolded, "buttons-folded", .note, "Buttons that not every reader sees at once",
      message: "{detail}.",
      why:
        "Meta's page on template components says what phones and desktop clients show of many or mixed buttons."
    ),
    Declaration(
      .cardBodyLines, "card-body-lines", .note, "A card's text has more line breaks than shown",
      message: "A card's text shows two line breaks at most.",
      why: "The platform's page on cards says so.", remedy: "Write it in fewer lines."),
  ]
}

extension Catalogue {
  /// What some channels are given on sending only: media, places, articles, values of variables.
  static let giving: [Declaration] = [
    Declaration(
      .handleToVariable, "handle-to-variable", .degraded, "An upload handle became a variable",
      message:
        "An upload's handle is no address, which is what goes here: the variable `{detail}` stands for it.",
      why:
        "Meta knows a sample by the handle of its upload. It is no address, and there is none in the template: the real medium is given on sending.",
      remedy: "Give it an address with --set {pointer}/url=URL."),
    Declaration(
      .mediaAsVariable, "media-as-variable", .note,
      "A medium that is given on sending became a variable",
      message: "The medium is given on sending: the variable `{detail}` stands for its address.",
      why: "The source says of which kind the medium is, not which it is.",
      remedy: "Give it an address with --set {pointer}/url=URL."),
    Declaration(
      .mediaVariableDropped, "media-variable-dropped", .adapted,
      "A variable for a medium was left out",
      message: "{target} is given the medium on sending: no variable stands for its address.",
      why:
        "The header says of which kind the medium is. A sample of the variable is the header's sample.",
      remedy: "Give the address on sending."),
    Declaration(
      .gifToVideo, "gif-to-video", .adapted, "A film that plays by itself became a video",
      message: "{target} has no films that play by themselves: this one is a video.",
      why: "It is an MP4 file in any case; readers tap to see it."),
    Declaration(
      .gifToPicture, "gif-to-picture", .adapted, "An animated picture became a picture",
      message: "{target} has no animated pictures here: this one may stand still.",
      why: "It is a GIF file; whether it moves is up to the phone."),
    Declaration(
      .productDropped, "product-dropped", .lost, "An article of the catalog was dropped",
      message: "{target} cannot show an article of the catalog here: it was dropped.",
      why: "Which article it is, is said on sending; the template has no picture and no text of it."
    ),
    Declaration(
      .locationLeftToSending, "location-left-to-sending", .degraded,
      "A place on the map is left to the sending",
      message: "{target} is told the place on sending: the template does not hold it.",
      why: "The header says that there is a map; its coordinates, name and address come later.",
      remedy: "Give them on sending."),
    Declaration(
      .placeUnknownDropped, "place-unknown-dropped", .lost,
      "A map whose place is not known was dropped",
      message: "The place is told on sending, and {target} has no map here: it was dropped.",
      why: "There is nothing to write: no name, no address, no coordinates.",
      remedy: "Say in the body where it is."),
    Declaration(
      .callPermissionDropped, "call-permission-dropped", .lost,
      "A question whether to call was dropped",
      message: "{target} cannot ask whether the business may call: the question was dropped.",
      why: "WhatsApp shows the question with its own answers below the message.",
      remedy: "Ask in the body, with a phone number to call back."),
    Declaration(
      .languagesDropped, "languages-dropped", .lost, "Further languages were dropped",
      message: "{target} has one template a language: this one is in `{detail}`.",
      why: "The platform would have written the same template in each of the languages.",
      remedy: "Convert once more for each with --set /language=CODE."),
    Declaration(
      .variableRenamed, "variable-renamed", .note, "A variable has another name",
      message: "The variable is called {detail} here.",
      why:
        "The channel numbers variables, takes lower-case letters, digits and underscores for their names, or wants a code as `pin`.",
      remedy: "Give its value under the new name on sending."),
    Declaration(
      .variableBroken, "variable-broken", .adapted, "What looks like a variable was broken",
      message: "`$(` would begin a variable: an invisible character keeps it text.",
      why: "The platform has no way to say that these characters mean themselves."),
    Declaration(
      .sampleConflict, "sample-conflict", .adapted, "A variable has two samples",
      message: "The variable has another sample already; this one was left out.",
      why: "The same name stands in header and body, with a sample for each.",
      remedy: "Give both the same sample, or two names."),
    Declaration(
      .sampleLeftOut, "sample-left-out", .adapted, "A sample without a variable was left out",
      message: "No variable belongs to the sample: it was left out.",
      why: "{target} takes as many samples as there are variables.",
      remedy: "Remove it, or put its variable into the text."),
    Declaration(
      .labelFixed, "label-fixed", .adapted, "The channel writes its own label",
      message: "{target} writes its own label on such a button: this one was left out.",
      why: "The label is fixed, in the reader's language."),
    Declaration(
      .couponFilled, "coupon-filled", .adapted, "A variable for a coupon's code became its sample",
      message: "{target} is given the code on sending: the template holds a sample.",
      why: "The button always copies what the sending gives it.",
      remedy: "Give the code on sending."),
    Declaration(
      .termsMissing, "terms-missing", .degraded, "Filling in without a tap was not agreed to",
      message: "{target} wants its terms accepted: the code is {detail} instead.",
      why: "Only the business can accept the platform's terms; nobody does it for them.",
      remedy: "Accept them with --set {pointer}/acceptsTerms=true."),
    Declaration(
      .cardTextAssumed, "card-text-assumed", .note, "A card without a text got one",
      message: "A text is wanted on this card, and there was none: it says `{detail}`.",
      why: "The platform wants the same parts on every card, and a text in every template.",
      remedy: "Say something better with --set {pointer}=TEXT."),
    Declaration(
      .labelShortened, "label-shortened", .degraded, "A label or another short text was cut",
      message: "{target} takes {limit} characters here, and these are {found}: the text was cut.",
      why: "The cut is at a word. A longer text is refused.",
      remedy: "Write a shorter one, so that the right half goes."),
    Declaration(
      .offerWithoutText, "offer-without-text", .lost, "An offer without words was dropped",
      message: "{target} wants a few words with an offer: this one has none and was dropped.",
      why: "The box with the countdown shows them as its title.",
      remedy: "Give them with --set {pointer}=TEXT."),
    Declaration(
      .flowNameDropped, "flow-name-dropped", .adapted, "A flow was named twice",
      message: "{target} wants one of flow_id, flow_name and flow_json: this one was left out.",
      why: "The number stays where there is one, else the name.",
      remedy: "Remove the one that is wrong where they are of two flows."),
    Declaration(
      .wordsReplaced, "words-replaced", .lost, "A password's own words gave way to the platform's",
      message: "{target} writes the words of one-time passwords itself: these are gone.",
      why: "An AUTHENTICATION template has fixed texts in the language it is in.",
      remedy: "Keep them, as UTILITY, with --policy whatsapp.authentication=utility."),
    Declaration(
      .buttonLinkDropped, "button-link-dropped", .lost,
      "An address beside a button's action was dropped",
      message: "{target} opens nothing else with such a button: its address was dropped.",
      why: "Only channels that do not know the action would have used it."),
    Declaration(
      .variableStyleChanged, "variable-style-changed", .adapted,
      "How variables are told apart was corrected",
      message: "`{before}` does not fit the variables: the template says {detail}.",
      why: "A platform refuses names where it was told of numbers, and the other way round.",
      remedy: "Write what fits the variables."),
  ]
}

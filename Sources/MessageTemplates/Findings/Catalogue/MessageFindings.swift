extension Catalogue {
  /// What messages have that templates do not.
  static let messages: [Declaration] = [
    Declaration(
      .presentationLost, "presentation-lost", .degraded, "Colours, sizes and layout did not cross",
      message: "The content is here; {source}'s colours, sizes and layout are not.",
      why:
        "Each channel draws a message its own way. What the message says and does is converted part by part; how it looked stays behind."
    ),
    Declaration(
      .senderDropped, "sender-dropped", .lost, "The sender of the message was dropped",
      message: "{target} shows the account as the sender: this name and picture were dropped.",
      why: "The channel has one name and one picture for all messages of an account."),
    Declaration(
      .senderPictureDropped, "sender-picture-dropped", .lost, "The sender's picture was dropped",
      message: "{target} fetches pictures over https only: the sender's was dropped.",
      why: "A message with another address is refused.",
      remedy: "Serve the picture over https."),
    Declaration(
      .alternativeDropped, "alternative-dropped", .adapted,
      "The text for notifications was left to the channel",
      message: "{target} makes the line of its notification from the message itself.",
      why: "A text of one's own for notifications and chat lists is for messages that are drawings."
    ),
    Declaration(
      .alternativeToBody, "alternative-to-body", .adapted,
      "The text for notifications became the body",
      message: "The message has no text of its own, and {target} needs one: this became the body.",
      why: "It says in words what the message shows."),
    Declaration(
      .quickRepliesStay, "quick-replies-stay", .adapted, "Chips became buttons that stay",
      message:
        "{target} has no chips that vanish after a tap: these became buttons of the message.",
      why: "Readers see them as long as they see the message."),
    Declaration(
      .replyDataDropped, "reply-data-dropped", .lost,
      "What a tap sends to the business was dropped",
      message: "{target} templates hold no data for a tap: `{before}` was dropped.",
      why: "There the data of a reply is given with each sending.",
      remedy: "Send it as the reply's payload, or recognise the label."),
    Declaration(
      .replyWordsDropped, "reply-words-dropped", .degraded,
      "The reader's words gave way to the label",
      message: "A tap shows the label in the chat instead of `{before}`.",
      why: "The channel writes the label into the chat."),
    Declaration(
      .buttonIconDropped, "button-icon-dropped", .lost, "A picture on a button was dropped",
      message: "{target}'s buttons have no pictures: this one was dropped.",
      why: "The label says what the button does."),
    Declaration(
      .buttonIconNotSecure, "button-icon-not-secure", .lost,
      "A picture on a button was not fetched over https",
      message: "{target} fetches pictures over https only: this button's was dropped.",
      why: "A message with another address is refused.",
      remedy: "Serve the picture over https."),
    Declaration(
      .requestToReply, "request-to-reply", .degraded, "A question became a plain answer",
      message: "{target} cannot open a picker, the camera or the map: the button sends its label.",
      why: "The business learns that the reader wants to, and has to ask in words."),
    Declaration(
      .messagesSplit, "messages-split", .adapted, "Each message became a template of its own",
      message: "A template of {target} is one message: {found} messages became {found} templates.",
      why: "They are sent one after the other."),
    Declaration(
      .messageDropped, "message-dropped", .lost, "A message that cannot stand alone was dropped",
      message: "{target} needs a body, and this message has no text: it was dropped.",
      why: "The other messages of the document are there.",
      remedy: "Give it a text with --set {pointer}=TEXT."),
    Declaration(
      .stickerDropped, "sticker-dropped", .lost, "A sticker was dropped",
      message: "{target} does not have {source}'s stickers: this one was dropped.",
      why: "A sticker is known by its number within one channel."),
    Declaration(
      .contactMerged, "contact-merged", .adapted, "A contact became a line of the body",
      message: "{target} has no contacts here: name and number became a line of the body.",
      why: "Readers can tap the number or copy it."),
    Declaration(
      .valueSupplied, "value-supplied", .adapted, "A value was replaced by one that was supplied",
      message: "This value was replaced by the one that was supplied for {pointer}.",
      why: "Whoever converts asked for it, with --set or --supply."),
    Declaration(
      .supplyMisplaced, "supply-misplaced", .error, "A value for a place that is not there",
      message: "There is no {pointer} in this template: the value that was supplied has no place.",
      why: "A pointer leads into the canonical form, and stops at what the template does not have.",
      remedy: "Look with --to canonical which places it has."),
    Declaration(
      .mediaToLink, "media-to-link", .degraded, "A medium became a link",
      message: "{target} has no place for this {detail}: it became a link.",
      why:
        "The channel has no such medium, or none beside what else is there; the link opens it all the same."
    ),
    Declaration(
      .audioToLink, "audio-to-link", .degraded, "A sound became a link",
      message: "{target} cannot play this sound here: it became a link.",
      why: "The channel has no sounds, or wants to know of this one what the source may not say.",
      remedy: "Supply what it lacks with {pointer}."),
    Declaration(
      .audioToFile, "audio-to-file", .adapted, "A sound became a file",
      message: "{target} has no sounds: this one is a file, which readers open.",
      why: "The phone plays it once the reader has tapped it."),
    Declaration(
      .placeholdersStay, "placeholders-stay", .note, "Variables stay as text",
      message:
        "{target} messages have no variables: placeholders stay in the texts, {found} in all.",
      why: "A message is sent as it is. Fill the placeholders before sending, or here.",
      remedy: "Fill them with --values {pointer}."),
    Declaration(
      .templateToMessage, "template-to-message", .note, "A template became a message",
      message: "{target} has messages, no templates: name, category and samples stay behind.",
      why: "What is said of a template to its platform has no place in a message."),
    Declaration(
      .layoutPartLost, "layout-part-lost", .lost,
      "A part of a layout that messages elsewhere do not have",
      message: "{target} has no place for `{before}`: it was dropped.",
      why: "A layout can hold any number of pictures and films; a message has one."),
    Declaration(
      .messageSplit, "message-split", .adapted, "It went into a message of its own",
      message: "On {target} this is a message of its own: it went before or behind the rest.",
      why: "Maps, stickers, sounds and cards do not stand beside a text there."),
    Declaration(
      .cardsDivided, "cards-divided", .adapted, "Cards were divided among several messages",
      message: "{target} takes {limit} cards in a message: {found} became several messages.",
      why: "No card is given up."),
    Declaration(
      .alternativeShortened, "alternative-shortened", .degraded,
      "The text for notifications was shortened",
      message: "{target} takes {limit} units for notifications; these were {found}.",
      why: "The message itself is whole."),
    Declaration(
      .senderShortened, "sender-shortened", .degraded, "The sender's name was shortened",
      message: "{target} takes {limit} units of a sender's name; these were {found}.",
      why: "The platform refuses longer names.", remedy: "Write a shorter one."),
    Declaration(
      .placeShortened, "place-shortened", .degraded, "A place's name or address was shortened",
      message: "{target} takes {limit} units of a place's name or address; these were {found}.",
      why: "The platform refuses longer ones. The pin on the map is where it was.",
      remedy: "Write a shorter one."),
    Declaration(
      .contactShortened, "contact-shortened", .degraded, "A contact's name was shortened",
      message: "{target} takes {limit} units of a contact's name; these were {found}.",
      why: "The platform refuses longer names. The number is whole.",
      remedy: "Write a shorter one."),
    Declaration(
      .mediaMayNotShow, "media-may-not-show", .note, "A file of a type that may not be shown",
      message: "{target} shows {detail}; this address ends in another type.",
      why: "The platform fetches the file when it shows the message, and readers see a gap.",
      remedy: "Serve it as one of those."),
    Declaration(
      .layoutDivided, "layout-divided", .adapted, "A layout with too many bytes was divided",
      message:
        "{target} takes {limit} bytes of JSON in a layout, and this one had {found}: this part stands by itself, before or behind the rest.",
      why:
        "Long addresses and many marked-up words fill a layout. Texts go before it, buttons and cards behind it, in their order.",
      remedy: "Shorten the addresses of its buttons."),
    Declaration(
      .layoutIndivisible, "layout-indivisible", .error,
      "A layout has too many bytes and cannot be divided",
      message:
        "{target} takes {limit} bytes of JSON in a layout; what belongs together here has {found}.",
      why: "The platform refuses the whole request otherwise.",
      remedy: "Shorten the heading, the text or the addresses."),
    Declaration(
      .markupDropped, "markup-dropped", .degraded, "Bold, italic or struck words are plain",
      message: "{target} shows a text alone as it is spelled: the marked-up words are plain.",
      why: "Flex Messages have bold, italic and struck words, but are no plain texts any more.",
      remedy: "Keep them with --policy line.markup=flex."),
    Declaration(
      .markupNotHeld, "markup-not-held", .degraded, "Markup that has no place is gone",
      message: "{target} has no place for some of this markup: the words are plain.",
      why: "Layouts have no letters of one width for code, and only so many bytes."),
    Declaration(
      .markupInWord, "markup-in-word", .degraded, "Marked-up letters within a word are plain",
      message: "{target} does not read a mark within a word: these letters are plain.",
      why: "The reader would see the mark itself, in the middle of the word.",
      remedy: "Mark up whole words, with spaces around them."),
    Declaration(
      .previewAssumed, "preview-assumed", .note, "The picture is its own preview",
      message: "{target} wants a smaller picture beside it: the same address stands for both.",
      why: "A preview has up to 1 MB.",
      remedy: "Supply one with --set {pointer}/thumbnail=URL."),
    Declaration(
      .cardVideoToPicture, "card-video-to-picture", .degraded,
      "A film on a card became its picture and a button",
      message:
        "{target}'s cards show no films: the picture of it stands there, and a button plays it.",
      why: "Films play in single messages only."),
    Declaration(
      .placeCompleted, "place-completed", .note, "A place got a name or an address",
      message: "{target} wants a name and an address of a place: what was missing is `{detail}`.",
      why: "The platform refuses a place without them."),
    Declaration(
      .styleNotPossible, "style-not-possible", .note, "A message is no template message",
      message: "A limit of template messages does not hold: the message is a Flex Message.",
      why: "Template messages have short texts and labels, no small print, and even columns."),
    Declaration(
      .codeButtonCopies, "code-button-copies", .degraded, "The code is copied instead of filled in",
      message: "{target} cannot fill a code in: the button copies it.",
      why: "Filling in belongs to the other channel's own apps."),
    Declaration(
      .codeButtonAdapted, "code-button-adapted", .adapted,
      "The button that copies a code is one for any text",
      message: "{target} has no passwords of its own: the button copies the variable `pin`.",
      why: "The code is given on sending, as the variable."),
    Declaration(
      .offerToHeading, "offer-to-heading", .adapted, "An offer became the heading",
      message: "{target} has no limited-time offers: this one became the heading.",
      why: "The box with the gift is a WhatsApp thing; a heading is what stands out here."),
    Declaration(
      .linkNotTappable, "link-not-tappable", .degraded, "A link in a text cannot be tapped",
      message: "{target} does not open links in the text of a message with a layout.",
      why: "Only plain texts have links there; a layout has buttons.",
      remedy: "Give the link a button."),
    Declaration(
      .chipDropped, "chip-dropped", .lost, "A quick reply was dropped",
      message: "{target} takes {limit} quick replies, of some kinds: this one was dropped.",
      why: "The platform refuses the others."),
  ]
}

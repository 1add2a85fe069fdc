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
      .audioToLink, "audio-to-link", .degraded, "A sound became a link",
      message: "{target} cannot play a sound here: it became a link.",
      why: "The channel has no sounds, or wants to know how long this one is.",
      remedy: "Supply the length with --set {pointer}/duration=SECONDS."),
  ]
}

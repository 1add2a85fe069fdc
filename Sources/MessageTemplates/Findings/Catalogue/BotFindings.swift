extension Catalogue {
  /// Keyboards, versions and files of bots.
  static let bots: [Declaration] = [
    Declaration(
      .buttonsBelowChat, "buttons-below-chat", .adapted, "Buttons became a keyboard below the chat",
      message: "{target} shows buttons in a keyboard below the chat, not under the message.",
      why: "The keyboard gives way to the next message's; the message itself has no buttons."),
    Declaration(
      .undocumentedUsed, "undocumented-used", .note,
      "Works, though the platform's pages do not have it",
      message: "{target}'s own pages do not have {detail}; bots in use send it.",
      why: "What is not documented can end without notice."),
    Declaration(
      .undocumented, "undocumented", .note, "Works, though the platform's pages do not have it",
      message: "{source}'s own pages do not have {detail}; bots in use send it.",
      why: "What is not documented can end without notice."),
    Declaration(
      .versionTooLow, "version-too-low", .error, "The message needs a higher min_api_version",
      message: "What the message holds needs min_api_version {limit}; it has {found}.",
      why: "The server takes a message by the rules of its version and refuses what is newer.",
      remedy: "Set min_api_version to {limit}, at the root of the message."),
    Declaration(
      .versionDisputed, "version-disputed", .note, "The message may need a higher min_api_version",
      message: "What the message holds needs min_api_version {limit}; it has {found}.",
      why:
        "Viber's SDKs send carousels with version 2; the page on messages shows one with 1.",
      remedy: "Set min_api_version to {limit}, at the root of the message."),
    Declaration(
      .addresseeMissing, "addressee-missing", .note, "A message without its receiver or sender",
      message: "The message has no {detail}: whoever sends it adds that.",
      why: "Only a welcome message goes without a receiver.",
      remedy: "Add it on sending; nothing is invented here."),
    Declaration(
      .messageTooLarge, "message-too-large", .error, "A message has too many bytes",
      message: "{source} takes {limit} bytes of JSON a message; these are {found}.",
      why: "The whole request has one limit.", remedy: "Split it into several messages."),
    Declaration(
      .fileTypeRefused, "file-type-refused", .error, "A type of file that the platform refuses",
      message: "{source} does not take {detail} files here.",
      why: "Films are MP4; programs and scripts are not sent.",
      remedy: "Convert the file, or send a link to it."),
    Declaration(
      .fileNameWithoutType, "file-name-without-type", .error, "A file's name without its ending",
      message: "{source} wants a file's name with its ending, such as .pdf.",
      why: "The phone chooses by it what opens the file.", remedy: "Add the ending."),
    Declaration(
      .keyboardTall, "keyboard-tall", .note, "A keyboard with too many rows",
      message: "A keyboard has {limit} rows; these are {found}.",
      why: "What stands lower is not shown.", remedy: "Take some buttons out."),
    Declaration(
      .valueQuoted, "value-quoted", .note, "Numbers in quotation marks",
      message: "{found} numbers or truth values stand in quotation marks, such as `{before}`.",
      why: "The page gives them without; the server was seen to take both.",
      remedy: "Write them without quotation marks; a conversion to {source} does."),
    Declaration(
      .gifStandsStill, "gif-stands-still", .note, "A GIF in a message that shows still pictures",
      message: "An animated GIF stands still in a picture message.",
      why: "Messages of the type url play it.",
      remedy: "Send the address as a message of the type url where it is to move."),
    Declaration(
      .mapMissing, "map-missing", .error, "A button that opens a map without a place",
      message: "A button of the type open-map needs a Map with Latitude and Longitude.",
      why: "There would be nothing to open.", remedy: "Give it a Map."),
    Declaration(
      .tooManyReceivers, "too-many-receivers", .error, "More receivers than a broadcast takes",
      message: "A broadcast takes {limit} receivers; these are {found}.",
      why: "The page on broadcasts states the limit.", remedy: "Send it in parts."),
    Declaration(
      .buttonInvisible, "button-invisible", .error, "A button that shows nothing",
      message: "A button needs a Text, an Image, a BgMedia or a BgColor.",
      why: "The server refuses a keyboard with a button that nobody can see.",
      remedy: "Give it one of them."),
  ]
}

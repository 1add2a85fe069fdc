extension Catalogue {
  /// Rules of platforms that take messages as nested objects.
  static let objects: [Declaration] = [
    Declaration(
      .memberUnknown, "member-unknown", .error, "A member that the object does not have",
      message: "{source} refuses a message with the member `{detail}` here.",
      why: "The server knows each object's members and refuses others.",
      remedy: "Remove it, or correct its spelling."),
    Declaration(
      .memberMissing, "member-missing", .error, "A member is missing",
      message: "{source} wants `{detail}` here.",
      why: "The server refuses the whole request for one missing member.", remedy: "Add it."),
    Declaration(
      .membersExclude, "members-exclude", .error, "Two members that exclude each other",
      message: "{source} does not take this beside {detail}.",
      why: "The reference excludes the combination.", remedy: "Remove one of the two."),
    Declaration(
      .valueEmpty, "value-empty", .error, "An empty value",
      message: "{source} refuses an empty `{detail}`.",
      why: "A member that says nothing has to be absent.", remedy: "Remove it, or give it a value."),
    Declaration(
      .valueNotAllowed, "value-not-allowed", .error, "A value that the member does not take",
      message: "{source} does not take `{before}` here; it takes {detail}.",
      why: "The reference lists the values, or their form.", remedy: "Write {detail}."),
    Declaration(
      .kindNotAllowed, "kind-not-allowed", .error,
      "An object of a type that the place does not take",
      message: "{source} does not take `{before}` here; it takes {detail}.",
      why: "The reference says which types may stand where.", remedy: "Use one of those."),
    Declaration(
      .kindRetired, "kind-retired", .note, "An object of a type that is no more", inCheck: .error,
      message: "{source} takes no `{detail}` any more: the message goes without it.",
      why:
        "It made room and said nothing. The server calls it an invalid property and refuses the message, so a check calls it an error.",
      remedy: "Use spacing or margin instead."),
    Declaration(
      .brokenDropped, "broken-dropped", .lost, "What its own platform refuses was left out",
      message: "{source} refuses this as it is: it was left out.",
      why: "The rest of the message can be sent without it.",
      remedy: "Correct it in the source."),
    Declaration(
      .tooManyItems, "too-many-items", .error, "More items than the list takes",
      message: "{source} takes {limit} items here; these are {found}.",
      why: "The reference states the limit.", remedy: "Remove some."),
    Declaration(
      .tooFewItems, "too-few-items", .error, "Fewer items than the list wants",
      message: "{source} wants {limit} items here; these are {found}.",
      why: "The reference states the number.", remedy: "Add what is missing."),
    Declaration(
      .httpsNeeded, "https-needed", .error, "A medium that is not fetched over https",
      message: "{source} fetches media over https only.",
      why: "The server refuses other addresses of pictures, films and sounds.",
      remedy: "Serve it over https."),
    Declaration(
      .addressNamesFile, "address-names-file", .note,
      "An address that the platform goes on with names a file",
      message: "{source} adds a width to this address: it should not end in `.{detail}`.",
      why: "What is fetched is ADDRESS/1040, ADDRESS/700 and so on.",
      remedy: "Give the address that the pictures of all widths stand under."),
    Declaration(
      .schemeNotAllowed, "scheme-not-allowed", .error, "An address whose scheme cannot be opened",
      message: "{source} opens addresses that begin with {detail}.",
      why: "The server calls others an invalid uri scheme.", remedy: "Link to a web page."),
    Declaration(
      .addressNotEncoded, "address-not-encoded", .error,
      "An address with characters that must be encoded",
      message:
        "{source} wants spaces, braces and letters beyond ASCII percent-encoded in addresses.",
      why: "The server refuses the whole request otherwise.",
      remedy:
        "Encode it, as a conversion to {source} does; a placeholder is filled before sending."),
    Declaration(
      .columnsUneven, "columns-uneven", .error, "The columns of a carousel differ",
      message: "All columns must agree in {detail}; this one differs from the first.",
      why: "The server refuses uneven columns without saying which.",
      remedy: "Make the columns alike, or use a Flex Message."),
    Declaration(
      .bubblesDiffer, "bubbles-differ", .error, "The bubbles of a carousel differ in size",
      message: "All bubbles of a carousel have one size; this one differs from the first.",
      why: "The reference says so.", remedy: "Give all bubbles the same size."),
    Declaration(
      .videoMisplaced, "video-misplaced", .error, "A film where none can play",
      message: "A film plays in a single bubble of size kilo, mega or giga only.",
      why: "The reference excludes films from carousels and from small bubbles.",
      remedy: "Show its picture, with a button that opens it."),
    Declaration(
      .firstIsAbsolute, "first-is-absolute", .note,
      "The first thing in a block is placed absolutely",
      message: "The reference excludes `absolute` for the first thing in a block.",
      why: "The block would have no size; messages in the wild do it all the same.",
      remedy: "Place it within a box."),
    Declaration(
      .layoutTooLarge, "layout-too-large", .error, "A layout has too many bytes",
      message: "{source} takes {limit} bytes of JSON here; these are {found}.",
      why: "The reference says 30 KB for a bubble and 50 KB for a carousel.",
      remedy: "Split it into several messages."),
    Declaration(
      .layoutLarge, "layout-large", .note, "A layout has almost too many bytes",
      message: "{source} takes {limit} bytes of JSON here; these are {found}.",
      why: "The reference does not say whether a KB has 1000 or 1024 bytes."),
    Declaration(
      .emojiMisplaced, "emoji-misplaced", .error, "An emoji stands where no dollar sign does",
      message: "There is no `$` at {before}, counted in UTF-16 units.",
      why: "Each LINE emoji replaces a dollar sign.", remedy: "Correct the index."),
    Declaration(
      .braceUnpaired, "brace-unpaired", .error, "A brace without its partner or its replacement",
      message: "`{detail}` in braces has no replacement, or a brace stands alone.",
      why: "In such a text a brace has a meaning; doubled it is a brace.",
      remedy: "Double it, or send a plain text."),
    Declaration(
      .timesInverted, "times-inverted", .error, "The latest time is not after the earliest",
      message: "`max` has to be later than `min`.",
      why: "The picker would offer nothing.", remedy: "Exchange the two."),
    Declaration(
      .chipsNotShown, "chips-not-shown", .note, "Quick replies that nobody sees",
      message: "Only the quick replies of the last message are shown.",
      why: "They belong to the end of the chat.", remedy: "Put them on the last message."),
  ]
}

extension Catalogue {
  /// Headers, media, places on the map, footers and offers.
  static let header: [Declaration] = [
    Declaration(
      .headerMerged, "header-merged", .adapted, "The header became the first line of the body",
      message: "{target} cannot hold this title: it became the first line of the body.",
      why: "The title stands in bold above an empty line and counts towards the body's length."),
    Declaration(
      .captionMerged, "caption-merged", .adapted, "A caption became part of the body",
      message: "{target} has no captions: this one became part of the body.",
      why: "Where there is no body the caption is the body; else it is a line of it."),
    Declaration(
      .captionRepeated, "caption-repeated", .adapted, "A caption says what the body says already",
      message: "{target} has no captions; the body says this already.",
      why: "Saying it twice would help nobody."),
    Declaration(
      .locationMerged, "location-merged", .adapted, "A place on the map became lines of the body",
      message: "A map cannot stand here: what is known of the place stands in the body.",
      why: "Its name, its address, and a link to the map with every decimal of the coordinates."),
    Declaration(
      .imageToLink, "image-to-link", .degraded, "An image became a link",
      message: "{target} cannot show the image here: it became a link.",
      why: "The channel has no layout that holds the image beside the rest."),
    Declaration(
      .videoToLink, "video-to-link", .degraded, "A video became a link",
      message:
        "{target} wants {detail} with a video: this one became a link.",
      why:
        "A channel that plays a video wants to know of it what the source may not say.",
      remedy: "Supply what it lacks with {pointer}."),
    Declaration(
      .documentToLink, "document-to-link", .degraded, "A document became a link",
      message: "{target} sends a document alone, with {detail}: this one became a link.",
      why:
        "No layout holds a document and a text, or a document whose name and type are not known.",
      remedy: "Keep the document with {pointer}."),
    Declaration(
      .documentSplit, "document-split", .adapted, "A document went into a template of its own",
      message:
        "{target} sends a document alone: it went before the text, as a template of its own.",
      why: "The policy keeps both, at the price of two messages."),
    Declaration(
      .mediaWithoutAddress, "media-without-address", .lost,
      "A medium without an address was dropped",
      message: "The medium has no address that {target} could fetch: it was dropped.",
      why: "Some sources leave the address to the sending.",
      remedy: "Give it with --set {pointer}/url=URL."),
    Declaration(
      .mediaExcluded, "media-excluded", .lost,
      "A medium was dropped beside what excludes it",
      message: "{target} does not take this beside {detail}: it was dropped.",
      why: "The one that the message is about stays. There is no address to link to.",
      remedy: "Leave one of the two out."),
    Declaration(
      .mediaDetailDropped, "media-detail-dropped", .degraded, "A detail of a medium was dropped",
      message: "{target} takes no such detail of a medium: it was dropped.",
      why: "The channel takes thumbnail, duration, file name or type from the medium itself."),
    Declaration(
      .mediaDetailLost, "media-detail-lost", .lost, "A detail went with its medium",
      message: "The medium became text: this detail of it was dropped.",
      why:
        "A line of text has no thumbnail, no duration, no file type, and half a coordinate is none."
    ),
    Declaration(
      .fileNameAssumed, "file-name-assumed", .note, "A file's name was taken from its link",
      message: "The file is called `{detail}`, after its link.",
      why: "The channel wants a file name, and the source has none."),
    Declaration(
      .fileTypeAssumed, "file-type-assumed", .note, "A file's type was taken from its name",
      message: "The file's type is `{detail}`, after its name.",
      why: "The channel wants a file type, and the source has none."),
    Declaration(
      .imageBelowText, "image-below-text", .note, "The image goes below the text",
      message: "{target} shows the image below the text, {source} above it.",
      why: "WhatsApp shows an image above the text, Viber below it."),
    Declaration(
      .imageAboveText, "image-above-text", .note, "The image goes above the text",
      message: "{target} shows the image above the text, {source} below it.",
      why: "WhatsApp shows an image above the text, Viber below it."),
    Declaration(
      .footerMerged, "footer-merged", .adapted, "The footer became the last line of the body",
      message: "{target} cannot hold this footer: it became the last line of the body.",
      why: "It counts towards the body's length and is no longer small and grey.",
      remedy: "Drop it with --policy footer=drop."),
    Declaration(
      .footerDropped, "footer-dropped", .lost, "The footer was dropped",
      message: "{target} cannot hold this footer: it was dropped.",
      why: "The policy says so.",
      remedy: "Keep it with --policy footer=line."),
    Declaration(
      .offerMerged, "offer-merged", .adapted, "An offer became a line of the body",
      message: "{target} cannot hold this offer: it became a line of the body.",
      why: "The box with the gift is a WhatsApp thing."),
    Declaration(
      .offerExpirationDropped, "offer-expiration-dropped", .adapted,
      "The variable of an offer's end was left to the service",
      message: "A request does not name the variable of the offer's end: the service does.",
      why: "Only an answer holds it; the value is given on sending all the same."),
    Declaration(
      .countdownLost, "countdown-lost", .lost, "An offer's countdown was lost",
      message: "{target} does not count down: readers do not see when the offer ends.",
      why: "The end is given in milliseconds on sending, which nobody should have to read.",
      remedy:
        "Say it in words: --policy offer.deadline=VARIABLE puts a text variable behind the offer."),
    Declaration(
      .countdownAsText, "countdown-as-text", .degraded, "An offer's countdown became a variable",
      message: "{target} does not count down: the variable `{detail}` says when the offer ends.",
      why: "The policy names a text variable for it. It is filled on sending, in words."),
  ]
}

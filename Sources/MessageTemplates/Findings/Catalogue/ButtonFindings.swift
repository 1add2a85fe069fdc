extension Catalogue {

  /// Buttons and replies.
  static let buttons: [Declaration] = [
    Declaration(
      .addressEncoded, "address-encoded", .adapted, "A space in an address was encoded",
      message: "An address has no spaces: they are %20 now.",
      why: "The platforms refuse the address as it was, and phones would cut it at the space.",
      remedy: "Try where it leads."),
    Declaration(
      .buttonToText, "button-to-text", .degraded, "A button became a line of text",
      message: "{target} cannot hold this button here: it became a line of the body.",
      why: "Readers can still tap a link or a number in a text.",
      remedy: "Drop it with --policy buttons=drop."),
    Declaration(
      .buttonDropped, "button-dropped", .lost, "A button was dropped",
      message: "{target} cannot hold this button: it was dropped.",
      why: "What it does has no counterpart on the channel, or the policy drops it."),
    Declaration(
      .buttonWithoutWords, "button-without-words", .lost, "A button without words was dropped",
      message: "Nothing says what this button is called: it was dropped.",
      why:
        "A picture or a box can be tapped without a word on it; elsewhere a button is what is written on it.",
      remedy: "Give it a label."),
    Declaration(
      .buttonWithoutAddress, "button-without-address", .lost,
      "A button without an address was dropped",
      message: "The button opens no address: it was dropped.",
      why: "A button that does nothing is refused.",
      remedy: "Give it an address with --set {pointer}=URL."),
    Declaration(
      .videoButtonAdapted, "video-button-adapted", .adapted,
      "A button below a video opens the video's address",
      message: "On {source} the button opens the video: here it opens the video's address.",
      why: "The channel's buttons need an address of their own.",
      remedy: "Give it another with --set {pointer}=URL."),
    Declaration(
      .replyToText, "reply-to-text", .degraded, "A quick reply became a line of text",
      message:
        "{target} cannot hold this quick reply: it became a line, so that the reader knows what to type.",
      why: "Readers type the answer instead of tapping it.",
      remedy: "Drop them with --policy replies=drop."),
    Declaration(
      .replyDropped, "reply-dropped", .lost, "A quick reply was dropped",
      message: "{target} cannot hold this quick reply: it was dropped.",
      why: "The policy says so.",
      remedy: "Keep them as lines with --policy replies=lines."),
    Declaration(
      .optOutWeakened, "opt-out-weakened", .lost, "A tap no longer unsubscribes",
      message: "On {target} the reply unsubscribes nobody by itself.",
      why: "Unsubscribing is the channel's own matter there.",
      remedy: "Honour the typed answer yourself."),
    Declaration(
      .couponToText, "coupon-to-text", .degraded, "A coupon button became a line with the code",
      message:
        "{target} cannot hold this coupon button: its code stands in the body, in monospace.",
      why: "Readers select and copy the code themselves."),
    Declaration(
      .codeButtonDropped, "code-button-dropped", .lost,
      "The button of a one-time password was dropped",
      message:
        "{target} neither copies a code nor fills it in: the button and its apps were dropped.",
      why: "Readers copy the code from the text."),
    Declaration(
      .videoButtonMoved, "video-button-moved", .note, "A button below a video would open the video",
      message: "{target}'s button below a video opens the video: the link became a line instead.",
      why: "The link matters more than the button.",
      remedy: "Keep the button and lose its link with --policy viber.video-button=keep."),
    Declaration(
      .videoButtonLinkLost, "video-button-link-lost", .lost, "A button below a video lost its link",
      message: "{target}'s button below a video opens the video: the link was lost.",
      why: "The policy keeps the label.",
      remedy: "Keep the link as a line with --policy viber.video-button=line."),
    Declaration(
      .extrasDropped, "extras-dropped", .lost, "What follows a tap was dropped",
      message: "What follows a tap cannot be said here: it was dropped.",
      why: "Only an answer of the service names the template that follows."),
    Declaration(
      .labelVariableFilled, "label-variable-filled", .degraded,
      "A variable in a label became its sample",
      message: "A label takes no variables: the sample, where there is one, stands in its place.",
      why: "The platform refuses variables in labels.",
      remedy: "Write a label that suits every reader."),
    Declaration(
      .labelAssumed, "label-assumed", .note, "A button without a label got one",
      message: "The button has no label: it is called `{detail}`.",
      why: "The platform refuses a button without a label."),
    Declaration(
      .buttonsReordered, "buttons-reordered", .note, "Quick replies moved together",
      message: "Quick replies stand in one run now.",
      why: "The platform refuses quick replies that stand between other buttons."),
    Declaration(
      .urlTypeContradicts, "url-type-contradicts", .adapted, "UrlType contradicts its address",
      message: "`{before}` contradicts the address beside it: what is written follows the address.",
      why: "An address with a variable is dynamic, one without is static."),
  ]
}

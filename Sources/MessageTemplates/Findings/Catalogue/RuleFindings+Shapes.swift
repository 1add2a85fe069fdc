extension Catalogue {
  /// Rules of buttons, cards, media and components.
  static let shapes: [Declaration] = [
    Declaration(
      .tooManyButtons, "too-many-buttons", .error, "More buttons than the platform takes",
      message: "{source} takes {limit} of these buttons; this is number {found}.",
      why: "The platform's reference states the limit.", remedy: "Remove one."),
    Declaration(
      .tooManyCoupons, "too-many-coupons", .note, "More than one coupon button",
      message: "One coupon button is advised.", why: "The channel's own pages say one."),
    Declaration(
      .repliesInterleaved, "replies-interleaved", .error,
      "Quick replies stand between other buttons",
      message: "Quick replies must stand in one run.",
      why: "The platform refuses quick replies and other buttons in turns.",
      remedy: "Put the quick replies first or last."),
    Declaration(
      .repliesBetween, "replies-between", .error,
      "Other buttons stand on both sides of quick replies",
      message: "Quick replies must stand before all other buttons, or behind them.",
      why: "The platform takes two groups of buttons, not three.",
      remedy: "Put the quick replies first or last."),
    Declaration(
      .buttonNotAllowed, "button-not-allowed", .error,
      "A button of a type that the place does not take",
      message: "{source} takes no such button here.",
      why: "The platform's reference lists the types.", remedy: "Use a type that it lists."),
    Declaration(
      .labelMissing, "label-missing", .error, "A button has no label",
      message: "The button has no Text.",
      why: "Readers would see an empty button.", remedy: "Write one."),
    Declaration(
      .urlMissing, "url-missing", .error, "A button that opens an address has none",
      message: "The button has no address to open.",
      why: "The platform refuses such a button, and it could do nothing.",
      remedy: "Give it one, or remove it."),
    Declaration(
      .urlInvalid, "url-invalid", .error, "An address is none",
      message: "`{given}` is no http or https address.",
      why: "The platform refuses other addresses, and those with a space.",
      remedy: "Write the whole address, and %20 for a space."),
    Declaration(
      .phoneInvalid, "phone-invalid", .error, "A phone number is none",
      message: "`{before}` is no phone number.",
      why:
        "A number has digits and may begin with +. The service answers InvalidParameter.PhoneNumberError.",
      remedy: "Write it with its country code."),
    Declaration(
      .couponInvalid, "coupon-invalid", .error,
      "A coupon code has other characters than letters and digits",
      message: "A coupon code has letters and digits, or is a variable.",
      why: "The platform's reference says so.", remedy: "Choose another code."),
    Declaration(
      .flowIncomplete, "flow-incomplete", .error, "A flow button lacks what it opens",
      message: "A flow button needs its flow, and the first screen where it navigates.",
      why: "The platform's reference says so.", remedy: "Add what is missing."),
    Declaration(
      .componentNotAllowed, "component-not-allowed", .error,
      "A component that the channel does not have",
      message: "{source} has no such component.",
      why: "The platform's reference lists what a template of this channel may have.",
      remedy: "Remove it, or convert the template: it is repaired on the way."),
    Declaration(
      .componentsExclude, "components-exclude", .error, "Two components that exclude each other",
      message: "{source} does not take this beside {detail}.",
      why: "The platform's pages exclude the combination.", remedy: "Remove one of the two."),
    Declaration(
      .componentsAdvisedApart, "components-advised-apart", .note,
      "Two components that the channel's own pages keep apart",
      message: "{source}'s own pages do not show this beside {detail}.",
      why: "The channel excludes the combination; the service's pages say nothing of it."),
    Declaration(
      .tooManyCards, "too-many-cards", .error, "The number of cards is out of range",
      message: "{source} takes {detail} cards; these are {found}.",
      why: "The platform's reference states the limit.",
      remedy: "Give a carousel as many as it takes."),
    Declaration(
      .cardsDiffer, "cards-differ", .error, "Cards with different media",
      message: "Every card needs the same kind of medium.",
      why: "The platform's reference says so.",
      remedy: "Give every card an image, or every card a video."),
    Declaration(
      .cardIncomplete, "card-incomplete", .error, "A card without its medium",
      message: "A card needs an image or a video.",
      why: "The platform's reference says so.", remedy: "Add a HEADER."),
    Declaration(
      .authenticationHeader, "authentication-header", .error, "A one-time password with a header",
      message: "A one-time password has no header.", why: "The platform's reference says so.",
      remedy: "Remove it."),
    Declaration(
      .authenticationText, "authentication-text", .error,
      "A one-time password with a text of its own",
      message: "The platform writes this text: it must be left empty.",
      why: "The platform's reference says so.", remedy: "Remove it."),
    Declaration(
      .authenticationButtons, "authentication-buttons", .error,
      "A one-time password without its one button",
      message: "A one-time password has exactly one button: COPY_CODE, ONE_TAP or ZERO_TAP.",
      why: "The platform's reference says so.", remedy: "Keep that one."),
    Declaration(
      .passwordInCategory, "password-in-category", .error,
      "A one-time password in another category than AUTHENTICATION",
      message: "A one-time password needs the category AUTHENTICATION, not `{before}`.",
      why: "The platform's reference says so.", remedy: "Change the category."),
    Declaration(
      .autofillWithoutApp, "autofill-without-app", .error, "Filling in without an app or a label",
      message: "Filling in needs Text, AutofillText and an app in SupportedApps.",
      why: "The platform's reference says so.", remedy: "Add what is missing."),
    Declaration(
      .tooManyApps, "too-many-apps", .error, "More apps than the platform takes",
      message: "{source} takes {limit} apps; these are {found}.",
      why: "The platform's reference states the limit.", remedy: "Remove some."),
    Declaration(
      .videoButtonWithLink, "video-button-with-link", .error,
      "A button below a video with a link of its own",
      message: "The button below a video opens the video: it has no Url.",
      why: "The platform's reference says so.", remedy: "Remove the Url."),
    Declaration(
      .mediaIncomplete, "media-incomplete", .error, "A medium lacks what its platform wants of it",
      message: "The medium lacks {detail}.", why: "The platform's reference requires it.",
      remedy: "Add it."),
    Declaration(
      .fileTypeUnusual, "file-type-unusual", .note,
      "A file of a type that the platform does not list",
      message: "`{detail}` is none of the file types that {source} lists.",
      why: "Files of other types are refused on sending."),
    Declaration(
      .pinMissing, "pin-missing", .note, "A one-time password without the variable pin",
      message: "A one-time password on Viber has a variable called `pin`.",
      why: "One provider and the service's console ask for it.", remedy: "Rename the variable."),
    Declaration(
      .offerOrder, "offer-order", .note,
      "The buttons of an offer stand in another order than advised",
      message: "With an offer the coupon button stands first, before the URL button.",
      why: "The pages on offers say so.", remedy: "Put it first."),
  ]
}

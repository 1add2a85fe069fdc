extension Catalogue {
  /// What readers find.
  static let reading: [Declaration] = [
    Declaration(
      .notCarried, "not-carried", .lost, "A value arrived nowhere and nothing says why",
      message: "This value did not arrive, and no rule gave it up.",
      why:
        "A mistake in this program: report it with the template. The value is named here so that it is not lost in silence."
    ),
    Declaration(
      .duplicateKey, "duplicate-key", .lost, "A key stands twice; the last one counts",
      message: "The key stands again further down; this value is not used.",
      why:
        "JSON readers differ in which of two equal keys they take. The last one is taken here, as most do.",
      remedy: "Remove one of the two."),
    Declaration(
      .loneSurrogate, "lone-surrogate", .degraded, "Half of a surrogate pair became U+FFFD",
      message: "Half of a surrogate pair is no character: it became U+FFFD.",
      why:
        "An emoji was cut in half before the text was escaped. Platforms refuse or replace such text.",
      remedy: "Write the whole character."),
    Declaration(
      .unexpectedType, "unexpected-type", .error,
      "A member has another type than its platform expects",
      message: "Expected {detail} here.",
      why: "The platform's reference gives the member another type.",
      remedy: "Write {detail}."),
    Declaration(
      .wrongTypeDropped, "wrong-type-dropped", .lost, "A member of the wrong type was dropped",
      message: "The value is not {detail}: it was dropped.",
      why: "No target takes the value as it is, and what it meant is not known.",
      remedy: "Write {detail}."),
    Declaration(
      .spellingCorrected, "spelling-corrected", .note,
      "A known misspelling was read as what it means",
      message: "`{before}` was read as the value that it misspells.",
      why: "The platform's own documentation misspells some values.",
      remedy: "Write it as the reference spells it."),
    Declaration(
      .formatIgnored, "format-ignored", .note, "A Format that is none was ignored",
      message:
        "`{before}` is no format of a header; the kind of medium was taken from the other members.",
      why: "The documentation's sample of a card has the Format HEADER.",
      remedy: "Write IMAGE or VIDEO."),
    Declaration(
      .memberMisplaced, "member-misplaced", .note,
      "A member stands on another component than its own",
      message: "This stands on another component than its own; it was read all the same.",
      why: "The documentation's sample puts every member on one BODY.",
      remedy: "Give it a component of its own type."),
    Declaration(
      .unknownComponent, "unknown-component", .note,
      "A component of an unknown type was kept as it is",
      message: "This component is of no type that is known; only its own format keeps it.",
      why:
        "Platforms add types. What is not known goes back to its own format unchanged and is reported where it cannot."
    ),
    Declaration(
      .headerFormatUnknown, "header-format-unknown", .note,
      "A header of a format that its platform does not list",
      message: "The header has no format that {source} lists; only its own format keeps it.",
      why:
        "The service answers InvalidParameter.HeaderTypeNotSupport to a format it does not know; the list grows.",
      remedy: "Write TEXT, IMAGE, VIDEO or DOCUMENT."),
    Declaration(
      .unknownMember, "unknown-member", .note, "An unknown member was kept as it is",
      message: "{source} is not known to have `{detail}` here; only its own format keeps it.",
      why:
        "Platforms add members, and some files carry their owner's. What is not known goes back to its own format unchanged and is reported where it cannot."
    ),
    Declaration(
      .unknownDropped, "unknown-dropped", .lost,
      "A member that only its own format knows was dropped",
      message: "{target} has no such member: it was dropped.",
      why:
        "The member is unknown, or it stands where it means nothing. Only its own format can take it back."
    ),
    Declaration(
      .componentRepeated, "component-repeated", .error,
      "A component stands more often than its platform allows",
      message: "A template has one such component.",
      why: "Headers, bodies, footers and the rest may stand once in a template.",
      remedy: "Remove one of them."),
    Declaration(
      .componentDropped, "component-dropped", .lost, "A repeated component was dropped",
      message: "The first component of this type counts; this one was dropped.",
      why: "A template has one component of each type."),
    Declaration(
      .componentEmpty, "component-empty", .adapted, "An empty component was left out",
      message: "The component says nothing: it was left out.",
      why: "Platforms refuse a component without content."),
    Declaration(
      .sampleUnreadable, "sample-unreadable", .lost, "A sample that is no text was dropped",
      message: "A sample is a text: this was dropped.",
      why: "Samples are a flat map of names and texts.",
      remedy: "Write the sample as a text."),
    Declaration(
      .maskedValue, "masked-value", .note, "A value is masked with asterisks",
      message: "`{before}` is masked: the real value does not stand in the source.",
      why:
        "Documentation and exports mask phone numbers and addresses. What is written has the mask too.",
      remedy: "Put the real value in its place."),
  ]
}

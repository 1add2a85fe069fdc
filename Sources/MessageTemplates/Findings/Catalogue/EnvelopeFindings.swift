extension Catalogue {
  /// Name, language, category, settings.
  static let envelope: [Declaration] = [
    Declaration(
      .templateTypeMismatch, "template-type-mismatch", .note, "TemplateType names another channel",
      message: "TemplateType is `{before}`; the template was read as one of {source}.",
      why:
        "The service knows WHATSAPP and VIBER; no member of a LINE template was ever documented.",
      remedy: "Say what it is with --from."),
    Declaration(
      .nameAssumed, "name-assumed", .note, "The source has no name; one was made",
      message: "The source has no name: it is called `{detail}`.",
      why: "A template needs a name; a request that names its code only has none.",
      remedy: "Give it one with --set {pointer}=NAME."),
    Declaration(
      .nameChanged, "name-changed", .adapted, "The name was respelled",
      message:
        "A name has lower-case letters, digits and underscores: `{before}` became `{after}`.",
      why: "The platform refuses other names.",
      remedy: "Choose one with --set /name=NAME."),
    Declaration(
      .languageAssumed, "language-assumed", .note,
      "The source has no language; English was assumed",
      message: "The source has no language: `{detail}` was assumed.",
      why: "A template needs a language.",
      remedy: "Give it one with --set {pointer}=CODE."),
    Declaration(
      .languageRespelled, "language-respelled", .adapted, "The language was respelled",
      message: "`{before}` became `{after}`.",
      why: "The platforms write an underscore before the region."),
    Declaration(
      .languageReplaced, "language-replaced", .lost, "The language is no code; English was assumed",
      message: "`{before}` is no language code: `{detail}` was assumed.",
      why: "The platforms refuse other texts.",
      remedy: "Give the right one with --set {pointer}=CODE."),
    Declaration(
      .codeMissing, "code-missing", .note, "A change request without the code of its template",
      message: "The request names no TemplateCode: the service finds the template by its name.",
      why: "A code never crosses channels: it belongs to another template there.",
      remedy: "Give it with --template-code CODE."),
    Declaration(
      .accountDeprecated, "account-deprecated", .note, "CustWabaId is deprecated",
      message: "CustWabaId is deprecated.",
      why: "The service replaced it.",
      remedy: "Use CustSpaceId."),
    Declaration(
      .categoryAssumed, "category-assumed", .note, "A category was assumed",
      message: "The source names no purpose: {detail} was assumed.",
      why:
        "A template of this channel needs a category, which decides its price and when it may be sent.",
      remedy: "Give it with --set {pointer}=CATEGORY."),
    Declaration(
      .categoryChanged, "category-changed", .adapted,
      "The category became one that allows the content",
      message: "What the template holds needs the category {detail}.",
      why:
        "Offers, coupons, carousels and opt-out buttons are marketing; authentication templates have fixed texts and one button."
    ),
    Declaration(
      .passwordAsUtility, "password-as-utility", .degraded,
      "A one-time password in its own words goes as UTILITY",
      message:
        "{target}'s AUTHENTICATION templates have fixed texts: with its own words the template goes as UTILITY, and its review may refuse it.",
      why:
        "The platform writes the texts of one-time passwords itself. Your words would be lost, or the category is.",
      remedy:
        "Take the platform's words with --policy whatsapp.authentication=native."
    ),
    Declaration(
      .categoryRenamed, "category-renamed", .adapted, "An older category became its successor",
      message: "`{before}` is called {detail} now.",
      why: "The platforms replaced their older categories in 2022 and 2023."),
    Declaration(
      .categoryUnknown, "category-unknown", .lost, "A category is none of its platform's",
      message: "`{before}` is no category that is known: it was replaced.",
      why: "The platform's reference does not list it.",
      remedy: "Give the right one with --set /category=CATEGORY."),
    Declaration(
      .categoryToLayout, "category-to-layout", .degraded, "The purpose gave way to the layout",
      message:
        "{target}'s Category names the layout, `{detail}`; the purpose {before} is said when sending.",
      why: "Whether a message is promotional or transactional is the Label of each sending there.",
      remedy:
        "Send with the Label promotion or transaction, or use --policy viber.category=message."),
    Declaration(
      .layoutContradicts, "layout-contradicts", .adapted,
      "The layout was corrected to fit the components",
      message: "The components make the layout `{detail}`, not `{before}`.",
      why: "A layout that contradicts the components is refused."),
    Declaration(
      .becomesPromotional, "becomes-promotional", .note, "The message becomes promotional",
      message: "With the layout `{detail}` the message counts as promotional.",
      why:
        "Since 1 July 2026 a transactional message on Viber is plain text from an approved template; media and buttons make it promotional, at another price.",
      remedy: "Leave out the medium and the button where the message must stay transactional."),
    Declaration(
      .timeToLiveDropped, "time-to-live-dropped", .lost, "The time to live was dropped",
      message: "A time to live stays with its own channel: {before} seconds was dropped.",
      why: "Channels take other ranges, and other templates want other times.",
      remedy:
        "Send with the Ttl wanted, or add --set /settings/timeToLive=SECONDS where {target} has it."
    ),
    Declaration(
      .settingDropped, "setting-dropped", .lost, "A setting was dropped",
      message: "{target} has no such setting: it was dropped.",
      why: "The setting steers something that only its own channel or shape has."),
  ]
}

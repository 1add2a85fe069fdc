extension Catalogue {
  /// What the platforms' own rules say of a source; `convert check` prints these.
  static let rules: [Declaration] = texts + shapes + names + numbered + reviewed

  private static let texts: [Declaration] = [
    Declaration(
      .textTooLong, "text-too-long", .error, "A text is longer than its platform takes",
      message: "{source} takes {limit} {detail} here; these are {found}.",
      why: "The platform's reference states the limit.", remedy: "Shorten the text."),
    Declaration(
      .textLong, "text-long", .note, "A text is longer than a source advises",
      message: "{limit} {detail} are advised here; these are {found}.",
      why: "The limit is stated by the channel or by another provider, not by the service itself.",
      remedy: "Shorten the text."),
    Declaration(
      .textTooShort, "text-too-short", .error, "A text is empty where one is needed",
      message: "{source} needs a text here.", why: "The platform refuses an empty one.",
      remedy: "Write one."),
    Declaration(
      .tooManyVariables, "too-many-variables", .error, "More variables than the place takes",
      message: "Variables here: {found}, where {source} takes up to {limit}.",
      why: "A header and an address take one variable; a footer and a label take none.",
      remedy: "Write the text out."),
    Declaration(
      .manyVariables, "many-variables", .note, "More variables than a source advises",
      message: "{limit} variables are advised; these are {found}.",
      why: "Viber's approval takes 5 by one source and 8 by another."),
    Declaration(
      .variableAtEnd, "variable-at-end", .note, "The body begins or ends with a variable",
      message: "The body begins or ends with a variable.",
      why: "Platforms say they refuse it; approved templates show that they do not always.",
      remedy: "Put a word before and behind it."),
    Declaration(
      .variablesAdjacent, "variables-adjacent", .note, "Two variables stand side by side",
      message: "Two variables stand side by side.",
      why: "Reviewers refuse it: the two values cannot be told apart.",
      remedy: "Put a word between them."),
    Declaration(
      .sampleMissing, "sample-missing", .note, "A variable has no sample",
      message: "The variable `{detail}` has no sample.",
      why: "Reviewers want to see each variable filled.",
      remedy: "Add --set {option}=VALUE."),
    Declaration(
      .sampleUnused, "sample-unused", .note, "A sample belongs to no variable",
      message: "No text holds the variable `{detail}`.", why: "Samples are found by name.",
      remedy: "Remove it, or correct its name."),
    Declaration(
      .foreignPlaceholder, "foreign-placeholder", .error,
      "A placeholder of another platform stands in the text",
      message: "{source} refuses placeholders in double braces.",
      why:
        "The service answers InvalidParameter.MessageInvalid for a body, and fills them nowhere.",
      remedy: "Write `$(name)`."),
    Declaration(
      .variableNameUnusual, "variable-name-unusual", .note, "A variable has an unusual name",
      message: "`{detail}` is no name that variables were seen to have.",
      why:
        "The grammar of names is not documented. A letter, then letters, digits and underscores were seen to be taken; others are refused by some.",
      remedy: "Rename the variable, or keep `$(` apart where none is meant."),
    Declaration(
      .markupNotShown, "markup-not-shown", .note, "Markup where none is shown",
      message: "A header or footer shows markup as plain marks, and refuses line breaks.",
      why: "Only bodies are formatted.", remedy: "Remove it."),
  ]

  private static let names: [Declaration] = [
    Declaration(
      .nameInvalid, "name-invalid", .error, "The name has characters that names do not have",
      message: "A name has up to 512 lower-case letters, digits and underscores.",
      why: "The platform refuses other names.", remedy: "Choose another name."),
    Declaration(
      .nameMissing, "name-missing", .error, "The template has no name",
      message: "Neither a name nor a code stands here.",
      why: "The service finds a template by one of them.", remedy: "Add a name."),
    Declaration(
      .languageMissing, "language-missing", .error, "The template has no language",
      message: "There is no language.",
      why: "The service requires it.", remedy: "Add one."),
    Declaration(
      .languageInvalid, "language-invalid", .error, "The language has not the form of a code",
      message: "`{before}` is no language code.",
      why: "Codes are two or three letters, and a region after an underscore.",
      remedy: "Write a code such as en or pt_BR."),
    Declaration(
      .languageUnknown, "language-unknown", .note, "The language is none of the list",
      message: "`{before}` is not in the list of language codes.",
      why: "The list grows; a code of the right form may be accepted."),
    Declaration(
      .categoryMissing, "category-missing", .note, "The template has no category",
      message: "There is no Category.",
      why: "A new template needs one; a change request does not."),
    Declaration(
      .categoryInvalid, "category-invalid", .error, "The category is none of its platform's",
      message: "`{before}` is none of {source}'s categories.",
      why: "The platform's reference does not list it.",
      remedy: "Write one of those it lists."),
    Declaration(
      .categoryLegacy, "category-legacy", .note, "The category is an older one",
      message: "`{before}` was replaced.", why: "The platforms replaced their older categories.",
      remedy: "Write UTILITY, MARKETING or AUTHENTICATION."),
    Declaration(
      .promotionalInUtility, "promotional-in-utility", .error,
      "The category does not allow the content",
      message: "Offers, coupons, opt-out buttons and carousels are MARKETING.",
      why: "The platform refuses them in other categories.", remedy: "Change the category."),
    Declaration(
      .rangeDisputed, "range-disputed", .note, "A number is outside a range that sources dispute",
      message: "{before} is outside {limit} to {found}, which one source gives.",
      why: "The ranges of the time to live differ between pages and versions of the reference."),
    Declaration(
      .outOfRange, "out-of-range", .error, "A number is out of range",
      message: "{before} is out of range: {limit} to {found}.",
      why: "The platform's reference states the range.", remedy: "Choose a number within it."),
    Declaration(
      .layoutMismatch, "layout-mismatch", .error, "The layout contradicts the components",
      message: "The components make the layout `{detail}`, not `{before}`.",
      why: "The layout in Category and the components must agree.",
      remedy: "Write the layout that the components make."),
    Declaration(
      .layoutImpossible, "layout-impossible", .error, "No layout holds these components together",
      message: "{source} has no layout with these components.",
      why: "There are nine layouts; a document stands alone, a button wants a text.",
      remedy: "Leave something out, or convert the template: it is repaired on the way."),
    Declaration(
      .layoutInCreate, "layout-in-create", .note, "A layout as the category of a new template",
      message:
        "The newest reference of CreateChatappTemplate lists UTILITY, MARKETING and AUTHENTICATION.",
      why: "Both styles are documented, by date.",
      remedy: "Write one of these, or keep the layout where the service still takes it."),
  ]
}

extension Catalogue {
  /// Rules of Meta's pages beyond shapes and numbers: passwords, flows, cards, what reviews refuse.
  static let reviewed: [Declaration] = [
    Declaration(
      .flowNamedTwice, "flow-named-twice", .error, "A flow is named in more than one way",
      message: "A flow button has one of flow_id, flow_name and flow_json; this is another.",
      why: "The platform would not know which of them to open.", remedy: "Remove all but one."),
    Declaration(
      .languagesWithoutPassword, "languages-without-password", .error,
      "Several languages without a one-time password",
      message: "Only one-time passwords are written in several languages at once.",
      why: "The platform has their words in every language, and no others.",
      remedy: "Create a template for each language, with `language`."),
    Declaration(
      .labelInSeveralLanguages, "label-in-several-languages", .error,
      "A label where the platform writes one in each language",
      message: "With `languages` the platform writes the labels: this one must be left out.",
      why: "One text cannot be in all of the languages.", remedy: "Remove it."),
    Declaration(
      .optionWithoutPassword, "option-without-password", .note,
      "An option of one-time passwords on another template",
      message: "This is an option of one-time passwords, and the template hands over none.",
      why: "The advice and the minutes are part of AUTHENTICATION templates only.",
      remedy: "Remove it, or write the sentence into the text."),
    Declaration(
      .authenticationComponent, "authentication-component", .error,
      "A component that templates for passwords do not have",
      message: "An AUTHENTICATION template does not have this.",
      why: "The platform takes it in UTILITY and MARKETING templates.",
      remedy: "Remove it, or change the category."),
    Declaration(
      .manyProductCards, "many-product-cards", .note,
      "More product cards than a template is created with",
      message: "A product carousel is created with {limit} cards; these are {found}.",
      why: "The sending says how many there are, up to ten; all look like the first.",
      remedy: "Leave {limit}."),
    Declaration(
      .manyButtons, "many-buttons", .note, "More buttons of a type than a source advises",
      message: "{limit} of these buttons is advised; this is number {found}.",
      why: "Others' rules say one; the platform gives no figure."),
    Declaration(
      .manyEmoji, "many-emoji", .note, "More emoji than reviewers take well",
      message: "There are {found} emoji; more than {limit} are a common reason to refuse.",
      why: "Practitioners say so; the platform gives no figure.", remedy: "Take some out."),
    Declaration(
      .linkShortened, "link-shortened", .note, "A short link hides where it leads",
      message: "Links of {detail} are a common reason to refuse: they hide where they lead.",
      why: "The platform's guidelines ask for links to the business's own domain.",
      remedy: "Write the address that it leads to."),
    Declaration(
      .memberValueUnusual, "member-value-unusual", .note,
      "A value that the platform's pages do not list",
      message: "`{before}` is not what the pages of {source} list here: {detail}.",
      why: "A value that the platform does not know is refused, or has no effect.",
      remedy: "Write one of those."),
    Declaration(
      .withoutEffect, "without-effect", .note, "A setting that does nothing any more",
      message: "This has no effect any more.",
      why: "The platform changes the category of a template by itself since April 2025.",
      remedy: "Leave it out."),
    Declaration(
      .mediaSampleMissing, "media-sample-missing", .note, "A medium without a sample",
      message: "The header has no sample of its medium.",
      why:
        "On creating a template the platform wants one; what it answers with may have none.",
      remedy: "Upload a file and give its handle in `header_handle`."),
  ]
}

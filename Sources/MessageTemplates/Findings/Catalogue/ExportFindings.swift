extension Catalogue {
  /// What readers of exports in XML find.
  static let exports: [Declaration] = [
    Declaration(
      .unmappedDropped, "unmapped-dropped", .lost,
      "A value that the export's mapping does not name was dropped",
      message: "The mapping of this export gives `{detail}` no meaning: it was dropped.",
      why:
        "A mapping says which elements and attributes of an export mean what. What it does not name is reported, so that nothing is lost in silence.",
      remedy: "Name it in a mapping of your own, given with --mapping."),
    Declaration(
      .exportWithoutTemplate, "export-without-template", .error,
      "There is no template in the export",
      message: "{detail}, so there is no template.",
      why:
        "The root element is that of an export that is known, but what its mapping takes for a template, or for a template's content, is not in it. Error answers look like that.",
      remedy: "Export the templates with their content."),
    Declaration(
      .placeholderNamed, "placeholder-named", .adapted, "A placeholder of the export got a name",
      message: "{detail}.",
      why:
        "Some systems write expressions where others write a variable's name. An expression stays as it is, unseen: it gets a name that is always the same, and whoever sends the template fills in what the expression would give.",
      remedy: "Fill the variable with what the expression gives, when you send the template."),
    Declaration(
      .elementFlattened, "element-flattened", .degraded,
      "Elements within a text gave their words, and nothing else",
      message: "The mapping of this export gives {detail} no meaning in a text: the words stay.",
      why:
        "Elements in a text make words bold, or begin a line. What an export's elements mean is for its mapping to say.",
      remedy: "Say in the mapping's table `inline` what they mean: bold, italic, line, plain."),
    Declaration(
      .tagsInText, "tags-in-text", .note, "Tags stand in a text",
      message: "The text holds tags, such as `{detail}`: they stay, and readers see them.",
      why:
        "Some systems keep their texts as HTML in CDATA sections or behind references. An export does not show whether a tag was meant to be one, so it stays as it is written.",
      remedy: "If the texts are HTML, name their element in the mapping's list `html`."),
  ]
}

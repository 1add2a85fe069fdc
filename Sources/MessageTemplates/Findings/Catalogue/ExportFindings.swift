extension Catalogue {
  /// What readers of exports in XML find.
  static let exports: [Declaration] = [
    Declaration(
      .unmappedDropped, "unmapped-dropped", .lost,
      "A value that the export's mapping does not name was dropped",
      message: "The mapping of this export gives this no meaning: it was dropped.",
      why:
        "A mapping says which elements and attributes of an export mean what. What it does not name is reported, so that nothing is lost in silence.",
      remedy: "Name it in a mapping of your own, given with --mapping."),
    Declaration(
      .exportWithoutTemplate, "export-without-template", .error,
      "There is no template in the export",
      message: "There is no `{detail}` in this document, which would be a template.",
      why: "The root element is that of an export whose templates stand in elements of their own.",
      remedy: "Export the templates with their content."),
  ]
}

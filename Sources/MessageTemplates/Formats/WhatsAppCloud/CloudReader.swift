/// Reads a template of Meta's `message_templates`: as it is created, as a GET returns it, and as
/// the template library lists it.
struct CloudReader {
  /// The samples, in the order they were met.
  var samples: [Sample] = []
  var isAuthentication = false
  /// Whether variables are said to have names.
  var isNamed = false
  /// Whether the platform holds the template: it has an identifier, a state or an address for
  /// passwords.
  var isHeld = false

  private var capabilities: Capabilities { _read { yield Format.whatsAppCloud.capabilities } }

  static func read(_ source: inout Source, at root: Place, into template: inout Template) -> Bool {
    var reader = CloudReader()
    return reader.read(&source, at: source.opened(root), into: &template)
  }

  private mutating func read(
    _ source: inout Source, at root: Place, into template: inout Template
  ) -> Bool {
    var fields = source.fields(of: root, CloudKey.table)
    template.place = root
    if let reason = CloudAbsence(source: source, root: root).reason(&fields) {
      source.log.add(.noTemplateContent, at: root, detail: reason)
      return false
    }
    template.name = source.plain(&fields, CloudKey.name)
    readLanguages(&source, &fields, into: &template)
    template.category = category(&source, &fields)
    isAuthentication = template.category?.purpose == .authentication
    readSettings(&source, &fields, into: &template.settings)
    isNamed = template.settings.variableStyle?.value == .named
    isHeld = readState(&source, &fields, into: &template)
    template.messages = [message(&source, &fields)]
    template.samples = samples
    template.kept = source.kept(fields)
    return true
  }

  private func readLanguages(
    _ source: inout Source, _ fields: inout Fields, into template: inout Template
  ) {
    template.language = source.plain(&fields, CloudKey.language)
    guard let array = source.array(&fields, CloudKey.languages) else { return }
    var languages = source.texts(array)
    if template.language == nil, !languages.isEmpty { template.language = languages.removeFirst() }
    template.furtherLanguages = languages
  }

  private func category(_ source: inout Source, _ fields: inout Fields) -> Category? {
    guard let given = source.plain(&fields, CloudKey.category) else { return nil }
    if let known = capabilities.categories.named(given) {
      return Category(known.purpose, spelling: given)
    }
    let upper = given.string.uppercased()
    guard let known = capabilities.categories.first(where: { $0.spelling == upper }) else {
      return Category(nil, spelling: given)
    }
    return Category(known.purpose, spelling: .plain(upper, at: given.place))
  }

  private func readSettings(
    _ source: inout Source, _ fields: inout Fields, into settings: inout Settings
  ) {
    settings.timeToLive = source.number(&fields, CloudKey.messageSendTtlSeconds)
    settings.allowsCategoryChange = source.boolean(&fields, CloudKey.allowCategoryChange)
    settings.productSet = source.plain(&fields, CloudKey.productSetId)
    if let (id, place) = source.word(
      &fields, CloudKey.parameterFormat, in: CloudParameterFormat.table)
    {
      settings.variableStyle = Settings.VariableStyle(rawValue: id).map { Located($0, at: place) }
      source.mark(place, .envelope)
    } else if let place = fields.take(CloudKey.parameterFormat.rawValue) {
      source.log.add(.variableStyleWrong, at: place, detail: "it is neither NAMED nor POSITIONAL")
      source.log.add(.variableStyleChanged, at: place, detail: "what they are")
    }
  }

  /// What the platform says of a template that it holds; whether it holds it.
  private func readState(
    _ source: inout Source, _ fields: inout Fields, into template: inout Template
  ) -> Bool {
    let isHeld =
      fields.peek(CloudKey.id.rawValue) != nil || fields.peek(CloudKey.status.rawValue) != nil
    if let quality = fields.peek(CloudKey.qualityScore.rawValue), source.kind(quality) == .object,
      let score = source.tape.member(of: quality, "score"), source.kind(score) == .string
    {
      template.state.quality = .plain(source.tape.string(score), at: score)
    }
    for key in [
      CloudKey.previousCategory, .correctCategory, .rejectionInfo, .qualityScore, .namespace,
      .lastUpdatedTime, .libraryTemplateName, .topic, .usecase, .industry, .bodyParamTypes,
    ] {
      if let place = fields.take(key.rawValue) { source.mark(place, .envelope) }
    }
    if let place = fields.peek(CloudKey.subCategory.rawValue),
      ["CUSTOM", "FORM"].contains(source.tape.string(place))
    {
      _ = fields.take(CloudKey.subCategory.rawValue)
      source.mark(place, .envelope)
    }
    for key in [CloudKey.id, .status, .rejectedReason] {
      if let place = fields.peek(key.rawValue) { source.mark(place, .envelope) }
    }
    template.code = source.plain(&fields, CloudKey.id)
    template.state.audit = source.plain(&fields, CloudKey.status)
    template.state.reason = source.plain(&fields, CloudKey.rejectedReason)
    return isHeld
  }
}

/// Name, language, category, settings, state.
extension Check {
  mutating func checkEnvelope(_ template: Template) {
    if template.name == nil, template.code == nil { log.add(.nameMissing, at: .nowhere) }
    if let name = template.name, limits.hasStrictNames,
      !(limits[.name].allows(name) && name.isStrictName)
    {
      log.add(.nameInvalid, at: name.place)
    }
    checkLanguage(template)
    checkCategory(template)
    checkTimeToLive(template)
    checkState(template.state)
  }

  private mutating func checkLanguage(_ template: Template) {
    guard let language = template.language else {
      return log.add(.languageMissing, at: .nowhere)
    }
    if Languages.shared.knows(language.string) { return }
    log.add(
      language.isLanguageCode ? .languageUnknown : .languageInvalid, at: language.place)
  }

  private mutating func checkCategory(_ template: Template) {
    guard let category = template.category else {
      return log.add(.categoryMissing, at: .nowhere)
    }
    let spelling = category.spelling
    if limits.layouts.contains(where: { spelling.reads($0.name) }) {
      if isCreate(template) { log.add(.layoutInCreate, at: spelling.place) }
      return
    }
    guard let known = limits.categories.first(where: { spelling.reads($0.spelling) }) else {
      return log.add(.categoryInvalid, at: spelling.place)
    }
    if known.isLegacy { log.add(.categoryLegacy, at: spelling.place) }
    guard known.purpose != .marketing, let message = template.messages.first else { return }
    guard limits.layouts.isEmpty else { return }
    if let offer = message.offer { log.add(.promotionalInUtility, at: offer.place) }
    if let carousel = message.carousel { log.add(.promotionalInUtility, at: carousel.anyPlace) }
    for button in message.buttons.items where button.isPromotional {
      log.add(.promotionalInUtility, at: button.place)
    }
  }

  /// A request for a new template: it has neither code nor state.
  private func isCreate(_ template: Template) -> Bool {
    template.code == nil && template.state == State()
  }

  /// Ranges by category, as the newest reference gives them; other versions give others.
  private mutating func checkTimeToLive(_ template: Template) {
    guard let number = template.settings.timeToLive, let value = number.value else { return }
    let maximum =
      switch template.category?.purpose {
      case .authentication: 900
      case .utility: 43_200
      default: 2_592_000
      }
    if value < 30 || value > Double(maximum) {
      log.add(.rangeDisputed, at: number.place, limit: 30, found: maximum)
    }
  }

  private mutating func checkState(_ state: State) {
    let audit = state.audit?.string ?? ""
    let reason = state.reason?.string ?? ""
    let isApproved = audit.isEmpty || audit == "pass" || audit == "APPROVED"
    let hasReason = !reason.isEmpty && reason != "None" && reason != "无"
    if isApproved, !hasReason { return }
    let place = (isApproved ? state.reason?.place : state.audit?.place) ?? .nowhere
    let also = isApproved || !hasReason ? [] : [state.reason?.place].compactMap { $0 }
    let words = [isApproved ? "" : audit, hasReason ? reason : ""].filter { !$0.isEmpty }
    log.add(.sourceNotApproved, at: place, also: also, detail: words.joined(separator: ", "))
  }
}

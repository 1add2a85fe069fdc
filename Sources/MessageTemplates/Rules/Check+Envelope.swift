/// Name, language, category, settings, state.
extension Check {
  mutating func checkEnvelope(_ template: inout Template) {
    if let name = template.name {
      if limits.hasStrictNames, !limits[.name].allows(name) || !name.isStrictName {
        log.add(.nameInvalid, at: name.place)
      }
    } else if template.code?.place == nil {
      log.add(.nameMissing, at: .nowhere)
    }
    checkLanguage(template.language)
    checkCategory(&template)
    if let number = template.settings.timeToLive {
      checkTimeToLive(number, template.category?.purpose)
    }
    if let setting = template.settings.allowsCategoryChange,
      limits.withoutEffect.contains(.categoryChange)
    {
      log.add(.withoutEffect, at: setting.place)
    }
    checkState(&template.state)
  }

  private mutating func checkLanguage(_ language: Text?) {
    guard let language else { return log.add(.languageMissing, at: .nowhere) }
    if limits.languageCodes.contains(language) { return }
    log.add(
      language.isLanguageCode ? .languageUnknown : .languageInvalid, at: language.place)
  }

  private mutating func checkCategory(_ template: inout Template) {
    guard let spelling = template.category?.spelling else {
      return log.add(.categoryMissing, at: .nowhere)
    }
    if limits.layouts.names(spelling) {
      if isCreate(&template) { log.add(.layoutInCreate, at: spelling.place) }
      return
    }
    guard let (purpose, isLegacy) = limits.categories.named(spelling) else {
      return log.add(.categoryInvalid, at: spelling.place)
    }
    if isLegacy { log.add(.categoryLegacy, at: spelling.place) }
    guard purpose != .marketing, limits.layouts.isEmpty, !template.messages.isEmpty else { return }
    notePromotions(&template.messages[0])
  }

  private mutating func notePromotions(_ message: inout Message) {
    for place in message.places(of: limits.marketingOnly) {
      log.add(.promotionalInUtility, at: place)
    }
  }

  /// A request for a new template: it has neither code nor state.
  private func isCreate(_ template: inout Template) -> Bool {
    template.code == nil && template.state == State()
  }

  /// Ranges by category, as the newest reference gives them; other versions give others.
  private mutating func checkTimeToLive(_ number: Number, _ purpose: Category.Purpose?) {
    let measure: Measure =
      switch purpose {
      case .authentication: .timeToLiveAuthentication
      case .utility: .timeToLiveUtility
      default: .timeToLiveMarketing
      }
    let limit = limits[measure]
    if number.value != nil, limit.maximum != .max, !limit.allows(number) {
      log.add(.rangeDisputed, at: number.place, limit: limit.minimum, found: limit.maximum)
    }
  }

  private mutating func checkState(_ state: inout State) {
    let isQuiet =
      state.reason?.place == nil
      && state.audit.map { $0.isEmpty || $0.reads("pass" as StaticString) } ?? true
    if !isQuiet { noteState(state) }
  }

  private mutating func noteState(_ state: State) {
    let audit = state.audit?.string ?? ""
    let reason = state.reason?.string ?? ""
    let isApproved = audit.isEmpty || audit == "pass" || audit.uppercased() == "APPROVED"
    let hasReason = !reason.isEmpty && state.reason?.saysWhy ?? false
    if isApproved, !hasReason { return }
    let place = (isApproved ? state.reason?.place : state.audit?.place) ?? .nowhere
    let also = isApproved || !hasReason ? [] : [state.reason?.place].compactMap { $0 }
    let words = [isApproved ? "" : audit, hasReason ? reason : ""].filter { !$0.isEmpty }
    log.add(.sourceNotApproved, at: place, also: also, detail: words.joined(separator: ", "))
  }
}

extension Text {
  /// Whether a reason is one: platforms spell that there is none.
  var saysWhy: Bool { !["None", "NONE", "无"].contains(string) }
}

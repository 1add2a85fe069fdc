/// Name, language, code, settings and state.
extension Adaptation {
  mutating func adaptEnvelope(_ template: inout Template) {
    adaptCode(&template)
    adaptName(&template)
    adaptLanguage(&template)
    adaptSettings(&template.settings)
    adaptState(&template.state)
  }

  private mutating func adaptName(_ template: inout Template) {
    guard features.contains(.name) else {
      stayBehind(template.name?.place)
      template.name = nil
      return
    }
    guard let name = template.name else {
      let isNamed = template.code != nil || !templateCode.isEmpty
      if !limits.requires(.name, style.shape), isNamed || isCanonical { return }
      let name = assumedName(sourceCode)
      template.name = .plain(name)
      log.add(.nameAssumed, at: .nowhere, detail: name, pointer: "/name")
      return
    }
    guard limits.hasStrictNames, name.isEmpty || !limits[.name].allows(name) || !name.isStrictName
    else { return }
    template.name = .plain(strictName(name.string), at: name.place)
    log.add(.nameChanged, at: name.place, target: name.place)
  }

  /// Something that is said of a template, towards a message.
  private mutating func stayBehind(_ place: Place?) {
    envelope(place)
    if let place, place.exists, writesMessages { envelopePlaces.append(place) }
  }

  private func assumedName(_ code: Text?) -> String {
    guard let code, !code.isEmpty else { return "template" }
    return "template_" + strictName(code.string)
  }

  private func strictName(_ name: String) -> String {
    let bytes = name.lowercased().unicodeScalars.map { scalar -> UInt8 in
      scalar.isASCII && UInt8(scalar.value).isNameByte ? UInt8(scalar.value) : UInt8(ascii: "_")
    }
    let cut = bytes.prefix(min(bytes.count, limits[.name].maximum))
    return cut.isEmpty ? "template" : String(decoding: cut, as: UTF8.self)
  }

  private mutating func adaptLanguage(_ template: inout Template) {
    if !template.furtherLanguages.isEmpty { adaptFurtherLanguages(&template) }
    guard features.contains(.language) else {
      stayBehind(template.language?.place)
      template.language = nil
      return
    }
    guard let language = template.language, !language.isBlank else {
      if let blank = template.language {
        log.add(.languageReplaced, at: blank.place, detail: "en", pointer: "/language")
      } else if limits.requires(.language, style.shape) {
        log.add(.languageAssumed, at: .nowhere, detail: "en", pointer: "/language")
      } else {
        return
      }
      template.language = .plain("en")
      return
    }
    guard !isCanonical, !language.isLanguageCode else { return }
    let respelled = Text.plain(language.string.languageCode, at: language.place, in: arena)
    if respelled.isLanguageCode {
      template.language = respelled
      log.add(.languageRespelled, at: language.place, target: language.place)
    } else {
      template.language = .plain("en")
      log.add(.languageReplaced, at: language.place, detail: "en", pointer: "/language")
    }
  }

  /// Languages beyond the first, which few platforms write themselves.
  private mutating func adaptFurtherLanguages(_ template: inout Template) {
    guard let first = template.furtherLanguages.first else { return }
    hasSeveralLanguages =
      isCanonical
      || (features.contains(.furtherLanguages)
        && template.messages.contains(where: \.isOneTimePassword))
    if hasSeveralLanguages { return }
    log.add(
      .languagesDropped, at: first.place, also: template.furtherLanguages.dropFirst().map(\.place),
      detail: template.language?.string ?? "")
    template.furtherLanguages = []
  }

  /// A code belongs to its own platform; another one's has to be given.
  private mutating func adaptCode(_ template: inout Template) {
    sourceCode = template.name.isThere ? nil : template.code
    let isOwn = isCanonical || template.origin.map { $0 == target.id } ?? isRepair
    if !isOwn || !features.contains(.code) {
      envelope(template.code?.place)
      template.code = nil
    }
    guard features.contains(.code), !isCanonical else { return }
    if !templateCode.isEmpty {
      envelope(template.code?.place)
      template.code = .plain(templateCode)
    } else if template.code == nil, limits.requires(.code, style.shape) {
      log.add(.codeMissing, at: .nowhere)
    }
  }

  private mutating func adaptSettings(_ settings: inout Settings) {
    if !isCanonical, !limits.numbersVariables { settings.variableStyle = nil }
    if writesMessages {
      stayBehind(settings.timeToLive?.place)
      settings.timeToLive = nil
    }
    // One that was supplied is meant for the target.
    if let number = settings.timeToLive,
      !features.contains(.timeToLive) || crosses && number.place.exists
    {
      log.add(.timeToLiveDropped, at: number.place)
      settings.timeToLive = nil
    }
    drop(&settings.pausesOnCategoryChange, unless: features.contains(.categoryPause) && !crosses)
    drop(&settings.allowsCategoryChange, unless: features.contains(.categoryChange))
    if !features.contains(.productSet), let set = settings.productSet {
      log.add(.settingDropped, at: set.place)
      settings.productSet = nil
    }
    guard !features.contains(.account) else { return }
    leave(&settings.space)
    leave(&settings.account)
    leave(&settings.reseller)
  }

  /// What is transport for this target stays behind.
  private mutating func leave(_ text: inout Text?) {
    guard let place = text?.place else { return }
    envelope(place)
    text = nil
  }

  @inline(__always)
  private mutating func drop(_ setting: inout Located<Bool>?, unless isHeld: Bool) {
    if isHeld || !setting.isThere { return }
    drop(&setting)
  }

  @inline(never)
  private mutating func drop(_ setting: inout Located<Bool>?) {
    guard let value = setting else { return }
    if value.value {
      log.add(.settingDropped, at: value.place)
    } else {
      absent(value.place)
    }
    setting = nil
  }

  /// What a platform says of a template is no part of a new one.
  private mutating func adaptState(_ state: inout State) {
    if !features.contains(.state) {
      state = State()
    } else if let reason = state.reason, !reason.saysWhy {
      state.reason = nil
    }
  }
}

/// One-time passwords: their texts belong to the platform, where the platform knows them at all.
extension Adaptation {
  mutating func adaptAuthentication(_ message: inout Message) {
    if isToBeNative(message) { makeNative(&message) }
    guard message.isOneTimePassword else { return dropOptions(&message) }
    if features.contains(.authentication) {
      repairAuthentication(&message)
    } else {
      writeAuthentication(&message)
    }
  }

  /// The options of a password on a message that hands over none.
  private mutating func dropOptions(_ message: inout Message) {
    if features.contains(.authentication), isRepair || isCanonical { return }
    if let advice = message.body?.securityAdvice {
      if advice.value { log.add(.settingDropped, at: advice.place) } else { absent(advice.place) }
      message.body?.securityAdvice = nil
    }
    if let expiration = message.footer?.codeExpiration {
      log.add(.settingDropped, at: expiration.place)
      message.footer?.codeExpiration = nil
    }
  }

  /// Takes out what the platform does not take beside a password.
  private mutating func repairAuthentication(_ message: inout Message) {
    dropOwnTexts(&message)
    if isCanonical { return }
    if let question = message.callPermission, limits.notAuthentication.contains(.callPermission) {
      log.add(.callPermissionDropped, at: question.place)
      message.callPermission = nil
    }
    if message.body == nil { message.body = Body(nil) }
    if let number = message.footer?.codeExpiration, !limits[.codeExpiration].allows(number) {
      log.add(.expirationDropped, at: number.place)
      message.footer = nil
    }
    var items: [Button] = []
    for var button in message.buttons.items {
      guard case .oneTimePassword(var password) = button.action, items.isEmpty else {
        log.add(.buttonDropped, at: button.place)
        continue
      }
      repairDelivery(&password, &button)
      button.action = .oneTimePassword(password)
      items.append(button)
    }
    message.buttons.items = items
  }

  /// Filling in wants an app and two labels; without them the code is copied.
  private mutating func repairDelivery(_ password: inout OneTimePassword, _ button: inout Button) {
    if limits.checksApps {
      for app in password.apps where !app.isIdentified { drop(app) }
      password.apps.removeAll { !$0.isIdentified }
    }
    let limit = limits[.apps].maximum
    for app in password.apps.dropFirst(limit) { drop(app) }
    password.apps = Array(password.apps.prefix(limit))
    adaptTerms(&password, button)
    if hasSeveralLanguages {
      dropLabel(&password.autofillLabel)
      dropLabel(&button.label)
    }
    password.autofillLabel = password.autofillLabel.map { shortened($0, .autofillLabel) }
    button.label = button.label.map { shortened($0, .label) }
    if password.delivery != .copyCode, !isComplete(password) {
      log.add(.autofillIncomplete, at: button.place, target: button.place)
      password = OneTimePassword(.copyCode)
    }
    if button.label == nil, !limits.ownLabels.contains(.oneTimePassword) {
      let label = phrase(.coupon)
      log.add(.labelAssumed, at: button.place, detail: label.string)
      button.label = label
    }
  }

  private func isComplete(_ password: OneTimePassword) -> Bool {
    password.isComplete(isLabelled: !hasSeveralLanguages)
  }

  /// In several languages the platform writes the labels.
  private mutating func dropLabel(_ label: inout Text?) {
    if let text = label { log.add(.labelFixed, at: text.place) }
    label = nil
  }

  private mutating func drop(_ app: App) {
    let pair = [app.package?.place, app.signature?.place].compactMap { $0 }
    let places = app.place.exists ? [app.place] : pair
    log.add(.appDropped, at: places.first ?? .nowhere, also: Array(places.dropFirst()))
  }

  /// Filling in without a tap, where the platform wants its terms accepted.
  private mutating func adaptTerms(_ password: inout OneTimePassword, _ button: Button) {
    guard features.contains(.acceptedTerms) else {
      if let terms = password.acceptsTerms {
        if terms.value { absent(terms.place) } else { log.add(.settingDropped, at: terms.place) }
      }
      password.acceptsTerms = nil
      return
    }
    guard password.delivery == .zeroTap, !(password.acceptsTerms?.value ?? false) else { return }
    let isComplete = isComplete(password)
    log.add(
      .termsMissing, at: button.place, target: button.place,
      detail: isComplete ? "filled in with a tap" : "copied with a tap",
      pointer: "\(pointer)/buttons/items/0")
    if !isComplete { password.apps = [] }
    password.delivery = isComplete ? .oneTap : .copyCode
  }

  /// A text of our own where the platform has none for passwords.
  private mutating func writeAuthentication(_ message: inout Message) {
    dropOwnTexts(&message)
    let isLarge = limits.traits.contains(.largeCodes)
    var text = phrase(isLarge ? .codeNotice : .code)
    text.place = message.body?.place ?? message.place
    log.add(.authenticationToText, at: text.place, target: text.place)
    // Beside a large code the advice is small print.
    var advice = isLarge ? Text.plain("", at: message.footer?.place ?? text.place) : text
    if let wanted = message.body?.securityAdvice {
      if wanted.value {
        addSentence(phrase(.security), .securityAdviceToText, wanted.place, to: &advice)
      } else {
        absent(wanted.place)
      }
    }
    if let minutes = message.footer?.codeExpiration {
      let sentence = Phrases.shared.fill(
        sentence(minutes.integer == 1 ? .expiryOne : .expiry),
        .init((.minutes, .plain(minutes.spelling, in: arena))), in: arena)
      addSentence(sentence, .expirationToText, minutes.place, to: &advice)
    }
    message.body = Body(isLarge ? text : advice)
    message.footer = isLarge && !advice.isEmpty ? Footer(advice) : nil
    if isLarge {
      showCode(&message)
    } else {
      for index in message.buttons.items.indices { spellOut(&message.buttons.items[index]) }
      message.buttons = Buttons()
    }
    addPin()
  }

  /// The code in large letters, with a button that copies it, and out of notifications.
  private mutating func showCode(_ message: inout Message) {
    let code = Text("$(\(OneTimePassword.variable))")
    message.header = Header(.text(code))
    var items: [Button] = []
    for var button in message.buttons.items {
      guard case .oneTimePassword(let password) = button.action, items.isEmpty else {
        spellOut(&button)
        continue
      }
      let finding: Code =
        password.delivery == .copyCode ? .codeButtonAdapted : .codeButtonCopies
      log.add(finding, at: button.place, target: button.place)
      button.action = .coupon(code)
      items.append(button)
    }
    message.buttons.items = items
    guard features.contains(.alternative), policy.codePreview == .hide else { return }
    message.alternative = phrase(.codeNotice)
  }

  private mutating func addSentence(
    _ sentence: Text, _ code: Code, _ place: Place, to text: inout Text
  ) {
    var entry = Entry(code: code, source: place)
    entry.target = text.place
    text.append(sentence, behind: text.isEmpty ? "" : " ", in: arena)
    entry.part = Int32(text.count - sentence.count)..<Int32(text.count)
    log.add(entry)
  }

  /// The code as a variable with a sample.
  private mutating func addPin() {
    inventsVariables = true
    if !samples.contains(where: { $0.key.reads(OneTimePassword.variable) }) {
      samples.append(Adaptation.pin)
    }
  }

  private static let pin = Sample(OneTimePassword.variable, .plain("123456"))

  /// A header or texts of one's own beside a password.
  private mutating func dropOwnTexts(_ message: inout Message) {
    if isCanonical { return }
    if let header = message.header {
      log.add(.authenticationTextDropped, at: header.place)
      message.header = nil
    }
    if let text = message.body?.text {
      log.add(.authenticationTextDropped, at: text.place)
      message.body?.text = nil
    }
    if let text = message.footer?.text {
      log.add(.authenticationTextDropped, at: text.place)
      message.footer?.text = nil
    }
  }
}

extension Limit {
  /// Whether a number is whole and within the limit.
  func allows(_ number: Number) -> Bool {
    guard let value = number.value else { return false }
    if let exempt, value == Double(exempt) { return true }
    return value >= Double(minimum) && value <= Double(maximum) && value == value.rounded()
  }
}

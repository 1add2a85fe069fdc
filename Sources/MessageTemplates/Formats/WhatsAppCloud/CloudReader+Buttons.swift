/// Buttons: of a message and of its cards.
extension CloudReader {
  mutating func readButtons(
    _ source: inout Source, _ fields: inout Fields, at place: Place, into buttons: inout Buttons,
    card: Int?
  ) {
    buttons.place = place
    if let array = source.array(&fields, CloudComponentKey.buttons) {
      readButtons(&source, array, into: &buttons, card: card)
    }
    buttons.kept = source.kept(fields)
  }

  mutating func readButtons(
    _ source: inout Source, _ array: Place, into buttons: inout Buttons, card: Int?
  ) {
    var elements = source.elements(array)
    while let element = source.next(&elements) {
      guard source.isObject(element) else { continue }
      buttons.items.append(button(&source, at: element, buttons.items.count, card: card))
    }
  }

  private mutating func button(_ source: inout Source, at place: Place, _ index: Int, card: Int?)
    -> Button
  {
    var fields = source.fields(of: place, CloudButtonKey.table)
    let id = source.discriminator(&fields, CloudButtonKey.type, in: CloudButton.table)
    let type = id.flatMap(CloudButton.init(rawValue:))
    var label = source.braced(
      &fields, CloudButtonKey.text, scope: VariableScope.label(of: index, card: card))
    var action: Button.Action
    switch type {
    case .quickReply: action = .reply(Reply())
    case .url: action = url(&source, &fields, VariableScope.address(of: index, card: card))
    case .phoneNumber: action = .phone(source.plain(&fields, CloudButtonKey.phoneNumber))
    case .copyCode:
      action = .coupon(code(&source, &fields))
      label = withoutFixedLabel(label, &source)
    case .otp: action = oneTimePassword(&source, &fields)
    case .flow: action = flow(&source, &fields)
    case .catalog: action = .catalog
    case .mpm: action = .products
    case .spm: action = .service(.product)
    case .voiceCall: action = .service(.voiceCall)
    case .orderDetails: action = .service(.orderDetails)
    case .requestContactInfo: action = .requestPhone
    case .paymentRequest: action = .service(.paymentRequest)
    case nil: action = .unknown(source.plain(&fields, CloudButtonKey.type) ?? .plain(""))
    }
    return Button(
      label: label, action: action, kept: source.kept(fields), place: place)
  }

  /// An address with its sample, of which the platform takes the whole or the end.
  private mutating func url(_ source: inout Source, _ fields: inout Fields, _ scope: String)
    -> Button.Action
  {
    guard var url = source.braced(&fields, CloudButtonKey.url, scope: scope) else {
      return .url(nil)
    }
    if url.holds("\\/") {
      let plain = url.string.replacing("\\/", with: "/")
      url = Text(plain, at: url.place, markup: false)
      source.log.add(.spellingCorrected, at: url.place)
    }
    let example = fields.take(CloudButtonKey.example.rawValue)
    if isAuthentication, let delivery = CloudPassword.delivery(of: url.string) {
      source.mark(url.place, .envelope)
      if let example { source.mark(example, .envelope) }
      isHeld = true
      return .oneTimePassword(OneTimePassword(delivery))
    }
    guard let example else { return .url(url) }
    if source.isEmpty(example) {
      source.mark(example, .structure)
    } else {
      let values = source.texts(example).map { $0.withoutStart(of: url) }
      add(values, to: url, scope: scope, &source)
    }
    return .url(url)
  }

  /// The sample of a coupon's code.
  private func code(_ source: inout Source, _ fields: inout Fields) -> Text? {
    guard let place = fields.take(CloudButtonKey.example.rawValue) else { return nil }
    if source.isEmpty(place) {
      source.mark(place, .structure)
      return nil
    }
    let texts = source.texts(place)
    for text in texts.dropFirst() { source.log.add(.sampleLeftOut, at: text.place) }
    return texts.first
  }

  /// The label that the platform writes on every coupon button.
  private func withoutFixedLabel(_ label: Text?, _ source: inout Source) -> Text? {
    guard let label, label.string == "Copy offer code" else { return label }
    source.mark(label.place, .envelope)
    return nil
  }

  private func oneTimePassword(_ source: inout Source, _ fields: inout Fields) -> Button.Action {
    let id = source.discriminator(&fields, CloudButtonKey.otpType, in: CloudDelivery.table)
    guard let delivery = id.flatMap(OneTimePassword.Delivery.init(rawValue:)) else {
      return .unknown(.plain("OTP"))
    }
    var password = OneTimePassword(delivery)
    password.autofillLabel = source.plain(&fields, CloudButtonKey.autofillText)
    password.acceptsTerms = source.boolean(&fields, CloudButtonKey.zeroTapTermsAccepted)
    if let array = source.array(&fields, CloudButtonKey.supportedApps) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        guard source.isObject(element) else { continue }
        var inner = source.fields(of: element, CloudButtonKey.table)
        var app = app(&source, &inner)
        app.place = element
        app.kept = source.kept(inner)
        password.apps.append(app)
      }
    }
    let old = app(&source, &fields)
    if old.package != nil || old.signature != nil { password.apps.append(old) }
    return .oneTimePassword(password)
  }

  private func app(_ source: inout Source, _ fields: inout Fields) -> App {
    App(
      package: source.plain(&fields, CloudButtonKey.packageName),
      signature: source.plain(&fields, CloudButtonKey.signatureHash))
  }

  private func flow(_ source: inout Source, _ fields: inout Fields) -> Button.Action {
    var flow = Flow()
    flow.id = source.plain(&fields, CloudButtonKey.flowId)
    flow.name = source.plain(&fields, CloudButtonKey.flowName)
    flow.definition = source.plain(&fields, CloudButtonKey.flowJson)
    if let (id, place) = source.word(&fields, CloudButtonKey.flowAction, in: CloudFlowAction.table)
    {
      flow.action = .plain("\(CloudFlowAction.words[Int(id)])", at: place)
    } else {
      flow.action = source.plain(&fields, CloudButtonKey.flowAction)
    }
    flow.screen = source.plain(&fields, CloudButtonKey.navigateScreen)
    return .flow(flow)
  }
}

/// The address that the platform gives the button of a password.
enum CloudPassword {
  /// How the password is handed over; nil for an address of one's own.
  static func delivery(of url: String) -> OneTimePassword.Delivery? {
    guard url.hasPrefix("https://www.whatsapp.com/otp/") else { return nil }
    for (index, word) in CloudDelivery.words.enumerated()
    where url.firstRange(of: "otp_type=\(word)") != nil {
      return OneTimePassword.Delivery(rawValue: UInt8(index))
    }
    return .copyCode
  }
}

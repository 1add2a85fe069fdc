/// Buttons: members in the order of the documentation.
extension CloudWriter {
  func write(_ buttons: Buttons, card: Int?, to output: inout Output) {
    if buttons.items.isEmpty, buttons.kept.isEmpty { return }
    output.beginObject(at: buttons.place)
    output.word("type", "BUTTONS")
    output.beginArray("buttons")
    for index in buttons.items.indices {
      write(buttons.items.span[index], index, card: card, to: &output)
    }
    output.endArray()
    output.kept(buttons.kept)
    output.endObject()
  }

  private func write(_ button: Button, _ index: Int, card: Int?, to output: inout Output) {
    output.beginObject(at: button.place)
    switch button.action {
    case .reply: begin(button, "QUICK_REPLY", to: &output)
    case .url(let url):
      begin(button, "URL", to: &output)
      if let url { write(url, VariableScope.address(of: index, card: card), to: &output) }
    case .phone(let number):
      begin(button, "PHONE_NUMBER", to: &output)
      output.text("phone_number", number)
    case .coupon(let code):
      begin(button, "COPY_CODE", to: &output)
      output.text("example", code)
    case .oneTimePassword(let password):
      begin(button, "OTP", to: &output)
      write(password, to: &output)
    case .flow(let flow):
      begin(button, "FLOW", to: &output)
      output.text("flow_id", flow.id)
      output.text("flow_name", flow.name)
      output.text("flow_json", flow.definition)
      output.text("flow_action", flow.action.map(spelled))
      output.text("navigate_screen", flow.screen)
    case .catalog: begin(button, "CATALOG", to: &output)
    case .products: begin(button, "MPM", to: &output)
    case .service(let service): begin(button, type(of: service), to: &output)
    case .requestPhone: begin(button, "REQUEST_CONTACT_INFO", to: &output)
    case .dateTime, .camera, .cameraRoll, .requestLocation, .nothing:
      break  // The platform has none: adaptation has taken it out.
    case .unknown(let type):
      output.text("type", type.isEmpty ? nil : type)
      output.text("text", button.label)
    }
    output.kept(button.kept)
    output.endObject()
  }

  private func begin(_ button: Button, _ type: StaticString, to output: inout Output) {
    output.word("type", type)
    output.text("text", button.label)
  }

  /// What a flow does is spelled in lower case, as the only word there.
  private func spelled(_ action: Text) -> Text {
    CloudFlowAction.table.find(action.string) == nil
      ? action : .plain(action.string.lowercased(), at: action.place)
  }

  private func type(of service: Service) -> StaticString {
    switch service {
    case .voiceCall: "VOICE_CALL"
    case .product: "SPM"
    case .orderDetails: "ORDER_DETAILS"
    case .paymentRequest: "PAYMENT_REQUEST"
    }
  }

  /// An address, and what may stand in the place of its variable.
  private func write(_ url: Text, _ scope: String, to output: inout Output) {
    output.braced("url", url, scope: scope)
    let known = url.variables.compactMap(sample)
    if known.isEmpty { return }
    output.texts("example", known.map(\.value))
  }

  private func write(_ password: OneTimePassword, to output: inout Output) {
    output.word("otp_type", CloudDelivery.words[Int(password.delivery.rawValue)])
    output.text("autofill_text", password.autofillLabel)
    output.boolean("zero_tap_terms_accepted", password.acceptsTerms)
    if password.apps.isEmpty { return }
    output.beginArray("supported_apps")
    for app in password.apps {
      output.beginObject(at: app.place)
      output.text("package_name", app.package)
      output.text("signature_hash", app.signature)
      output.kept(app.kept)
      output.endObject()
    }
    output.endArray()
  }
}

/// Buttons: members in the order of the documentation.
extension CAMSWriter {
  @inline(never)
  func write(_ button: inout Button, to output: inout Output) {
    switch button.action {
    case .reply(let reply):
      begin(&button, #"{"Type":"QUICK_REPLY""#, to: &output)
      output.boolean("IsOptOut", reply.optsOut)
      output.text("Data", reply.data)
      output.text("DisplayText", reply.says)
    case .url(let url):
      begin(&button, #"{"Type":"URL""#, to: &output)
      output.text("Url", url)
      if let url { output.word("UrlType", url.hasVariables ? "dynamic" : "static") }
    case .phone(let number):
      begin(&button, #"{"Type":"PHONE_NUMBER""#, to: &output)
      output.text("PhoneNumber", number)
    case .coupon(let code):
      begin(&button, #"{"Type":"COPY_CODE""#, to: &output)
      output.text("CouponCode", code)
    case .oneTimePassword(let password):
      begin(&button, beginning(of: password.delivery), to: &output)
      write(password, to: &output)
    case .flow(let flow):
      begin(&button, #"{"Type":"FLOW""#, to: &output)
      output.text("FlowId", flow.id)
      output.text("FlowAction", flow.action)
      output.text("NavigateScreen", flow.screen)
    case .catalog: begin(&button, #"{"Type":"CATALOG""#, to: &output)
    case .products: begin(&button, #"{"Type":"MPM""#, to: &output)
    case .dateTime(let question): write(question, of: &button, to: &output)
    case .camera: begin(&button, #"{"Type":"CAMERA""#, to: &output)
    case .cameraRoll: begin(&button, #"{"Type":"CAMERA_ROLL""#, to: &output)
    case .requestLocation: begin(&button, #"{"Type":"LOCATION""#, to: &output)
    case .requestPhone: begin(&button, #"{"Type":"SHARE_PHONE""#, to: &output)
    case .nothing: begin(&button, #"{"Type":"NONE""#, to: &output)
    case .service: output.beginObject(at: button.place)  // No shape holds one.
    case .unknown(let type):
      output.beginObject(at: button.place)
      output.text("Type", type.isEmpty ? nil : type)
      output.text("Text", button.label)
    }
    output.text("Url", button.link)
    if let extras = button.extras { write(extras, to: &output) }
    output.kept(button.kept)
    output.endObject()
  }

  private func write(_ question: DateTime, of button: inout Button, to output: inout Output) {
    begin(&button, #"{"Type":"DATETIME_PICKER""#, to: &output)
    output.text("Mode", question.mode)
    output.text("Data", question.data)
    output.text("Initial", question.initial)
    output.text("Min", question.min)
    output.text("Max", question.max)
  }

  /// Begins a button's object, whose first piece says of which type it is, and adds the label.
  private func begin(_ button: inout Button, _ piece: StaticString, to output: inout Output) {
    output.beginObject(spelled: piece, at: button.place)
    output.text("Text", button.label)
  }

  private func beginning(of delivery: OneTimePassword.Delivery) -> StaticString {
    switch delivery {
    case .copyCode: #"{"Type":"COPY_CODE""#
    case .oneTap: #"{"Type":"ONE_TAP""#
    case .zeroTap: #"{"Type":"ZERO_TAP""#
    }
  }

  /// The apps; a change request takes the first in the older form beside it.
  private func write(_ password: OneTimePassword, to output: inout Output) {
    if shape == .modify, let first = password.apps.first {
      output.text("SignatureHash", first.signature)
      output.text("PackageName", first.package)
    }
    if !password.apps.isEmpty {
      output.beginArray("SupportedApps")
      for app in password.apps {
        output.beginObject(at: app.place)
        output.text("SignatureHash", app.signature)
        output.text("PackageName", app.package)
        output.kept(app.kept)
        output.endObject()
      }
      output.endArray()
    }
    output.text("AutofillText", password.autofillLabel)
  }

  private func write(_ extras: ButtonExtras, to output: inout Output) {
    output.beginObject("ExtendAttrs", at: extras.place)
    output.text("NextTemplateCode", extras.nextCode)
    output.text("NextTemplateName", extras.nextName)
    output.text("NextLanguageCode", extras.nextLanguage)
    output.text("Action", extras.action)
    output.text("IntentCode", extras.intent)
    output.kept(extras.kept)
    output.endObject()
  }
}

/// Headers and buttons.
extension CanonicalWriter {
  func write(_ header: Header?, to output: inout Output) {
    guard let header else { return }
    output.beginObject("header", at: header.place)
    switch header.content {
    case .text(let text):
      output.word("kind", "text")
      output.spelled("text", text)
    case .media(let media): write(media, to: &output)
    case .location(let location):
      output.word("kind", "location")
      output.number("latitude", location.latitude)
      output.number("longitude", location.longitude)
      output.spelled("name", location.name)
      output.spelled("address", location.address)
    case .sticker(let sticker):
      output.word("kind", "sticker")
      output.text("package", sticker.package)
      output.text("id", sticker.id)
    case .contact(let contact):
      output.word("kind", "contact")
      output.spelled("name", contact.name)
      output.spelled("phone", contact.phone)
    case .product: output.word("kind", "product")
    }
    write(header.kept, to: &output)
    output.endObject()
  }

  private func write(_ media: Media, to output: inout Output) {
    switch media.kind {
    case .image: output.word("kind", "image")
    case .video: output.word("kind", "video")
    case .document: output.word("kind", "document")
    case .audio: output.word("kind", "audio")
    case .gif: output.word("kind", "gif")
    }
    output.spelled("url", media.url)
    output.text("handle", media.handle)
    output.spelled("caption", media.caption, markup: true)
    output.spelled("fileName", media.fileName)
    output.text("fileType", media.fileType)
    output.spelled("thumbnail", media.thumbnail)
    output.number("duration", media.duration)
    output.number("size", media.size)
  }

  func write(_ buttons: Buttons, to output: inout Output) {
    if buttons.items.isEmpty, buttons.kept.isEmpty { return }
    write(buttons, "buttons", to: &output)
  }

  func write(_ buttons: Buttons, _ key: StaticString, to output: inout Output) {
    output.beginObject(key, at: buttons.place)
    output.beginArray("items")
    for button in buttons.items { write(button, to: &output) }
    output.endArray()
    write(buttons.kept, to: &output)
    output.endObject()
  }

  private func write(_ button: Button, to output: inout Output) {
    output.beginObject(at: button.place)
    switch button.action {
    case .reply(let reply):
      output.word("kind", "reply")
      output.boolean("optsOut", reply.optsOut)
      output.spelled("data", reply.data)
      output.spelled("says", reply.says)
      if reply.isSilent { output.boolean("silent", true) }
    case .url(let url):
      output.word("kind", "url")
      output.spelled("url", url)
    case .phone(let number):
      output.word("kind", "phone")
      output.spelled("phone", number)
    case .coupon(let code):
      output.word("kind", "coupon")
      output.spelled("code", code)
    case .oneTimePassword(let password): write(password, to: &output)
    case .flow(let flow):
      output.word("kind", "flow")
      output.text("id", flow.id)
      output.text("name", flow.name)
      output.text("definition", flow.definition)
      output.text("action", flow.action)
      output.text("screen", flow.screen)
    case .catalog: output.word("kind", "catalog")
    case .products: output.word("kind", "products")
    case .dateTime(let question): write(question, to: &output)
    case .camera: output.word("kind", "camera")
    case .cameraRoll: output.word("kind", "cameraRoll")
    case .requestLocation: output.word("kind", "requestLocation")
    case .requestPhone: output.word("kind", "requestPhone")
    case .nothing: output.word("kind", "nothing")
    case .service(let service):
      output.word("kind", "service")
      output.word("service", CanonicalService.words[Int(service.rawValue)])
    case .unknown(let type):
      output.word("kind", "unknown")
      output.text("type", type)
    }
    output.spelled("label", button.label)
    output.spelled("link", button.link)
    output.spelled("icon", button.icon)
    if let extras = button.extras { write(extras, to: &output) }
    write(button.kept, to: &output)
    output.endObject()
  }

  private func write(_ question: DateTime, to output: inout Output) {
    output.word("kind", "dateTime")
    output.text("mode", question.mode)
    output.spelled("data", question.data)
    output.text("initial", question.initial)
    output.text("min", question.min)
    output.text("max", question.max)
  }

  private func write(_ password: OneTimePassword, to output: inout Output) {
    output.word("kind", "oneTimePassword")
    output.word("delivery", CanonicalDelivery.words[Int(password.delivery.rawValue)])
    output.spelled("autofillLabel", password.autofillLabel)
    output.boolean("acceptsTerms", password.acceptsTerms)
    if password.apps.isEmpty { return }
    output.beginArray("apps")
    for app in password.apps {
      output.beginObject(at: app.place)
      output.text("package", app.package)
      output.text("signature", app.signature)
      write(app.kept, to: &output)
      output.endObject()
    }
    output.endArray()
  }

  private func write(_ extras: ButtonExtras, to output: inout Output) {
    output.beginObject("extras", at: extras.place)
    output.text("nextCode", extras.nextCode)
    output.text("nextName", extras.nextName)
    output.text("nextLanguage", extras.nextLanguage)
    output.text("action", extras.action)
    output.text("intent", extras.intent)
    write(extras.kept, to: &output)
    output.endObject()
  }
}

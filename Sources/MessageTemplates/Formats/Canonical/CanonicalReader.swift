/// Reads the model from its own JSON.
struct CanonicalReader {
  func read(_ source: inout Source, at root: Place) -> Template? {
    guard source.kind(root) == .object else {
      source.log.add(.noTemplateContent, at: root, detail: "This is no canonical template.")
      return nil
    }
    var fields = source.fields(of: root, CanonicalTemplateKey.table)
    var template = Template()
    template.place = root
    if let place = fields.take(CanonicalTemplateKey.format.rawValue) {
      source.mark(place, .structure)
    }
    if let origin = source.plain(&fields, CanonicalTemplateKey.origin) {
      source.mark(origin.place, .structure)
      template.origin = Format.ID(origin.string)
    }
    template.name = source.plain(&fields, CanonicalTemplateKey.name)
    template.language = source.plain(&fields, CanonicalTemplateKey.language)
    if let array = source.array(&fields, CanonicalTemplateKey.furtherLanguages) {
      template.furtherLanguages = source.texts(array)
    }
    template.category = category(&source, &fields)
    template.code = source.plain(&fields, CanonicalTemplateKey.code)
    template.samples = samples(&source, &fields)
    template.settings = settings(&source, &fields)
    template.state = state(&source, &fields)
    if let array = source.array(&fields, CanonicalTemplateKey.messages) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        template.messages.append(message(&source, at: element))
      }
    }
    template.kept = kept(&source, &fields, CanonicalTemplateKey.kept)
    if template.messages.isEmpty {
      source.log.add(.noTemplateContent, at: root, detail: "There are no messages.")
      return nil
    }
    return template
  }

  private func category(_ source: inout Source, _ fields: inout Fields) -> Category? {
    guard let place = source.object(&fields, CanonicalTemplateKey.category) else { return nil }
    var inner = source.fields(of: place, CanonicalCategoryKey.table)
    let purpose = source.discriminator(
      &inner, CanonicalCategoryKey.purpose, in: CanonicalPurpose.table)
    let spelling = source.plain(&inner, CanonicalCategoryKey.spelling)
    dropRest(&source, inner)
    return Category(
      purpose.flatMap { Category.Purpose(rawValue: $0) }, spelling: spelling ?? .plain(""))
  }

  private func samples(_ source: inout Source, _ fields: inout Fields) -> [Sample] {
    guard let map = source.object(&fields, CanonicalTemplateKey.samples) else { return [] }
    var samples: [Sample] = []
    var index = map.token + 1
    while index < source.tape.tokens[Int(map.token)].next {
      let member = source.tape.tokens[Int(index)]
      let place = Place(token: index)
      if member.isContainer || member.kind == .null {
        source.log.add(.sampleUnreadable, at: place)
      } else {
        samples.append(
          Sample(source.tape.key(of: member), .plain(source.tape.string(place), at: place)))
      }
      index = member.next
    }
    return samples
  }

  private func settings(_ source: inout Source, _ fields: inout Fields) -> Settings {
    var settings = Settings()
    guard let place = source.object(&fields, CanonicalTemplateKey.settings) else { return settings }
    var inner = source.fields(of: place, CanonicalSettingKey.table)
    settings.timeToLive = source.number(&inner, CanonicalSettingKey.timeToLive)
    settings.allowsCategoryChange = source.boolean(&inner, CanonicalSettingKey.allowsCategoryChange)
    settings.pausesOnCategoryChange = source.boolean(
      &inner, CanonicalSettingKey.pausesOnCategoryChange)
    if let (id, place) = source.word(
      &inner, CanonicalSettingKey.variableStyle, in: CanonicalVariableStyle.table)
    {
      settings.variableStyle = Settings.VariableStyle(rawValue: id).map { Located($0, at: place) }
    }
    settings.productSet = source.plain(&inner, CanonicalSettingKey.productSet)
    settings.space = source.plain(&inner, CanonicalSettingKey.space)
    settings.account = source.plain(&inner, CanonicalSettingKey.account)
    settings.reseller = source.plain(&inner, CanonicalSettingKey.reseller)
    dropRest(&source, inner)
    return settings
  }

  private func state(_ source: inout Source, _ fields: inout Fields) -> State {
    var state = State()
    guard let place = source.object(&fields, CanonicalTemplateKey.state) else { return state }
    source.mark(place, .envelope)
    var inner = source.fields(of: place, CanonicalSettingKey.table)
    state.audit = source.plain(&inner, CanonicalSettingKey.audit)
    state.reason = source.plain(&inner, CanonicalSettingKey.reason)
    state.quality = source.plain(&inner, CanonicalSettingKey.quality)
    state.allowsSending = source.boolean(&inner, CanonicalSettingKey.allowsSending)
    dropRest(&source, inner)
    return state
  }

  private func message(_ source: inout Source, at place: Place) -> Message {
    var fields = source.fields(of: place, CanonicalKey.table)
    var message = Message()
    message.place = place
    if let place = source.node(&fields, CanonicalKey.offer) {
      message.offer = offer(&source, at: place)
    }
    message.header = header(&source, &fields)
    message.body = body(&source, &fields)
    if let place = source.node(&fields, CanonicalKey.footer) {
      var inner = source.fields(of: place, CanonicalKey.table)
      var footer = Footer(text(&source, &inner, .text))
      footer.place = place
      footer.codeExpiration = source.number(&inner, CanonicalKey.codeExpiration)
      footer.kept = kept(&source, &inner)
      message.footer = footer
    }
    message.buttons = buttons(&source, &fields)
    if let place = source.node(&fields, CanonicalKey.carousel) {
      message.carousel = carousel(&source, at: place)
    }
    readExtras(&source, &fields, into: &message)
    if let place = source.node(&fields, CanonicalKey.callPermission) {
      var inner = source.fields(of: place, CanonicalKey.table)
      var question = CallPermission()
      question.place = place
      question.kept = kept(&source, &inner)
      message.callPermission = question
    }
    message.kept = kept(&source, &fields)
    return message
  }

  private func offer(_ source: inout Source, at place: Place) -> Offer {
    var fields = source.fields(of: place, CanonicalKey.table)
    var offer = Offer(text(&source, &fields, .text))
    offer.place = place
    offer.countsDown = source.boolean(&fields, CanonicalKey.countsDown)
    offer.expiration = text(&source, &fields, .expiration)
    offer.kept = kept(&source, &fields)
    return offer
  }

  private func carousel(_ source: inout Source, at place: Place) -> Carousel {
    var fields = source.fields(of: place, CanonicalKey.table)
    var carousel = Carousel([])
    carousel.place = place
    if let array = source.array(&fields, CanonicalKey.cards) {
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        carousel.cards.append(card(&source, at: element))
      }
    }
    carousel.kept = kept(&source, &fields)
    return carousel
  }

  private func card(_ source: inout Source, at place: Place) -> Card {
    var fields = source.fields(of: place, CanonicalKey.table)
    var card = Card()
    card.place = place
    card.header = header(&source, &fields)
    card.body = body(&source, &fields)
    card.buttons = buttons(&source, &fields)
    card.kept = kept(&source, &fields)
    return card
  }

  private func body(_ source: inout Source, _ fields: inout Fields) -> Body? {
    guard let place = source.node(&fields, CanonicalKey.body) else { return nil }
    var inner = source.fields(of: place, CanonicalKey.table)
    var body = Body(text(&source, &inner, .text, markup: true))
    if let title = text(&source, &inner, .title) { body.title = title }
    body.place = place
    body.securityAdvice = source.boolean(&inner, CanonicalKey.securityAdvice)
    body.kept = kept(&source, &inner)
    return body
  }
}

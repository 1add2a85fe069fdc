/// What an envelope says of its template.
extension CAMSReader {
  /// The name under either key; of two different ones the first counts.
  func readName(_ source: inout Source, _ fields: inout Fields, into name: inout Text?) {
    source.plain(&fields, CAMSKey.name, into: &name)
    guard let other = source.plain(&fields, CAMSKey.templateName) else { return }
    if !name.isThere {
      name = other
    } else if name == other {
      source.mark(other.place, .structure)
    } else {
      source.log.add(.duplicateKey, at: other.place)
    }
  }

  func category(_ source: inout Source, _ fields: inout Fields) -> Category? {
    guard let spelling = source.plain(&fields, CAMSKey.category) else { return nil }
    if capabilities.layouts.names(spelling) {
      source.mark(spelling.place, .structure)
      return Category(nil, spelling: spelling)
    }
    return Category(capabilities.categories.named(spelling)?.purpose, spelling: spelling)
  }

  /// The samples; one entry whose value is the text of the whole map is that map.
  func samples(_ source: inout Source, _ fields: inout Fields) -> [Sample] {
    guard var map = source.object(&fields, CAMSKey.example) else { return [] }
    let token = source.tape.tokens[Int(map.token)]
    let only = Place(token: map.token + 1)
    if only.token < token.next, source.tape.tokens[Int(only.token)].next == token.next,
      source.kind(only) == .string, let inner = source.tape.open(only)
    {
      map = inner
    }
    var index = map.token + 1
    let end = source.tape.tokens[Int(map.token)].next
    var samples: [Sample] = []
    samples.reserveCapacity(Int(end - index))
    let mayRepeat = source.tape.mayRepeatKeys(of: map)
    while index < end {
      let member = source.tape.tokens[Int(index)]
      add(member, at: Place(token: index), to: &samples, &source)
      if mayRepeat, let earlier = samples.span.indexOfEarlier() {
        source.log.add(.duplicateKey, at: samples.remove(at: earlier).value.place)
      }
      index = member.next
    }
    return samples
  }

  /// Adds what a member says, if it is a sample.
  func add(
    _ member: Token, at place: Place, to samples: inout [Sample], _ source: inout Source
  ) {
    switch member.kind {
    case .string, .number, .yes, .no:
      samples.append(Sample(source.key(of: member), source.plain(at: place)))
    case .null, .object, .array: source.log.add(.sampleUnreadable, at: place)
    }
  }

  func readSettings(
    _ source: inout Source, _ fields: inout Fields, into settings: inout Settings
  ) {
    settings.timeToLive = source.number(&fields, CAMSKey.messageSendTtlSeconds)
    settings.allowsCategoryChange = source.boolean(&fields, CAMSKey.allowCategoryChange)
    settings.pausesOnCategoryChange = source.boolean(&fields, CAMSKey.categoryChangePaused)
    source.plain(&fields, CAMSKey.productSetId, into: &settings.productSet)
    source.plain(&fields, CAMSKey.custSpaceId, into: &settings.space)
    source.plain(&fields, CAMSKey.custWabaId, into: &settings.account)
    source.plain(&fields, CAMSKey.isvCode, into: &settings.reseller)
    if settings.account.isThere, let account = settings.account {
      source.log.add(.accountDeprecated, at: account.place)
    }
  }

  func readState(
    _ source: inout Source, _ fields: inout Fields, into state: inout State
  ) {
    source.plain(&fields, CAMSKey.auditStatus, into: &state.audit)
    source.plain(&fields, CAMSKey.reason, into: &state.reason)
    source.plain(&fields, CAMSKey.qualityScore, into: &state.quality)
    state.allowsSending = source.boolean(&fields, CAMSKey.allowSend)
  }

  /// Marks what the platform says of the template, rather than its author.
  func markEnvelope(_ source: inout Source, _ fields: inout Fields) {
    if let place = fields.peek(CAMSKey.templateType.rawValue) {
      let word = source.word(&fields, CAMSKey.templateType, in: CAMSChannel.table)
      if word?.id != channel.rawValue { source.log.add(.templateTypeMismatch, at: place) }
      _ = fields.take(CAMSKey.templateType.rawValue)
      source.mark(place, .envelope)
    }
    markEnvelope(&source, fields.take(CAMSKey.lastUpdateTime.rawValue))
    markEnvelope(&source, fields.peek(CAMSKey.auditStatus.rawValue))
    markEnvelope(&source, fields.peek(CAMSKey.reason.rawValue))
    markEnvelope(&source, fields.peek(CAMSKey.qualityScore.rawValue))
    markEnvelope(&source, fields.peek(CAMSKey.allowSend.rawValue))
  }

  @inline(__always)
  private func markEnvelope(_ source: inout Source, _ place: Place?) {
    if let place { source.mark(place, .envelope) }
  }

  /// A copy-code button hands over a password where the category or the empty body says so.
  func settleCodeButtons(_ template: inout Template) {
    let isAuthentication =
      template.category?.purpose == .authentication
      || (template.messages[0].body.map { $0.text == nil } ?? false)
    guard isAuthentication else { return }
    for index in template.messages[0].buttons.items.indices {
      if case .coupon(nil) = template.messages[0].buttons.items[index].action {
        template.messages[0].buttons.items[index].action =
          .oneTimePassword(OneTimePassword(.copyCode))
      }
    }
  }
}

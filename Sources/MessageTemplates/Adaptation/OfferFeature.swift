/// Limited-time offers.
extension Adaptation {
  mutating func adaptOffer(_ message: inout Message) {
    guard var offer = message.offer else { return }
    adaptKept(&offer.kept)
    if features.contains(.offer), !isExcluded(.offer, in: message), holds(offer) {
      if !features.contains(.offerExpiration), let expiration = offer.expiration {
        log.add(.offerExpirationDropped, at: expiration.place, target: offer.place)
        offer.expiration = nil
      }
      offer.text = offer.text.map { shortened($0, .offer) }
      message.offer = offer
      return
    }
    message.offer = nil
    let isCounted = loseCountdown(offer) && !policy.deadlineVariable.isEmpty
    let deadline = isCounted ? Text("$(\(policy.deadlineVariable))") : nil
    guard var line = offer.text, !line.isBlank else {
      absent(offer.text?.place)
      if let deadline { parts.append(Part(role: .offer, text: deadline, entry: nil)) }
      return
    }
    if let deadline {
      line.append(deadline, behind: " ", in: arena)
      inventsVariables = true
    }
    if features.contains(.bodyTitle), limits[.header].allows(line), message.hasNoHeading {
      log.add(.offerToHeading, at: line.place, target: line.place)
      if message.header == nil {
        message.header = Header(.text(line))
      } else {
        if message.body == nil { message.body = Body(nil) }
        message.body?.title = line
      }
      return
    }
    parts.append(
      Part(role: .offer, text: line, entry: Entry(code: .offerMerged, source: line.place)))
  }

  /// Whether the offer has the words that the target wants.
  private mutating func holds(_ offer: Offer) -> Bool {
    guard limits[.offer].minimum > 0, offer.text?.isBlank ?? true, !isCanonical else {
      return true
    }
    log.add(.offerWithoutText, at: offer.place, pointer: "\(pointer)/offer/text")
    return false
  }

  /// Names what counts down; true if something does.
  private mutating func loseCountdown(_ offer: Offer) -> Bool {
    let counts = (offer.countsDown?.value ?? false) || offer.expiration != nil
    guard counts else {
      absent(offer.countsDown?.place)
      return false
    }
    let places = [offer.countsDown?.place, offer.expiration?.place].compactMap { $0 }
    let code: Code = policy.deadlineVariable.isEmpty ? .countdownLost : .countdownAsText
    log.add(
      code, at: places.first ?? offer.place, also: Array(places.dropFirst()),
      detail: policy.deadlineVariable)
    return true
  }

  /// Whether something else in the message keeps the feature out.
  @inline(__always)
  func isExcluded(_ feature: Feature, in message: Message) -> Bool {
    excluder(of: feature, in: message) != nil
  }

  /// What else in the message keeps the feature out.
  @inline(__always)
  func excluder(of feature: Feature, in message: Message) -> Feature? {
    limits.exclusions.isEmpty ? nil : excluder(among: limits.exclusions, of: feature, in: message)
  }

  private func excluder(
    among exclusions: [Capabilities.Exclusion], of feature: Feature, in message: Message
  ) -> Feature? {
    exclusions.first { rule in
      guard rule.others.contains(feature), rule.isEnforced || !isRepair else { return false }
      switch rule.feature {
      case .offer: return message.offer != nil && features.contains(.offer)
      case .carousel: return message.carousel != nil && features.contains(.carousel)
      default: return false
      }
    }?.feature
  }
}

extension Feature {
  /// The feature in a sentence.
  var thing: String { self == .offer ? "a limited-time offer" : "a " + name }
}

extension Message {
  /// Whether there is room for a heading above the body.
  fileprivate var hasNoHeading: Bool {
    guard body?.title == nil else { return false }
    switch header?.content {
    case nil: return true
    case .media(let media): return media.kind == .image || media.kind == .video
    default: return false
    }
  }
}

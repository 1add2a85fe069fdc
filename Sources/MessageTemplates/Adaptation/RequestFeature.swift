/// What a tap sends or asks for, beyond the label.
extension Adaptation {
  /// A question that the target cannot ask becomes an answer with the same label.
  mutating func adaptRequest(_ button: inout Button) {
    guard let feature = button.requestFeature, feature != .nothing, !features.contains(feature),
      features.contains(.reply), hasWords(button)
    else { return shortenReply(&button) }
    assumeLabel(&button)
    log.add(.requestToReply, at: button.place, target: button.place)
    button.action = .reply(Reply())
  }

  /// What only chips can ask, on a button that stays.
  mutating func adaptChipRequest(_ button: inout Button) {
    if let icon = button.icon, limits.chipsAlone.contains(.buttonIcon) {
      log.add(.buttonIconDropped, at: icon.place)
      button.icon = nil
    }
    guard let feature = button.requestFeature, limits.chipsAlone.contains(feature),
      hasWords(button)
    else { return }
    log.add(.requestToReply, at: button.place, target: button.place)
    button.action = .reply(Reply())
  }

  /// The words and data of a reply, where the target has no room for them.
  mutating func adaptReplyWords(_ button: inout Button) {
    if let icon = button.icon, !features.contains(.buttonIcon) {
      log.add(.buttonIconDropped, at: icon.place)
      button.icon = nil
    }
    guard case .reply(var reply) = button.action else { return }
    if let data = reply.data, !features.contains(.replyData) {
      log.add(.replyDataDropped, at: data.place)
      reply.data = nil
    }
    if !features.contains(.replyData) { reply.isSilent = false }
    if let says = reply.says, !features.contains(.replyWords) {
      log.add(.replyWordsDropped, at: says.place)
      reply.says = nil
    }
    if let optsOut = reply.optsOut, features.contains(.reply), !features.contains(.optOut) {
      if optsOut.value {
        log.add(.optOutWeakened, at: optsOut.place)
      } else {
        absent(optsOut.place)
      }
      reply.optsOut = nil
    }
    button.action = .reply(reply)
  }
}

extension Adaptation {
  /// Data that the target cannot take whole goes; words are shortened.
  private mutating func shortenReply(_ button: inout Button) {
    guard case .reply(var reply) = button.action, !isCanonical else { return }
    if let data = reply.data, !limits[.replyData].allows(data) {
      log.add(.replyDataDropped, at: data.place)
      reply.data = nil
      reply.isSilent = false
    }
    if let says = reply.says, !limits[.replyWords].allows(says) {
      log.add(.replyWordsDropped, at: says.place)
      reply.says = nil
    }
    button.action = .reply(reply)
  }
}

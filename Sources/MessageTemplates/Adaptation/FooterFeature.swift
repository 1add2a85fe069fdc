/// Footers.
extension Adaptation {
  mutating func adaptFooter(_ message: inout Message) {
    guard var footer = message.footer else { return }
    adaptKept(&footer.kept)
    if let text = footer.text { footer.text = trimmed(text, for: .footer) }
    guard let text = footer.text, !text.isBlank else {
      if footer.codeExpiration == nil, footer.kept.isEmpty || !features.contains(.footer) {
        log.add(.componentEmpty, at: footer.place)
        absent(footer.text?.place)
        message.footer = nil
      } else {
        message.footer = footer
      }
      return
    }
    if holds(text, in: message) {
      message.footer = footer
      return
    }
    message.footer = nil
    if let number = footer.codeExpiration { log.add(.settingDropped, at: number.place) }
    if policy.footer == .drop {
      log.add(.footerDropped, at: text.place)
    } else {
      parts.append(
        Part(role: .footer, text: text, entry: Entry(code: .footerMerged, source: text.place)))
    }
  }

  @inline(__always)
  private func holds(_ text: Text, in message: Message) -> Bool {
    features.contains(.footer) && !isExcluded(.footer, in: message)
      && limits[.footer].allows(text) && (keepsLines || !text.holds(0x0A as UInt8))
      && text.variableCount <= limits[.footerVariables].maximum
  }
}

/// Footers.
extension Adaptation {
  mutating func adaptFooter(_ message: inout Message) {
    guard var footer = message.footer.take() else { return }
    adaptKept(&footer.kept)
    guard let text = footer.text.map({ trimmed($0, for: .footer) }), !text.isBlank else {
      if footer.codeExpiration == nil, footer.kept.isEmpty || !features.contains(.footer) {
        log.add(.componentEmpty, at: footer.place)
        absent(footer.text?.place)
      } else {
        message.footer = footer
      }
      return
    }
    if holds(text, in: message) {
      footer.text = text
      message.footer = footer
      return
    }
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
      && (isCanonical || !limits.traits.contains(.bodyOptional) || standsBelowText(message))
  }

  /// Where a message may lack a body, a footer alone is its text.
  private func standsBelowText(_ message: Message) -> Bool {
    message.isOneTimePassword || !(message.body?.text?.isBlank ?? true) || !parts.isEmpty
  }
}

/// Texts and addresses of objects.
extension ObjectCheck {
  func checkText(
    _ place: Place, by rule: ObjectRules.Member, _ source: inout Source
  ) -> Bool {
    let text = source.plain(at: place)
    measure(text, by: rule.limit, &source)
    switch rule.value {
    case .url:
      let url = source.text(at: place)
      if !rule.types.isEmpty { checkType(of: url, mediaTypes[rule.types] ?? [], &source) }
      if rule.isBase, let type = url.fileType,
        mediaTypes.values.contains(where: { $0.contains(type) })
      {
        source.log.add(.addressNamesFile, at: url.place, detail: type)
      }
      return checkAddress(url, schemes: ["https"], &source)
    case .link: return checkAddress(source.text(at: place), schemes: schemes, &source)
    case .address:
      let isGood = source.text(at: place).isAddress
      if !isGood { source.log.add(.schemeNotAllowed, at: place, detail: "http, https") }
      return isGood
    default: return true
    }
  }

  /// The type of a file, as far as its address shows it.
  private func checkType(of url: Text, _ types: [String], _ source: inout Source) {
    if url.isFile(of: types) { return }
    source.log.add(.fileTypeUnusual, at: url.place, detail: url.fileType ?? "")
  }

  /// A length, in the unit that is documented; where graphemes are, scalars are what some count.
  private func measure(_ text: Text, by limit: Limit, _ source: inout Source) {
    let bound = min(limit.maximum, limit.advised)
    if bound == .max || text.count <= bound { return }
    let count = limit.count(text)
    if count > bound {
      let isError = count > limit.maximum
      source.log.add(
        isError ? .textTooLong : .textLong, at: text.place,
        limit: isError ? limit.maximum : limit.advised, found: count,
        detail: "\(limit.unit.word)")
    } else if limit.unit == .graphemes {
      let scalars = text.withBytes { $0.scalarCount }
      if scalars > limit.maximum {
        source.log.add(
          .textLong, at: text.place, limit: limit.maximum, found: scalars,
          detail: "\(Unit.scalars.word)")
      }
    }
  }

  /// An address: its scheme, and no character that has to be encoded.
  private func checkAddress(_ url: Text, schemes: [String], _ source: inout Source) -> Bool {
    if url.startsWithVariable { return true }
    let scheme = url.string.prefix { $0 != ":" }.lowercased()
    guard url.holds(0x3A), schemes.contains(scheme) else {
      source.log.add(
        schemes == ["https"] ? .httpsNeeded : .schemeNotAllowed, at: url.place,
        detail: schemes.joined(separator: ", "))
      return true
    }
    if url.leadsNowhere {
      source.log.add(
        .valueNotAllowed, at: url.place, detail: "an address that goes on behind its scheme")
      return true
    }
    let respelled = url.respelledPlaceholders
    guard let encoded = (respelled ?? url).percentEncoded ?? respelled else { return true }
    source.log.add(.addressNotEncoded, at: url.place)
    if respelled != nil { source.log.add(.placeholderRespelled, at: url.place, target: url.place) }
    source.respelled[url.place.token] = encoded.string
    return true
  }

  func isLength(_ text: String, _ rule: ObjectRules.Member) -> Bool {
    if rule.words.contains(text) { return true }
    let digits = text.hasSuffix("px") ? text.dropLast(2) : text.dropLast(1)
    let isUnit = text.hasSuffix("px") || (rule.takesPercent && text.hasSuffix("%"))
    return isUnit && !digits.isEmpty && Double(digits) != nil
  }
}

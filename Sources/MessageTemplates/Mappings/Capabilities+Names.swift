/// Categories and layouts by the names that platforms have for them.
extension [Capabilities.CategoryName] {
  /// The category that is spelled so.
  func named(_ spelling: Text) -> (purpose: Category.Purpose, isLegacy: Bool)? {
    for index in indices where spelling.hasSameBytes(as: span[index].text) {
      return (span[index].purpose, span[index].isLegacy)
    }
    return nil
  }
}

extension [Capabilities.Layout] {
  /// Whether a category names a layout.
  func names(_ spelling: Text) -> Bool {
    for index in indices where spelling.hasSameBytes(as: span[index].spelling) { return true }
    return false
  }

  /// The layout that a message has, which is only looked at.
  @inline(__always)
  func index(of message: inout Message) -> Int? {
    let kind = message.header?.mediaKind
    let hasBody = message.body?.text?.place != nil
    let hasButton = !message.buttons.items.isEmpty
    for index in indices
    where span[index].header == kind && span[index].hasBody == hasBody
      && (span[index].button != nil) == hasButton
    {
      return index
    }
    return nil
  }
}

extension Capabilities {
  /// Whether a shape of the format must name something.
  func requires(_ feature: Feature, _ shape: String) -> Bool {
    let profile = profiles.first { $0.name == shape } ?? profiles.first
    return profile?.required.contains(feature) ?? false
  }
}

extension [Capabilities.CategoryName] {
  /// A purpose in the platform's own word.
  func spelling(of purpose: Category.Purpose) -> String {
    first { $0.purpose == purpose && !$0.isLegacy }?.spelling ?? ""
  }
}

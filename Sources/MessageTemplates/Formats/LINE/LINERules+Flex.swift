/// Rules of Flex Messages: blocks, sizes, pictures, and how large the whole may be.
extension LINERules {
  static func checkFlex(_ place: Place, _ source: inout Source) {
    let isCarousel = source.word(place, "type") == "carousel"
    let bubbles = isCarousel ? source.list(place, "contents") : [place]
    for bubble in bubbles { checkBubble(bubble, isCarousel: isCarousel, &source) }
    if let first = bubbles.first {
      let size = source.word(first, "size")
      for bubble in bubbles.dropFirst() where source.word(bubble, "size") != size {
        source.log.add(.bubblesDiffer, at: source.member(bubble, "size") ?? bubble)
      }
    }
    if isCarousel { measure(place, .cardsBytes, &source) }
  }

  private static func checkBubble(_ place: Place, isCarousel: Bool, _ source: inout Source) {
    let blocks = ["header", "hero", "body", "footer"].compactMap { source.object(place, $0) }
    if blocks.isEmpty { source.log.add(.memberMissing, at: place, detail: "body") }
    if let hero = source.object(place, "hero"), source.word(hero, "type") == "video" {
      let size = source.word(place, "size")
      if isCarousel || !["", "kilo", "mega", "giga"].contains(size) {
        source.log.add(.videoMisplaced, at: hero)
      }
    }
    for block in blocks {
      checkTexts(block, &source)
      if let first = source.list(block, "contents").first,
        source.word(first, "position") == "absolute", let member = source.member(first, "position")
      {
        source.log.add(.firstIsAbsolute, at: member)
      }
    }
    measure(place, .layoutBytes, &source)
  }

  /// A text has words or spans.
  private static func checkTexts(_ box: Place, _ source: inout Source) {
    for child in source.list(box, "contents") {
      switch source.word(child, "type") {
      case "box": checkTexts(child, &source)
      case "text":
        if source.member(child, "text") == nil, source.list(child, "contents").isEmpty {
          source.log.add(.memberMissing, at: child, detail: "text")
          source.leaveOut(child, .brokenDropped)
        }
      default: break
      }
    }
  }

  /// How many bytes the compact JSON has; counted only where the source's own are near the limit.
  private static func measure(_ place: Place, _ measure: Measure, _ source: inout Source) {
    let limit = Format.line.capabilities[measure]
    if source.tape.tokens[Int(place.token)].range.count <= limit.advised { return }
    let count = source.layout(place, key: nil, origin: Format.line.id).json.utf8.count
    if count > limit.advised {
      source.log.add(
        count > limit.maximum ? .layoutTooLarge : .layoutLarge, at: place, limit: limit.maximum,
        found: count)
    }
  }
}

/// Places on the map, which some channels are told on sending only.
extension Adaptation {
  /// A place on the map, which some channels name on sending only.
  mutating func adaptLocation(
    _ location: Location, _ header: inout Header, _ message: inout Message
  ) {
    guard holds(location), !isExcluded(.headerLocation, in: message) else {
      return mergeLocation(location, at: header.place)
    }
    if features.contains(.locationOnSending), !isCanonical, location != Location() {
      log.add(.locationLeftToSending, at: header.place, target: header.place)
      header.content = .location(Location())
    }
    if limits.traits.contains(.placesComplete) {
      header.content = .location(completed(location, at: header.place))
    }
    message.header = header
  }

  /// Whether the target can hold a place as it is.
  func holds(_ location: Location) -> Bool {
    guard features.contains(.headerLocation) else { return false }
    guard limits.traits.contains(.placesComplete) else { return true }
    guard let latitude = location.latitude?.value, let longitude = location.longitude?.value else {
      return false
    }
    return abs(latitude) <= 90 && abs(longitude) <= 180
  }

  /// A place with a name and an address, each the other where one is missing.
  private mutating func completed(_ location: Location, at place: Place) -> Location {
    let limit = limits[.place]
    let point = "\(location.latitude?.spelling ?? ""), \(location.longitude?.spelling ?? "")"
    let known = [location.name, location.address].compactMap { $0 }.first { !$0.isBlank }
    var location = location
    location.latitude = location.latitude?.asJSON
    location.longitude = location.longitude?.asJSON
    for path in [\Location.name, \.address] {
      if let text = location[keyPath: path], !text.isBlank {
        if limit.allows(text) { continue }
        log.add(
          .placeShortened, at: text.place, target: text.place, limit: limit.maximum,
          found: limit.count(text))
        location[keyPath: path] = text.abbreviated(to: limit.maximum, limit)
        continue
      }
      absent(location[keyPath: path]?.place)
      var text = known ?? .plain(point)
      text.place = .nowhere
      log.add(.placeCompleted, at: place, detail: text.string)
      location[keyPath: path] =
        limit.allows(text) ? text : text.abbreviated(to: limit.maximum, limit)
    }
    return location
  }
}

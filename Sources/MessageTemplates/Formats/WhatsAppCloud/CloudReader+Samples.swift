/// Samples, in every form in which they are found.
extension CloudReader {
  /// The example beside a text: of its own component, as an object, a list or a lone text.
  mutating func readExample(
    _ source: inout Source, _ fields: inout Fields, of text: Text, scope: String
  ) {
    guard let place = takeExample(&source, &fields) else { return }
    guard source.kind(place) == .object else {
      return add(values(&source, in: place), to: text, scope: scope, &source)
    }
    var inner = source.fields(of: place, CloudExampleKey.table)
    for key in [CloudExampleKey.headerText, .bodyText] {
      guard let place = inner.take(key.rawValue) else { continue }
      add(values(&source, in: place), to: text, scope: scope, &source)
    }
    for key in [CloudExampleKey.headerTextNamedParams, .bodyTextNamedParams] {
      guard let array = source.array(&inner, key) else { continue }
      var elements = source.elements(array)
      while let element = source.next(&elements) {
        if source.isObject(element) { readNamed(&source, element) }
      }
    }
    for key in [CloudExampleKey.headerHandle, .headerUrl] {
      guard let place = inner.take(key.rawValue) else { continue }
      source.log.add(.sampleLeftOut, at: place)
    }
    for place in inner.leftovers { source.log.add(.unknownDropped, at: place) }
  }

  /// An example that says something.
  private func takeExample(_ source: inout Source, _ fields: inout Fields) -> Place? {
    guard let place = fields.take(CloudComponentKey.example.rawValue) else { return nil }
    guard source.isEmpty(place) else { return place }
    source.mark(place, .structure)
    return nil
  }

  /// A sample with the name of its variable.
  private mutating func readNamed(_ source: inout Source, _ place: Place) {
    var fields = source.fields(of: place, CloudExampleKey.table)
    let name = source.plain(&fields, CloudExampleKey.paramName)
    let value = source.plain(&fields, CloudExampleKey.example)
    for place in fields.leftovers { source.log.add(.unknownDropped, at: place) }
    guard let name, let value else {
      return source.log.add(.sampleUnreadable, at: place)
    }
    source.mark(name.place, .structure)
    add(Sample(name, value), &source)
  }

  /// The texts of an example: a lone one, a list, or a list of lists as the platform wants it.
  private func values(_ source: inout Source, in place: Place) -> [Text] {
    guard source.kind(place) == .array else { return source.texts(place) }
    var texts: [Text] = []
    var elements = source.elements(place)
    while let element = source.next(&elements) { texts += source.texts(element) }
    return texts
  }

  /// Gives the variables of a text their samples, which stand in the order of their numbers.
  mutating func add(_ values: [Text], to text: Text, scope: String, _ source: inout Source) {
    var names: [String] = []
    for name in text.variables where !names.contains(name) { names.append(name) }
    let numbers = names.compactMap { VariableScope.number(of: $0, in: scope) }
    if numbers.count == names.count {
      let isDense = values.count == numbers.count
      names = isDense ? numbers.sorted().map { VariableScope.name($0, in: scope) } : []
    }
    for (index, value) in values.enumerated() where !value.isEmpty {
      let name =
        names.indices.contains(index) ? names[index] : VariableScope.name(index + 1, in: scope)
      add(Sample(name, value), &source)
    }
    for value in values where value.isEmpty { source.mark(value.place, .structure) }
  }

  /// A sample; of two for one variable the first counts.
  mutating func add(_ sample: Sample, _ source: inout Source) {
    guard let index = samples.span.index(of: sample.key, before: samples.count) else {
      if samples.isEmpty { samples.reserveCapacity(8) }
      return samples.append(sample)
    }
    let earlier = samples[index]
    if earlier.value == sample.value {
      source.mark(sample.value.place, .structure)
    } else {
      source.log.add(.sampleConflict, at: sample.value.place)
    }
  }

  /// A medium's sample: the handle of an upload, or an address.
  mutating func media(_ source: inout Source, _ fields: inout Fields, _ kind: Media.Kind) -> Media {
    var media = Media(kind)
    guard let place = takeExample(&source, &fields) else { return media }
    var texts: [Text] = []
    if source.kind(place) == .object {
      var inner = source.fields(of: place, CloudExampleKey.table)
      for key in [CloudExampleKey.headerHandle, .headerUrl] {
        guard let place = inner.take(key.rawValue) else { continue }
        texts += values(&source, in: place)
      }
      for key in [CloudExampleKey.headerText, .bodyText] {
        guard let place = inner.take(key.rawValue) else { continue }
        source.log.add(.sampleLeftOut, at: place)
      }
      for place in inner.leftovers { source.log.add(.unknownDropped, at: place) }
    } else {
      texts = values(&source, in: place)
    }
    for text in texts {
      if text.isEmpty {
        source.mark(text.place, .structure)
      } else if text.isAddress, media.url == nil {
        media.url = text
      } else if !text.isAddress, media.handle == nil {
        media.handle = text
      } else {
        source.log.add(.sampleLeftOut, at: text.place)
      }
    }
    return media
  }

  /// Texts that the platform writes are no part of the template: those beside a password.
  mutating func dropFixedTexts(_ source: inout Source, of message: inout Message) {
    guard message.isOneTimePassword else { return }
    if let text = message.body?.text, isHeld || message.body?.securityAdvice != nil {
      source.mark(text.place, .envelope)
      message.body?.text = nil
      for sample in samples where VariableScope.number(of: sample.name, in: "body") != nil {
        source.mark(sample.value.place, .envelope)
      }
      samples.removeAll { VariableScope.number(of: $0.name, in: "body") != nil }
    }
    if let text = message.footer?.text, isHeld || message.footer?.codeExpiration != nil {
      source.mark(text.place, .envelope)
      message.footer?.text = nil
    }
  }
}

/// A template turned into another format, with an account of what that cost.
///
/// For example:
///
///     let conversion = try Conversion(of: bytes, to: .camsViber)
///     conversion.outputs     // the documents
///     conversion.findings    // what changed, where, why, what to do about it
public struct Conversion: Sendable {
  /// How a conversion ended.
  public enum Status: String, Sendable {
    /// There is an output.
    case converted
    /// The bytes are no document, or fit no format.
    case unreadable
    /// The source was read, and there is no valid target for it, or no template in it.
    case refused
  }

  /// What the caller may choose.
  public struct Options: Sendable {
    /// What to prefer where a channel leaves a choice.
    public var policy = Policy()
    /// How the output is spelled.
    public var style = Style()
    /// The code of the template that a change request is for.
    public var templateCode = ""
    /// What the source lacks: pointers into the canonical model, and values.
    public var supplies: [Supply] = []
    /// Values for variables.
    public var values: Values = .none

    /// Makes the default options.
    public init() {}
  }

  /// The format that was read.
  public private(set) var from: Format
  /// The format that was written.
  public let to: Format
  /// How it ended.
  public private(set) var status = Status.refused
  var place = Place.nowhere
  /// The name of the format around the one that was read: an export in XML, for example.
  var carrier: String?

  /// Why the bytes could not be read.
  public private(set) var error: ReadError?

  /// The templates as they were written, one a document.
  package private(set) var adapted: [Template] = []

  /// The variables that got other names: the old one and the new.
  package var renames: [(old: String, new: String)] { adaptation.renames }

  var source: Source
  var buffers: [Output] = []
  var documentCount = 0
  let options: Options
  /// Serves one template after the other.
  var adaptation: Adaptation
  private var names = Names()

  /// Converts one template.
  ///
  /// - Parameters:
  ///   - bytes: The document: one template, in UTF-8.
  ///   - format: The format it is in; recognised where it is not given.
  ///   - target: The format to write.
  ///   - options: What the caller may choose.
  /// - Throws: ``ReadError`` where the bytes are no document, or fit no format.
  public init(
    of bytes: some Sequence<UInt8>, from format: Format? = nil, to target: Format,
    options: Options = Options()
  ) throws(ReadError) {
    self.init(to: target, options)
    let document = Array(bytes)
    try load(document.span)
    try run(from: format, at: source.root)
  }

  /// An empty conversion, to be run again and again.
  init(to target: Format, _ options: Options) {
    source = Source()
    from = target
    to = target
    self.options = options
    adaptation = Adaptation(to: target, options)
  }

  /// A conversion that failed before there was anything to convert.
  init(
    unreadable error: ReadError, from format: Format?, to target: Format,
    _ options: Options = Options()
  ) {
    self.init(to: target, options)
    from = format ?? target
    status = .unreadable
    self.error = error
  }

  /// Ends as unreadable; the document stays loaded for its other templates.
  mutating func fail(_ error: ReadError) {
    status = .unreadable
    self.error = error
  }

  /// Loads a document; ``run(from:at:of:)`` then converts a template in it.
  mutating func load(_ bytes: Span<UInt8>) throws(ReadError) {
    error = nil
    status = .refused
    carrier = nil
    try source.tape.load(bytes)
  }

  /// Loads a document of another notation.
  mutating func load(_ document: ForeignDocument) {
    error = nil
    status = .refused
    carrier = document.name
    source.tape.load(document)
  }

  /// Converts the template at a place of the loaded document.
  mutating func run(
    from format: Format?, at place: Place, of template: ForeignDocument.Template? = nil
  ) throws(ReadError) {
    status = .refused
    defer { if status != .converted { adapted.clear() } }
    self.place = place
    error = nil
    adaptation.leaveArena()
    source.renewArena()
    source.begin(at: template.map { Place(token: $0.scope) } ?? place)
    documentCount = 0
    for remark in template?.remarks ?? [] {
      source.log.add(remark.code, at: Place(token: remark.token), detail: remark.detail)
    }
    if let template, template.token == nil {
      from = format ?? to
      source.log.keepErrors()
      return
    }
    if let format {
      from = format
    } else if template != nil {
      openData(at: place)
      from = Recognition(tape: source.tape).camsFormat(at: place)
    } else {
      openData(at: place)
      from = try recognise(at: place)
    }
    source.format = from.id
    if adapted.isEmpty { adapted.append(Template()) } else { adapted[0] = Template() }
    if adapted.count > 1 { adapted.removeLast(adapted.count - 1) }
    guard from.adapter.read(&source, at: place, into: &adapted[0]) else {
      if let mistake = source.mistake { throw mistake }
      return
    }
    var check = Check(format: from, log: source.log.taken(), names: names.taken())
    for supply in options.supplies { supply.apply(to: &adapted[0], &check.log) }
    if check.log.contains(.supplyMisplaced) {
      source.log = check.log.taken()
      return source.log.keepErrors()
    }
    check.run(&adapted[0])
    options.values.fill(&adapted[0], &check.log)
    if to == .canonical, adapted[0].origin == nil { adapted[0].origin = from.id }
    let kept = source.hasKept ? adapted[0].keptPlaces : []
    adaptation.begin(from: from, arena: source.arena, log: check.log.taken())
    adaptation.adapt(&adapted, variables: check.names)
    source.log = adaptation.log.taken()
    names = check.names.taken()
    names.reset()
    if adaptation.isRefused { return source.log.keepErrors() }
    status = .converted
    for index in adapted.indices { write(index, options.style) }
    settle(kept)
    if !adaptation.layouts.isEmpty { Ledger.nameLayouts(adaptation.layouts, &source) }
    for place in Ledger.unaccounted(&source) { source.log.add(.notCarried, at: place) }
  }

  /// Writes one document, into memory that an earlier one may have left.
  private mutating func write(_ index: Int, _ style: Style) {
    if index == buffers.count { buffers.append(Output()) }
    buffers[index].reset()
    to.adapter.write(&adapted[index], as: style, to: &buffers[index])
    buffers[index].close()
    documentCount = index + 1
  }

  /// Settles the fates; kept members that are in no output are named.
  private mutating func settle(_ kept: [Place]) {
    Ledger.settle(adaptation.settled, buffers[..<documentCount], source.log, &source.tape)
    if !kept.isEmpty { nameDropped(kept) }
  }

  /// Names the kept members that are in no output, unless they are named as lost already.
  private mutating func nameDropped(_ kept: [Place]) {
    var remaining = Set<Int32>()
    for template in adapted { remaining.formUnion(template.keptPlaces.map(\.token)) }
    for place in kept where place.exists && !remaining.contains(place.token) {
      if Ledger.cover(place, .lost, &source) { source.log.add(.unknownDropped, at: place) }
    }
  }
}

extension Conversion {
  /// How the output was to be spelled.
  package var style: Style { options.style }
  /// The shape that was asked for.
  package var shape: String { options.style.shape }
  /// The name of the format that was read, as reports say it.
  package var sourceName: String { carrier ?? from.name }
  /// The variable that says when an offer ends.
  package var deadline: String { options.policy.deadlineVariable }
}

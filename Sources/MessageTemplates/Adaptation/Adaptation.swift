/// Makes a template one that its target can hold: the only place where anything is given up.
///
/// Features decide, one file each; each decision names what it is about, and what becomes text goes
/// into ``parts``. At the end the parts are fitted into the body.
struct Adaptation {
  private(set) var source: Format
  let target: Format
  let style: Style
  let policy: Policy
  /// A code for the template on the target's platform.
  let templateCode: String
  let features: Features
  /// Where new texts live.
  private(set) var arena: Arena?
  var log = Log()
  /// Leaves whose fate is settled without a finding.
  var settled: [(place: Place, fate: Fate)] = []
  /// Whether there is no target; the log says why.
  var isRefused = false
  /// Whether the template goes from one channel to another.
  private(set) var crosses = false
  /// Whether the target is the model itself, which holds everything.
  let isCanonical: Bool
  /// Whether the source is the model itself.
  private(set) var isFromCanonical: Bool
  /// Whether the template stays in its format, so that only what breaks a rule changes.
  private(set) var isRepair = true
  /// Whether a picture known by its address alone stays as it is, whatever stands beside it.
  let keepsPictures: Bool
  /// The layout for what a message holds.
  let layoutChoice: LayoutChoice

  // The message that is being adapted.
  var parts: [Part] = []
  /// What else the parts say of the source.
  var remarks: [Entry] = []
  var language: Text?
  /// Whether the target's platform is to write the template in several languages.
  var hasSeveralLanguages = false
  /// What the source says the template is for.
  var purpose: Category.Purpose?
  /// Whether the target has a variable that the source has not.
  var inventsVariables = false
  /// The code of a source without a name, also where the target does not take it.
  var sourceCode: Text?
  var samples: [Sample] = []
  /// The variables that got other names: the old one and the new.
  var renames: [(old: String, new: String)] = []
  /// Which button is being spelled out.
  var buttonIndex = 0
  /// Where each message stood in the canonical model, where it was split off another.
  var pointers: [String] = []
  /// Which message is being adapted.
  var messageIndex = 0
  /// Where the message that is being adapted stood.
  var pointer: String {
    pointers.isEmpty ? "/messages/\(messageIndex)" : pointers[messageIndex]
  }
  /// Where its header stood.
  var headerPointer: String {
    messageIndex == 0 && pointers.isEmpty ? Adaptation.firstHeader : "\(pointer)/header"
  }
  /// Where the header of most templates stands.
  static let firstHeader = "/messages/0/header"
  /// What supplies that header's medium, by what it lacks; each is spelled out once.
  var supplies = [String](repeating: "", count: 1 << Lacks.count)
  /// What is said of the template and no message holds.
  var envelopePlaces: [Place?] = []
  /// Links that a text could not hold.
  var links: [Button] = []
  /// Layouts that stay behind, and the messages they are of.
  var layouts: [(layout: Place, message: Place)] = []
  /// The variables in whose place their samples stand now.
  var filled: [String] = []
  /// The caption of a document that went into a template of its own.
  var pendingCaption: Text?

  init(to target: Format, _ options: Conversion.Options) {
    source = target
    self.target = target
    style = options.style
    policy = options.policy
    templateCode = options.templateCode
    features = target.capabilities.features(options.style.shape)
    isCanonical = target == .canonical
    isFromCanonical = isCanonical
    keepsPictures = target.capabilities.keepsPictures(features)
    layoutChoice = LayoutChoice(target.capabilities.layouts, policy)
  }

  /// Starts on a template of a format; what was found before is forgotten.
  mutating func begin(from source: Format, arena: Arena?, log: consuming Log) {
    if source != self.source { change(source) }
    self.arena = arena
    self.log = log
    isRefused = false
    inventsVariables = false
    buttonIndex = 0
    settled.clear()
    forgetParts()
    renames.clear()
    pointers.clear()
    envelopePlaces.clear()
    links.clear()
    layouts.clear()
    filled.clear()
    if pendingCaption.isThere { pendingCaption = nil }
  }

  @inline(never)
  private mutating func change(_ source: Format) {
    self.source = source
    isRepair = source == target
    isFromCanonical = source == .canonical
    crosses = !isRepair && !isCanonical && !isFromCanonical && source.channel != target.channel
  }

  private mutating func forgetParts() {
    parts.clear()
    remarks.clear()
  }

  /// Lets go of the memory of the last template's texts.
  mutating func leaveArena() { arena = nil }

  /// Whether the target has messages, which hold nothing of a template.
  @inline(__always)
  var writesMessages: Bool { features.contains(.messages) && !features.contains(.name) }

  var limits: Capabilities { _read { yield target.capabilities } }

  /// Turns one template into those that the target can hold, one a document.
  mutating func adapt(_ documents: inout [Template], variables: Names) {
    let hasSeveral = documents[0].messages.count > 1
    adapt(&documents[0], hasSeveral: hasSeveral)
    if isRefused { return documents.removeAll() }
    divide(&documents)
    for index in documents.indices { adaptCategory(&documents[index], isFirst: index == 0) }
    adaptVariables(&documents, before: variables)
    if isRefused { documents.removeAll() }
  }

  /// Everything but the category and the variables, which each document has for itself.
  private mutating func adapt(_ template: inout Template, hasSeveral: Bool) {
    language = template.language
    purpose = template.category?.purpose
    hasSeveralLanguages = false
    samples = template.samples
    adaptEnvelope(&template)
    adaptKept(&template.kept)
    respellPlaceholders(&template.messages)
    splitMessages(&template.messages)
    adaptMessages(&template.messages)
    if isRefused { return }
    if hasSeveral { noteSeveralMessages(template) }
    target.adapter.settle(&template.messages, &self)
    if writesMessages { noteMessages(&template) }
    template.samples = samples
  }

  /// Each message; one that cannot stand alone goes where others stay.
  private mutating func adaptMessages(_ messages: inout [Message]) {
    var dropped: [Int] = []
    for index in messages.indices {
      messageIndex = index
      let before = log.entries.count
      let own = messages[index].place
      let place = own.exists ? own : messages[index].anyPlace
      adapt(&messages[index])
      if !isRefused { continue }
      // The last one stands for all of them where none can stand alone.
      if dropped.count + 1 == messages.count || log.contains(.carouselRefused) { return }
      isRefused = false
      let losses = log.entries[before...].filter {
        $0.source.token == place.token && $0.code.severity == .lost
      }
      log.forget(from: before)
      if losses.isEmpty {
        log.add(.messageDropped, at: place, pointer: pointer + "/body/text")
      } else {
        for entry in losses { log.add(entry) }
      }
      dropped.append(index)
    }
    if dropped.isEmpty { return }
    if pointers.isEmpty { pointers = messages.indices.map { "/messages/\($0)" } }
    for index in dropped.reversed() {
      messages.remove(at: index)
      pointers.remove(at: index)
    }
  }

  /// One document a message, where the target has no more in one.
  @inline(__always)
  private func divide(_ documents: inout [Template]) {
    let limit = features.contains(.messages) ? limits[.messages].maximum : 1
    let count = documents[0].messages.count
    if count <= limit, count > 0 || features.contains(.messages) { return }
    let template = documents[0]
    documents = stride(from: 0, to: count, by: limit).map { start in
      var document = template
      document.messages = Array(template.messages[start...].prefix(limit))
      if start > 0 { document.name = numbered(template.name, start / limit + 1) }
      return document
    }
  }

  private func numbered(_ name: Text?, _ number: Int) -> Text? {
    name.map { .plain($0.string + "_\(number)") }
  }

  /// One message: every feature in turn, then the body.
  mutating func adapt(_ message: inout Message) {
    forgetParts()
    if message.hasExtras {
      adaptMessageParts(&message)
      if message.native != nil, !isCanonical { return }
    }
    adaptAuthentication(&message)
    if message.hasOffer { adaptOffer(&message) }
    let staysAbove = !message.header.isThere || keepsPicture(message.header)
    if !staysAbove || message.carousel.isThere { settleMedia(&message) }
    if !staysAbove { adaptHeader(&message) }
    if message.body?.hasTitle ?? false { adaptTitle(&message.body, header: &message.header) }
    if pendingCaption.isThere { adaptPendingCaption(message) }
    if message.carousel.isThere { adaptCarousel(&message) }
    adaptButtons(&message)
    if message.footer.isThere { adaptFooter(&message) }
    if message.hasExtras {
      adaptCallPermission(&message)
      adaptAlternative(&message)
    }
    adaptKept(&message.kept)
    composeBody(&message)
  }

  /// Members without a name in the model stay in their own format only.
  ///
  /// Those that are gone in the end are named then, all in one place.
  mutating func adaptKept(_ kept: inout [Kept]) {
    if !kept.isEmpty { kept.removeAll { !holds($0) } }
  }

  private func holds(_ member: Kept) -> Bool {
    isCanonical || member.origin == target.id || limits.keeps.contains(member.origin.name)
  }

  /// A leaf that is transport for this target.
  mutating func envelope(_ place: Place?) {
    if let place, place.exists { settled.append((place, .envelope)) }
  }

  /// A leaf whose value is what its absence says too.
  mutating func absent(_ place: Place?) {
    if let place, place.exists { settled.append((place, .structure)) }
  }
}

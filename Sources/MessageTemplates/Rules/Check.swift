/// The rules of a platform that a document alone can decide, applied to a template of its own.
///
/// Everything that is wrong is reported, not the first thing only.
/// The limits stand in the mapping; what is here are the moves.
struct Check {
  let format: Format
  var log: Log
  /// The variables of the template, once it was checked.
  var names: Names
  /// What the format can hold in its first shape.
  let features: Features
  /// Whether the platform is to write the template in several languages.
  var hasSeveralLanguages = false

  init(format: Format, log: Log, names: Names = Names()) {
    self.format = format
    self.log = log
    self.names = names
    features = format.capabilities.firstFeatures
  }

  var limits: Capabilities { _read { yield format.capabilities } }

  /// Checks a template as it was read.
  ///
  /// Nothing changes it: elements of arrays would be copied to be lent, but not to be handed on
  /// `inout`.
  mutating func run(_ template: inout Template) {
    if limits.categories.isEmpty { return }
    hasSeveralLanguages = !template.furtherLanguages.isEmpty
    checkEnvelope(&template)
    let (purpose, category) = (template.category?.purpose, template.category?.spelling)
    for index in template.messages.indices { check(&template.messages[index], purpose, category) }
    checkVariables(&template)
    if limits.numbersVariables { checkNumbers(&template) }
    if !template.furtherLanguages.isEmpty { checkSeveralLanguages(template) }
    noteKept(template.kept)
  }

  private mutating func check(
    _ message: inout Message, _ purpose: Category.Purpose?, _ category: Text?
  ) {
    // A layout was checked as it stands; what was read out of it has no shape of this format's.
    if message.hasExtras, message.native != nil { return checkWords(of: &message) }
    let isOneTimePassword = message.isOneTimePassword
    checkComponents(&message)
    checkTexts(&message, isOneTimePassword: isOneTimePassword)
    checkButtons(&message)
    if !limits.layouts.isEmpty { checkLayout(&message, purpose, category) }
    let isAuthentication = purpose == .authentication
    if isOneTimePassword || isAuthentication { checkAuthentication(&message) }
    if isOneTimePassword, !isAuthentication, let category, limits.layouts.isEmpty {
      log.add(.passwordInCategory, at: category.place)
    }
    if message.carousel.isThere { checkCards(&message) }
    if !isOneTimePassword, !isAuthentication { noteIdleOptions(&message) }
    if message.hasExtras { noteKept(message.callPermission?.kept) }
    if !message.kept.isEmpty { for member in message.kept where member.key != nil { note(member) } }
  }

  /// Unknown members are kept; here they are named.
  @inline(__always)
  mutating func noteKept(_ kept: [Kept]?) {
    if let kept, !kept.isEmpty { for member in kept { note(member) } }
  }

  mutating func note(_ member: Kept) {
    if let key = member.key, limits.members.contains(key) {
      if let rule = limits.memberRules[key] { check(member, by: rule) }
      return
    }
    log.add(.unknownMember, at: member.place, detail: member.key ?? "")
  }

  /// A text against a limit: an error where the platform enforces it, else a note.
  @inline(__always)
  mutating func measure(_ text: Text?, _ measure: Measure) {
    guard let text else { return }
    let limit = limits[measure]
    // Units have a byte at least.
    if text.count > limit.maximum || text.count > limit.advised { count(text, limit) }
  }

  private mutating func count(_ text: Text, _ limit: Limit) {
    if limit.maximum == .max { return }
    let bound = min(limit.maximum, limit.advised)
    let count = limit.count(text)
    if count <= bound { return }
    let isError = count > limit.maximum && limit.isEnforced
    log.add(
      isError ? .textTooLong : .textLong, at: text.place,
      limit: count > limit.maximum ? limit.maximum : limit.advised, found: count,
      detail: "\(limit.unit.word)")
  }

  /// A number against a range.
  mutating func measure(_ number: Number?, _ measure: Measure) {
    guard let number, limits[measure].maximum != .max else { return }
    if limits[measure].allows(number) { return }
    log.add(
      .outOfRange, at: number.place, limit: limits[measure].minimum,
      found: limits[measure].maximum)
  }

  /// The variables of a text against a limit.
  @inline(__always)
  mutating func countVariables(_ text: Text?, _ measure: Measure) {
    if let text, text.markCount > 0 { countVariables(in: text, measure) }
  }

  private mutating func countVariables(in text: Text, _ measure: Measure) {
    let count = text.variableCount
    let limit = limits[measure].maximum
    if count > limit { log.add(.tooManyVariables, at: text.place, limit: limit, found: count) }
  }

  /// An address: http or https, a variable, or one that is masked.
  @inline(__always)
  mutating func checkURL(_ url: Text?) {
    if let url, !url.isEmpty { checkURL(url) }
  }

  private mutating func checkURL(_ url: Text) {
    measure(url, .url)
    countVariables(url, .urlVariables)
    checkPlaceholders(url)
    if url.isMasked { return log.add(.maskedValue, at: url.place) }
    if !url.isAddress, !url.opens(limits.linkSchemes) {
      return log.add(.urlInvalid, at: url.place, detail: url.place.exists ? "" : url.string)
    }
    if limits.endsWithVariable, url.goesOnBehindVariable {
      log.add(.urlVariableInside, at: url.place)
    }
  }
}

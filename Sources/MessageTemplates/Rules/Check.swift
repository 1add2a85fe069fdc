/// The rules of a platform that a document alone can decide, applied to a template of its own.
///
/// Everything that is wrong is reported, not the first thing only.
/// The limits stand in the mapping; what is here are the moves.
struct Check {
  let format: Format
  var log: Log
  /// The variables of the template, once it was checked.
  var names = Names()

  init(format: Format, log: Log) {
    self.format = format
    self.log = log
  }

  var limits: Capabilities { _read { yield format.capabilities } }

  /// Checks a template as it was read.
  mutating func run(_ template: Template) {
    if limits.categories.isEmpty { return }
    checkEnvelope(template)
    for index in template.messages.indices { check(template.messages.span[index], of: template) }
    checkVariables(template)
    if limits.numbersVariables { checkNumbers(template) }
    noteKept(template.kept)
  }

  /// Looks for variables again, in a template that was supplied with something.
  mutating func countAgain(_ template: Template) {
    names = Names()
    template.collectVariables(into: &names)
  }

  private mutating func check(_ message: Message, of template: Template) {
    checkComponents(message)
    checkTexts(message)
    checkButtons(message)
    checkLayout(message, of: template)
    let isAuthentication = template.category?.purpose == .authentication
    if message.isOneTimePassword || isAuthentication { checkAuthentication(message) }
    if message.isOneTimePassword, !isAuthentication, let category = template.category,
      limits.layouts.isEmpty
    {
      log.add(.passwordInCategory, at: category.spelling.place)
    }
    if let carousel = message.carousel { checkCards(carousel) }
    noteKept(message.callPermission?.kept ?? [])
    for member in message.kept where member.key != nil { note(member) }
  }

  /// Unknown members are kept; here they are named.
  mutating func noteKept(_ kept: [Kept]) {
    for member in kept { note(member) }
  }

  private mutating func note(_ member: Kept) {
    if let key = member.key, limits.members.contains(key) { return }
    log.add(.unknownMember, at: member.place, detail: member.key ?? "")
  }

  /// A text against a limit: an error where the platform enforces it, else a note.
  mutating func measure(_ text: Text?, _ measure: Measure) {
    guard let text else { return }
    let limit = limits[measure]
    if limit.maximum == .max { return }
    let bound = min(limit.maximum, limit.advised)
    let count = limit.count(text, atMost: bound)
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
  mutating func countVariables(_ text: Text?, _ measure: Measure) {
    guard let text, text.markCount > 0 else { return }
    let count = text.variableCount
    let limit = limits[measure].maximum
    if count > limit { log.add(.tooManyVariables, at: text.place, limit: limit, found: count) }
  }

  /// An address: http or https, a variable, or one that is masked.
  mutating func checkURL(_ url: Text?) {
    guard let url, !url.isEmpty else { return }
    measure(url, .url)
    countVariables(url, .urlVariables)
    if url.holds("***") { return log.add(.maskedValue, at: url.place) }
    if !url.isAddress { return log.add(.urlInvalid, at: url.place) }
    if limits.endsWithVariable, url.goesOnBehindVariable {
      log.add(.urlVariableInside, at: url.place)
    }
  }
}

extension Capabilities {
  /// What an answer without a template is, and what to do about it.
  func answer(code: String, message: String) -> String {
    let known = Format.camsWhatsApp.capabilities.answers.first { $0.code == code }
    if let known { return "This is the error answer \(code). \(known.advice)" }
    if code.isEmpty || code == "OK" { return "This is an answer without a template." }
    let reason = message.isEmpty ? "" : ": \(message)"
    return "This is the error answer \(code)\(reason)" + (reason.hasSuffix(".") ? "" : ".")
  }
}

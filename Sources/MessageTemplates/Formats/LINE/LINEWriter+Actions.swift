/// Actions: members in the order of the reference.
extension LINEWriter {
  /// The action of a button, as an object for which a key or a comma was written.
  func write(action button: Button, to output: inout Output) {
    output.openObject()
    switch button.action {
    case .url(let url):
      begin(button, "uri", to: &output)
      output.text("uri", url)
    case .phone(let number):
      begin(button, "uri", to: &output)
      guard let number else { break }
      output.begin("uri")
      output.land(number.place)
      output.join("tel:", number)
    case .reply(let reply): write(reply, of: button, to: &output)
    case .coupon(let code):
      begin(button, "clipboard", to: &output)
      output.text("clipboardText", code)
    case .dateTime(let question):
      begin(button, "datetimepicker", to: &output)
      output.text("data", question.data)
      output.text("mode", question.mode)
      output.text("initial", question.initial)
      output.text("max", question.max)
      output.text("min", question.min)
    case .camera: begin(button, "camera", to: &output)
    case .cameraRoll: begin(button, "cameraRoll", to: &output)
    case .requestLocation: begin(button, "location", to: &output)
    case .oneTimePassword, .flow, .catalog, .products, .requestPhone, .nothing, .service,
      .unknown:
      write(Reply(), of: button, to: &output)
    }
    output.kept(button.kept)
    output.endObject()
  }

  private func begin(_ button: Button, _ type: StaticString, to output: inout Output) {
    output.word("type", type)
    output.text("label", button.label)
  }

  /// An answer: with data it is a postback, whose words may be seen or not.
  private func write(_ reply: Reply, of button: Button, to output: inout Output) {
    var words = reply.says ?? button.label
    if reply.says == nil { words?.place = .nowhere }
    guard let data = reply.data else {
      begin(button, "message", to: &output)
      return output.text("text", words)
    }
    begin(button, "postback", to: &output)
    output.text("data", data)
    if !reply.isSilent { output.text("displayText", words) }
  }
}

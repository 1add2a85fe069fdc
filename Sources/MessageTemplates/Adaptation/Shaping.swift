/// The shapes that a format's own messages have.
extension Adaptation {
  /// Makes each message the messages that it becomes; one that keeps its layout stays as it is.
  mutating func shape(
    _ messages: inout [Message], _ parts: (inout Message, inout Adaptation) -> [Message]
  ) {
    var result: [Message] = []
    result.reserveCapacity(messages.count)
    for index in messages.indices {
      messageIndex = index
      // Nobody else holds the message: what is changed in it is not copied before.
      var message = Message()
      swap(&message, &messages[index])
      if message.native != nil {
        result.append(message)
      } else {
        result += parts(&message, &self)
      }
    }
    messages = result
  }
}

import LegacyXML
import MessageTemplates

/// Small exports for tests.
enum Samples {
  /// A CAMS answer whose body is some markup, behind a prolog.
  static func answer(_ body: String, prolog: String = "") -> String {
    prolog + "<GetChatappTemplateDetailResponse><Code>OK</Code><Data><Name>hello</Name>"
      + "<Language>en</Language><Category>UTILITY</Category><Components><Type>BODY</Type>"
      + "<Text>\(body)</Text></Components></Data></GetChatappTemplateDetailResponse>"
  }

  /// Answers in an element around them.
  static func archive(_ answers: [String]) -> String {
    "<Archive>\n" + answers.joined(separator: "\n") + "\n</Archive>\n"
  }

  static func convert(_ xml: String, to target: Format = .camsViber) -> [Conversion] {
    convert(Array(xml.utf8), to: target)
  }

  static func convert(_ xml: [UInt8], to target: Format = .camsViber) -> [Conversion] {
    Array(ExportConversions(of: xml, to: target))
  }

  /// The body of the first template, as it was read.
  static func body(of xml: [UInt8]) -> String? {
    convert(xml).first?.template?.messages.first?.body?.text?.string
  }
}

import CLibXML2
import MessageTemplates

/// libxml2's parser, fed piece by piece; what it sees goes to a ``Collector``.
///
/// Nothing is fetched: external entities, parameter entities and document types are neither loaded
/// nor kept, and XInclude is not a thing the parser knows. Entity expansion, depth and sizes have
/// libxml2's own bounds, which its HUGE mode would lift. Errors come back through this parser's
/// own handler, so that nothing is printed and nothing global is touched.
final class EventParser {
  private let state: UnsafeMutablePointer<Collector>
  private let parser: xmlParserCtxtPtr?

  /// libxml2 wants to be started once; that is safe from several threads at a time.
  private static let isStarted: Void = xmlInitParser()

  init(_ collector: consuming Collector) {
    _ = EventParser.isStarted
    state = .allocate(capacity: 1)
    state.initialize(to: collector)
    var handlers = EventParser.makeHandlers()
    parser = xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil)
    guard let parser else { return }
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    parser.pointee._private = UnsafeMutableRawPointer(state)
    state.pointee.parser = parser
    state.pointee.input = parser.pointee.inputTab[0]
  }

  deinit {
    if let parser {
      if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
      parser.pointee.myDoc = nil
      xmlFreeParserCtxt(parser)
    }
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// What was collected.
  var collector: Collector {
    _read { yield state.pointee }
    _modify { yield &state.pointee }
  }

  /// Reads the next bytes of the document, which are UTF-8.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    // What was read is dropped first, so that libxml2 need not move the next bytes into its place.
    if !bytes.isEmpty { _ = xmlParseChunk(parser, "", 0, 0) }
    let start = state.pointee.source.count
    if let first = bytes.baseAddress { state.pointee.source.append(first, bytes.count) }
    let piece = UnsafeRawPointer(state.pointee.source.start + start)
    _ = xmlParseChunk(
      parser, piece.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
  }

  private static func makeHandlers() -> xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startDocument = xmlSAX2StartDocument
    handlers.internalSubset = xmlSAX2InternalSubset
    handlers.getEntity = xmlSAX2GetEntity
    handlers.entityDecl = { context, name, type, publicID, systemID, content in
      guard type == XML_INTERNAL_GENERAL_ENTITY.rawValue else {
        return refuseEntity(context, name)
      }
      xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
    }
    handlers.reference = { context, name in refuseReference(context, name) }
    handlers.startElementNs = { context, name, prefix, _, _, _, count, defaulted, attributes in
      guard let collector = collecting(context), let name else { return }
      let attributes = Attributes(first: attributes, count: Int(count - defaulted))
      collector.pointee.start(name, prefix: prefix, attributes: attributes)
    }
    handlers.endElementNs = { context, _, _, _ in collecting(context)?.pointee.end() }
    handlers.characters = { context, text, count in
      guard let text else { return }
      collecting(context)?.pointee.text(text, Int(count), isData: false)
    }
    handlers.ignorableWhitespace = handlers.characters
    handlers.cdataBlock = { context, text, count in
      guard let text else { return }
      collecting(context)?.pointee.text(text, Int(count), isData: true)
    }
    handlers.serror = { context, error in
      guard let error, error.pointee.level == XML_ERR_FATAL else { return }
      collecting(context)?.pointee.fail(error.pointee.code, error.pointee.message)
    }
    return handlers
  }
}

/// The collector of a parser's context, which the parser of an entity shares.
private func collecting(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Collector>? {
  context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private?
    .assumingMemoryBound(to: Collector.self)
}

private func refuseEntity(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
  guard let collector = collecting(context), let name else { return }
  collector.pointee.fail(
    found: "`\(String(cString: name))`, an entity that is fetched or made of parameters",
    expected: "entities with a text of their own: nothing is fetched",
    at: collector.pointee.cursor)
}

private func refuseReference(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?
) {
  guard let collector = collecting(context), let name else { return }
  collector.pointee.fail(
    found: "`&\(String(cString: name));`, which is not declared here",
    expected: "an entity that the document itself declares", at: collector.pointee.cursor)
}

extension Collector {
  /// Notes an error of libxml2's; the commonest are said in words of our own.
  fileprivate mutating func fail(_ code: Int32, _ message: UnsafePointer<CChar>?) {
    let place = min(cursor, source.count)
    let sentence = message.map { String(cString: $0) } ?? "libxml2's error \(code)"
    let isEnd =
      code == Int32(XML_ERR_DOCUMENT_END.rawValue) || code == Int32(XML_ERR_DOCUMENT_EMPTY.rawValue)
    if isEnd, let open = stack.last {
      let name = names.strings[Int(nodes[Int(open)].name)]
      fail(found: "the end of the document", expected: "`</\(name)>`", at: source.count)
    } else if isEnd {
      let isEmpty = nodes.isEmpty
      fail(
        found: isEmpty ? "no element" : "something behind the root element",
        expected: isEmpty ? "an XML document" : "the end of the document", at: place)
    } else if sentence.hasPrefix("Input is not proper UTF-8") {
      fail(
        found: "bytes that are no UTF-8", expected: "UTF-8, or a declaration of the encoding",
        at: place)
    } else {
      let words = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      fail(found: "XML that is not well-formed: \(words)", expected: "well-formed XML", at: place)
    }
  }
}

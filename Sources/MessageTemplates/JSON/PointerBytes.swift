internal import CBytes

/// A JSON Pointer (RFC 6901) under construction, as a JSON string spells it.
struct PointerBytes: ~Copyable {
  private var memory = Scratch<UInt8>()

  var count: Int { memory.count }
  /// The pointer, until it changes.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(memory.values) }

  /// Cuts off what stands behind a place.
  @inline(__always)
  mutating func cut(to count: Int) { memory.removeAll(from: count) }

  /// Goes on to a member; the key stands there as a document spells it.
  @inline(__always)
  mutating func append(key: UnsafeBufferPointer<UInt8>, isEscaped: Bool) {
    var pen = Pen(memory.room(for: key.count + 1))
    pen.write(UInt8(ascii: "/"))
    if isEscaped || !key.isPlainInPointers { return appendMeaning(of: key, isEscaped) }
    pen.write(key)
    memory.take(to: pen.next)
  }

  /// Goes on to an element.
  @inline(__always)
  mutating func append(index: Int) {
    var pen = Pen(memory.room(for: 21))
    pen.write(UInt8(ascii: "/"))
    pen.write(decimal: index)
    memory.take(to: pen.next)
  }

  /// Goes on as another pointer does, or into a text that holds JSON: `#`.
  mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    var pen = Pen(memory.room(for: run.count))
    pen.write(run)
    memory.take(to: pen.next)
  }

  mutating func append(_ byte: UInt8) { memory.append(byte) }

  /// Goes on by a path that is not spelled yet.
  mutating func append(_ path: String) {
    var path = path
    path.withUTF8 { path in
      var pen = Pen(memory.room(for: Pen.room(for: path)))
      pen.write(escaped: path)
      memory.take(to: pen.next)
    }
  }

  /// A key in which a `~`, a `/` or an escape stands.
  @inline(never)
  private mutating func appendMeaning(of key: UnsafeBufferPointer<UInt8>, _ isEscaped: Bool) {
    memory.append(UInt8(ascii: "/"))
    if isEscaped {
      withUnescaped(key) { $0.withUnsafeBufferPointer { appendPlain($0) } }
    } else {
      appendPlain(key)
    }
  }

  private mutating func appendPlain(_ key: UnsafeBufferPointer<UInt8>) {
    for byte in key {
      switch byte {
      case UInt8(ascii: "~"): append("~0")
      case UInt8(ascii: "/"): append("~1")
      default: memory.take(to: bytes_put_escaped(memory.room(for: 6), byte))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a key is spelled in a pointer as it is.
  @inline(__always)
  fileprivate var isPlainInPointers: Bool {
    guard let base = baseAddress else { return true }
    return !bytes_slashed(base, count)
  }
}

import MessageTemplates

/// Outputs that are laid out for people.
extension Outputs {
  /// Lays an element out as it stands in an array of its own, without that array's brackets.
  func layOut(elementFrom first: Int, _ product: inout Product) {
    let list = [Outputs.open] + product.output.bytes[first...] + [Outputs.close]
    product.output.bytes.removeSubrange(first...)
    if product.items > 0 { product.output.bytes.append(Outputs.comma) }
    product.output.bytes += prettyPrinted(list).dropFirst().dropLast(2)
  }

  /// Lays a part of a list out, without the list's end.
  func layOut(partWithStart isFirst: Bool, _ product: inout Product) {
    let list = [Outputs.open] + product.output.bytes[start...] + [Outputs.close]
    product.output.bytes.removeSubrange(start...)
    product.output.bytes.append(isFirst ? Outputs.open : Outputs.comma)
    let inner = prettyPrinted(list)
    product.output.bytes += inner[1..<inner.count - 2]
  }
}

/// What a button that stays can say of its action.
extension Adaptation {
  /// The members of an action that not every channel has.
  mutating func adaptAction(_ button: inout Button) {
    if isCanonical { return }
    if limits.fixedLabels.contains(button.feature), let label = button.label {
      log.add(.labelFixed, at: label.place)
      button.label = nil
    }
    if !features.contains(.buttonLink), let link = button.link {
      log.add(.buttonLinkDropped, at: link.place)
      button.link = nil
    }
    switch button.action {
    case .reply(let reply):
      guard let optsOut = reply.optsOut, !features.contains(.optOut) else { return }
      if optsOut.value {
        log.add(.optOutWeakened, at: optsOut.place)
      } else {
        absent(optsOut.place)
      }
      button.action = .reply(Reply())
    case .flow(var flow):
      dropName(&flow.name)
      dropName(&flow.definition)
      nameOnce(&flow)
      button.action = .flow(flow)
    default: break
    }
  }

  private mutating func dropName(_ name: inout Text?) {
    guard let text = name, !features.contains(.flowName) else { return }
    log.add(.settingDropped, at: text.place)
    name = nil
  }

  /// A flow is named in one way: the others go.
  private mutating func nameOnce(_ flow: inout Flow) {
    guard limits.traits.contains(.flowNamedOnce), flow.names.count > 1 else { return }
    for name in flow.names.dropFirst() { log.add(.flowNameDropped, at: name.place) }
    if flow.id != nil { flow.name = nil }
    flow.definition = nil
  }

  /// Where the code is given on sending, the template holds a sample of it.
  mutating func fillCoupons(_ buttons: inout Buttons) {
    if isCanonical || !limits.fixedLabels.contains(.coupon) { return }
    for index in buttons.items.indices {
      guard case .coupon(let code?) = buttons.items[index].action, code.hasVariables else {
        continue
      }
      let sample = filled(code)
      buttons.items[index].action = .coupon(sample.isEmpty ? nil : sample)
      log.add(.couponFilled, at: code.place, target: code.place)
    }
  }
}

extension Button {
  /// Whether the button opens an address that goes on behind its variable.
  var goesOnBehindVariable: Bool {
    guard case .url(let url?) = action else { return false }
    return url.goesOnBehindVariable
  }
}

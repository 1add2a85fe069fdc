/// Where each value of the source landed, found by the value.
struct Landings: Sendable {
  /// A landing: its document, and its place among that document's.
  typealias Entry = (document: Int, landing: Output.Landing)

  private var all: [Entry] = []
  /// The first landing of each token, from 1; 0 for none.
  private var first: [Int32] = []
  /// The next landing of the same token.
  private var following: [Int32] = []
  /// Those that took all with them that stands within.
  private var whole: [Int32] = []

  /// Takes a conversion's landings in.
  mutating func index(_ conversion: Conversion) {
    all.removeAll(keepingCapacity: true)
    whole.removeAll(keepingCapacity: true)
    for (index, document) in conversion.documents.enumerated() {
      for landing in document.landings {
        if landing.isWhole { whole.append(Int32(all.count)) }
        all.append((index, landing))
      }
    }
    first.removeAll(keepingCapacity: true)
    first.append(contentsOf: repeatElement(0, count: conversion.source.tape.tokens.count))
    following.removeAll(keepingCapacity: true)
    following.append(contentsOf: repeatElement(0, count: all.count))
    for index in all.indices.reversed() {
      let token = Int(all[index].landing.place.token)
      following[index] = first[token]
      first[token] = Int32(index + 1)
    }
  }

  /// The landings of a value, in the order of the output; also those of what it stood within.
  func find(_ place: Place, in tape: Tape, into found: inout [Entry]) {
    found.removeAll(keepingCapacity: true)
    if whole.isEmpty {
      var index = first[Int(place.token)]
      while index > 0 {
        found.append(all[Int(index) - 1])
        index = following[Int(index) - 1]
      }
    } else {
      for entry in all where covers(entry.landing, place, tape) { found.append(entry) }
    }
  }

  private func covers(_ landing: Output.Landing, _ place: Place, _ tape: Tape) -> Bool {
    if landing.place.token == place.token { return true }
    guard landing.isWhole else { return false }
    return place.token > landing.place.token
      && place.token < tape.tokens[Int(landing.place.token)].next
  }
}

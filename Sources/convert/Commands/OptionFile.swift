import ArgumentParser
import MessageTemplates

/// Files that hold options; what is wrong with one is a mistake in the command.
enum OptionFile {
  /// Reads a JSON object.
  static func object(_ path: String, for option: String) throws -> [(key: String, value: JSONValue)]
  {
    let bytes = try contents(path, for: option)
    guard let members = try json(bytes, path, option).members else {
      throw ValidationError("\(option): \(path): Found no object; expected a JSON object.")
    }
    return members
  }

  static func contents(_ path: String, for option: String) throws -> [UInt8] {
    do {
      return try File.contents(path)
    } catch {
      throw ValidationError("\(option): \(error)")
    }
  }

  static func json(_ bytes: [UInt8], _ path: String, _ option: String) throws -> JSONValue {
    do {
      return try JSONValue(reading: bytes.span)
    } catch {
      throw ValidationError("\(option): \(path):\(error)")
    }
  }

  /// The halves of `KEY=VALUE`.
  static func halves(_ argument: String, for option: String) throws -> (key: String, value: String)
  {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else {
      throw ValidationError("\(option): Found `\(argument)`; expected KEY=VALUE.")
    }
    return (String(argument[..<sign]), String(argument[argument.index(after: sign)...]))
  }
}

extension Policy {
  /// The choices of a file, then those of the command line.
  init(file: String?, arguments: [String]) throws {
    self.init()
    if let file { try read(file) }
    for argument in arguments {
      let (key, value) = try OptionFile.halves(argument, for: "--policy")
      try choose(key, value, "--policy \(argument)")
    }
  }

  private mutating func read(_ file: String) throws {
    let bytes = try OptionFile.contents(file, for: "--policy-file")
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      for (key, value) in try OptionFile.object(file, for: "--policy-file") {
        try choose(key, value.text ?? "", "--policy-file: \(file)")
      }
      return
    }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let line = String(line).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      let place = "--policy-file: \(file):\(index + 1)"
      let (key, value) = try OptionFile.halves(line, for: place)
      try choose(key.trimmed, value.trimmed, place)
    }
  }

  private mutating func choose(_ key: String, _ value: String, _ place: String) throws {
    do {
      try set(key, to: value)
    } catch {
      throw ValidationError("\(place): \(error)")
    }
  }
}

/// What sources lack, by template name and language.
struct SupplyFile: Sendable {
  private var entries: [String: [String: [Supply]]] = [:]

  init(_ path: String) throws {
    for (name, languages) in try OptionFile.object(path, for: "--supply") {
      for (language, values) in try SupplyFile.members(of: languages, name, path) {
        for (pointer, value) in try SupplyFile.members(of: values, "\(name)/\(language)", path) {
          let supply = try Supply(pointer, value: value.text, "--supply: \(path)")
          entries[name, default: [:]][language, default: []].append(supply)
        }
      }
    }
  }

  private static func members(of value: JSONValue, _ place: String, _ path: String) throws
    -> [(key: String, value: JSONValue)]
  {
    if let members = value.members { return members }
    throw ValidationError(
      "--supply: \(path): `\(place)` is no object; expected NAME, then LANGUAGE, then POINTER.")
  }

  /// What the file holds for a template; nil where it holds nothing.
  func supplies(for conversion: Conversion) -> [Supply]? {
    guard let template = conversion.template else { return nil }
    return entries[template.name?.string ?? ""]?[template.language?.string ?? ""]
  }
}

extension Supply {
  /// A supply of an option, whose pointer must be one that is known.
  init(_ pointer: String, value: String?, _ place: String) throws {
    self.init(pointer, value ?? "")
    guard isKnown, value != nil else {
      throw ValidationError(
        "\(place): `\(pointer)` cannot be supplied; known are "
          + Supply.pointers.joined(separator: ", ") + ".")
    }
    if let wanted {
      throw ValidationError("\(place): `\(pointer)` takes \(wanted); found `\(self.value)`.")
    }
  }
}

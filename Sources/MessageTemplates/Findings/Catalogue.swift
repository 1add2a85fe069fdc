/// All declarations, found by their code.
public enum Catalogue {
  /// Every declaration, in the order of the codes.
  public static let all: [Declaration] =
    (reading + exports + content + envelope + header + buttons + carousel + authentication
    + messages
    + objects + bots + giving + rules).sorted { $0.code.rawValue < $1.code.rawValue }

  private static let table: [Declaration?] = {
    var table = [Declaration?](repeating: nil, count: Code.allCases.count)
    for declaration in all { table[Int(declaration.code.rawValue)] = declaration }
    return table
  }()

  /// The declaration of a code; a test sees to it that each has one.
  static func declaration(of code: Code) -> Declaration {
    table[Int(code.rawValue)]
      ?? Declaration(
        code, "undeclared", .error, "Undeclared", message: "Undeclared.", why: "Undeclared.")
  }

  /// How much each code matters.
  fileprivate static let severities: [Severity] = Code.allCases.map { declaration(of: $0).severity }

  /// What becomes of a leaf that a finding of each code names.
  private static let fates: [Fate?] = severities.map(\.fate)

  /// What becomes of a leaf that such a finding names; none where it arrives all the same.
  static func fate(of code: Code) -> Fate? { fates[Int(code.rawValue)] }

  /// The code of a name such as `footer-merged`.
  public static func code(named name: String) -> Code? {
    all.first { "\($0.id)" == name }?.code
  }
}

extension Code {
  /// The code as reports spell it: `footer-merged`.
  public var id: String { "\(Catalogue.declaration(of: self).id)" }
  /// How much such a finding matters.
  public var severity: Severity { Catalogue.severities[Int(rawValue)] }
  /// How much such a finding matters where the source itself is checked.
  public var severityInCheck: Severity { Catalogue.declaration(of: self).severityInCheck }
}

// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "MessageTemplates",
  products: [
    .library(name: "MessageTemplates", targets: ["MessageTemplates"]),
    .library(name: "LegacyXML", targets: ["LegacyXML"]),
    .executable(name: "convert", targets: ["convert"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "CMappings"),
    .target(name: "CBytes"),
    .target(name: "CAllocator"),
    .target(
      name: "MessageTemplates", dependencies: ["CMappings", "CBytes"], swiftSettings: strict),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "LegacyXML", dependencies: ["MessageTemplates", "CBytes", "CLibXML2"],
      swiftSettings: strict),
    .executableTarget(
      name: "convert",
      dependencies: [
        "CAllocator",
        "LegacyXML",
        "MessageTemplates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MessageTemplatesTests", dependencies: ["MessageTemplates"], swiftSettings: strict),
    .testTarget(name: "ToolTests", dependencies: ["convert"], swiftSettings: strict),
    .testTarget(
      name: "CorpusTests", dependencies: ["LegacyXML", "MessageTemplates"], swiftSettings: strict),
    .testTarget(
      name: "LegacyXMLTests", dependencies: ["LegacyXML", "MessageTemplates"],
      swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

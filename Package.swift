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
    .executable(name: "convert", targets: ["convert"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "CMappings"),
    .target(name: "CBytes"),
    .target(
      name: "MessageTemplates", dependencies: ["CMappings", "CBytes"], swiftSettings: strict),
    .executableTarget(
      name: "convert",
      dependencies: [
        "MessageTemplates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MessageTemplatesTests", dependencies: ["MessageTemplates"], swiftSettings: strict),
    .testTarget(name: "ToolTests", dependencies: ["convert"], swiftSettings: strict),
    .testTarget(name: "CorpusTests", dependencies: ["MessageTemplates"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

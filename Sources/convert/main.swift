import MessageTemplates
import Foundation
let args = CommandLine.arguments
let data = FileManager.default.contents(atPath: args[1])!
var o = Conversion.Options()
if args.count > 3 { o.style.shape = args[3] }
let c = try Conversion(of: data, to: Format.named(args[2])!, options: o)
print(c.status, c.from.name)
if c.status == .converted { print(String(decoding: prettyPrinted(c.output), as: UTF8.self)) }
for f in c.findings { print("\(f.line):\(f.column) \(f.severity) [\(f.code.id)] \(f.message)  \(f.sources) -> \(f.targets) | \(f.before ?? "nil") | \(f.after ?? "nil") | \(f.remedy)") }
print(c.leaves)
if args.count > 4 { for l in c.trace { print(l.source, l.fate, l.targets, l.finding as Any) } }

#!/usr/bin/env python3
"""Times `convert` against orjson on generated templates and prints a Markdown table.

Runs alternate, because a machine's speed drifts: a ratio is the median of the ratios within
each round. The output is checked before anything is timed; only a failed check is exit 1.
"""

import argparse
import os
import platform
import shutil
import sys
from collections import namedtuple
from functools import partial
from pathlib import Path
from statistics import median

import instructions
from checks import checked
from process import peak_memory, run
from supplies import HERE, ORJSON, data, export, first_template, python_with_orjson

Case = namedtuple("Case", "name command")

PEER = "orjson loads and dumps"
SUMMARY = "summary, `-j 1`"
FINDINGS = "findings as JSON lines, `-j 1`"
TRACE = "findings and `--trace`, `-j 1`"
THREADS = "summary, `-j 2`"
VERSION = "start: `--version`"
ONE_FILE = "start: one file"
SAX = "xmllint --sax --noout"
XML_CANONICAL = "XML to canonical, `-j 1`"
XML_VIBER = "XML to Viber, `-j 1`"

# What a case may take at most, in times of another case.
AIMS = {
    SUMMARY: (1.0, PEER),
    FINDINGS: (1.1, PEER),
    TRACE: (1.5, PEER),
    THREADS: (0.54, SUMMARY),
    ONE_FILE: (2.0, VERSION),
    XML_CANONICAL: (1.5, SAX),
    XML_VIBER: (2.0, SAX),
}
STARTS = 40
TITLES = ["case", "median s", "MB/s", "ns/template", "÷ peer", "peak MB", "aim"]


def conversion(convert, path, *options):
    """The command that converts a file to Viber and keeps nothing."""
    quiet = ["-o", os.devnull, "--report", os.devnull, "--no-progress", "--quiet"]
    return [convert, str(path), "--to", "cams-viber", *quiet, *options]


def summary(convert, path, jobs="1"):
    """The conversion with the report that bulk runs use."""
    return conversion(convert, path, "--report-format", "summary", "-j", jobs)


def bulk_cases(convert, python, path):
    """The whole file: the peer first, then ours with ever more to report."""
    json_lines = conversion(convert, path, "--report-format", "json", "-j", "1")
    ours = [
        Case(SUMMARY, summary(convert, path)),
        Case(FINDINGS, json_lines),
        Case(TRACE, [*json_lines, "--trace"]),
        Case(THREADS, summary(convert, path, jobs="2")),
    ]
    peer = [python, str(HERE / "peer_orjson.py"), str(path)]
    return [Case(PEER, peer), *ours] if python else ours


def xml_cases(convert, path):
    """The same templates as an export in XML, beside libxml2's parser with nobody listening."""
    ours = conversion(convert, path, "--report-format", "summary", "-j", "1")
    canonical = [argument.replace("cams-viber", "canonical") for argument in ours]
    cases = [Case(XML_CANONICAL, canonical), Case(XML_VIBER, ours)]
    lint = shutil.which("xmllint")
    return [Case(SAX, [lint, "--sax", "--noout", str(path)]), *cases] if lint else cases


def start_cases(convert, path):
    """The least that the tool can do, and one small file."""
    one = conversion(convert, first_template(path))
    return [Case(VERSION, [convert, "--version"]), Case(ONE_FILE, one)]


def alternated(cases, rounds):
    """The seconds of each case by name, round by round; None for a case that fails."""
    seconds = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in cases:
            if seconds[case.name] is not None:
                time, status = run(case.command)
                seconds[case.name] = [*seconds[case.name], time] if status in (0, 1, 2) else None
    return seconds


def ratio(seconds, case, other):
    """The median over the rounds of one case's time in that of another, if both ran."""
    ours, theirs = seconds.get(case), seconds.get(other)
    return median(a / b for a, b in zip(ours, theirs)) if ours and theirs else None


def cells(case, seconds, size=None, count=None, peer=PEER):
    """One row of the table."""
    if seconds[case.name] is None:
        return [case.name, "failed", *["–"] * 4, verdict(case, seconds)]
    middle, bulk = median(seconds[case.name]), size is not None
    to_peer = ratio(seconds, case.name, peer)
    return [
        case.name,
        f"{middle:.3f}" if bulk else f"{middle:.4f}",
        f"{size / middle / 1e6:.0f}" if bulk else "–",
        f"{middle / count * 1e9:,.0f}" if bulk else "–",
        "–" if to_peer is None else f"{to_peer:.2f}",
        f"{peak_memory(case.command) / 1e6:.1f}" if bulk else "–",
        verdict(case, seconds),
    ]


def verdict(case, seconds):
    """The aim, and whether it was met."""
    if case.name not in AIMS:
        return "–"
    limit, other = AIMS[case.name]
    seen = ratio(seconds, case.name, other)
    word = "not measured" if seen is None else "met" if seen <= limit else "missed"
    return f"≤ {limit:g} × {other}: {word}" + ("" if seen is None else f" ({seen:.2f})")


def table(options, python, path):
    """Runs every case and prints the table."""
    bulk = bulk_cases(options.convert, python, path)
    starts = start_cases(options.convert, path)
    size = path.stat().st_size
    seconds = alternated(bulk, options.runs)
    rows = [cells(case, seconds, size, options.count) for case in bulk]
    in_xml = export(path)
    xml = xml_cases(options.convert, in_xml)
    seconds = alternated(xml, options.runs)
    size_in_xml = in_xml.stat().st_size
    rows += [cells(case, seconds, size_in_xml, options.count, SAX) for case in xml]
    seconds = alternated(starts, STARTS)
    rows += [cells(case, seconds) for case in starts]
    print(f"{options.count:,} templates, {size / 1e6:.1f} MB, in XML {size_in_xml / 1e6:.1f} MB, seed {options.seed};", end=" ")
    print(f"{options.runs} alternating runs, {STARTS} for a start;", end=" ")
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.machine()};", end=" ")
    print(f"{ORJSON if python else 'orjson could not be installed'}.\n")
    for row in [TITLES, ["---", *["---:"] * 5, "---"], *rows]:
        print("| " + " | ".join(row) + " |")


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--convert", default=HERE.parent / ".build/release/convert", help="the built tool")
    add("--count", type=int, help="templates (default 100000)")
    add("--runs", type=int, help="alternating runs (default 7)")
    add("--seed", type=int, default=1)
    add("--quick", action="store_true", help="20000 templates, 3 runs")
    add("--instructions", action="store_true", help="only count them, by callgrind")
    add("--limit", type=int, metavar="N", help="with --instructions: exit 1 above N")
    options = parser.parse_args()
    options.convert = str(Path(options.convert).resolve())
    options.count = options.count or (20_000 if options.quick else 100_000)
    options.runs = options.runs or (3 if options.quick else 7)
    if not os.access(options.convert, os.X_OK):
        parser.error(f"no tool at {options.convert}: build it, or name it with --convert")
    return options


def main():
    """Checks, then times; or counts instructions."""
    options = arguments()
    if options.instructions:
        command = partial(summary, options.convert)
        return instructions.gate(command, options.seed, options.limit)
    path = data("whatsapp", options.count, options.seed)
    nulls, wrong = checked(options.convert, path)
    if wrong:
        print("The output is wrong, so nothing was timed:", *wrong, sep="\n  ", file=sys.stderr)
        return 1
    print(f"Output checked: {options.count:,} lines, {nulls:,} of them null.\n", flush=True)
    table(options, python_with_orjson(), path)
    return 0


if __name__ == "__main__":
    sys.exit(main())

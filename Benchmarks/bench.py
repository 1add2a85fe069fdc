#!/usr/bin/env python3
"""Times `convert` against named peers on generated templates and prints a Markdown table.

Runs alternate, because a machine's speed drifts: a ratio is the median of the ratios within
each round. The output is checked before anything is timed; only a failed check is exit 1.
"""

import argparse
import os
import platform
import sys
from functools import partial
from pathlib import Path
from statistics import median

import cases
import instructions
from checks import checked
from process import peak_memory, run
from supplies import HERE, ORJSON, cloud, data, export, python_with_orjson

TITLES = ["case", "median s", "MB/s", "ns/template", "÷ peer", "peak MB", "aim"]
CARDS = 10  # a carousel of ten cards is about as long as ten templates


def alternated(commands, rounds):
    """The seconds of each case by name, round by round; None for a case that fails."""
    seconds = {case.name: [] for case in commands}
    for _ in range(rounds):
        for case in commands:
            if seconds[case.name] is not None:
                time, status = run(case.command)
                seconds[case.name] = [*seconds[case.name], time] if status in (0, 1, 2) else None
    return seconds


def ratio(seconds, case, other):
    """The median over the rounds of one case's time in that of another, if both ran."""
    ours, theirs = seconds.get(case), seconds.get(other)
    return median(a / b for a, b in zip(ours, theirs)) if ours and theirs else None


def verdict(case, seconds, size):
    """The aim, and whether it was met."""
    aim = case.aim
    if aim is None:
        return "–"
    if aim.unit == "×":
        seen = ratio(seconds, case.name, aim.other)
        wanted = f"≤ {aim.limit:g} × {aim.other}"
    else:
        middle = median(seconds[case.name]) if seconds[case.name] else None
        seen = middle and (size / middle / 1e6 if aim.unit == "MB/s" else middle * 1000)
        wanted = f"{'≥' if aim.unit == 'MB/s' else '≤'} {aim.limit:g} {aim.unit}"
    if seen is None:
        return f"{wanted}: not measured"
    met = seen >= aim.limit if aim.unit == "MB/s" else seen <= aim.limit
    return f"{wanted}: {'met' if met else 'missed'} ({seen:.2f})"


def cells(case, seconds, group):
    """One row of the table."""
    if seconds[case.name] is None:
        return [case.name, "failed", *["–"] * 4, verdict(case, seconds, group.size)]
    middle, bulk = median(seconds[case.name]), group.size is not None
    to_peer = ratio(seconds, case.name, group.peer)
    return [
        case.name,
        f"{middle:.3f}" if bulk else f"{middle:.4f}",
        f"{group.size / middle / 1e6:.0f}" if bulk else "–",
        f"{middle / group.count * 1e9:,.0f}" if bulk else "–",
        "–" if to_peer is None else f"{to_peer:.2f}",
        f"{peak_memory(case.command) / 1e6:.1f}" if bulk else "–",
        verdict(case, seconds, group.size),
    ]


def table(options, python, path):
    """Runs every group of cases and prints the table."""
    tool = options.convert
    carousels = data("carousels", options.count // CARDS, options.seed)
    groups = [
        cases.bulk(tool, python, path, options.count),
        cases.carousels(tool, python, carousels, options.count // CARDS),
        cases.cloud(tool, python, cloud(tool, path), options.count),
        cases.xml(tool, export(path), options.count),
        cases.starts(tool, path),
    ]
    rows = []
    for group in groups:
        seconds = alternated(group.cases, options.runs if group.size else cases.STARTS)
        rows += [cells(case, seconds, group) for case in group.cases]
    sizes = ", ".join(f"{group.cases[0].name} {group.size / 1e6:.1f} MB" for group in groups[:-1])
    print(f"{options.count:,} templates, seed {options.seed} ({sizes});", end=" ")
    print(f"{options.runs} alternating runs, {cases.STARTS} for a start;", end=" ")
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
    command = partial(cases.summary, options.convert)
    if options.instructions:
        return instructions.gate(command, options.seed, options.limit)
    path = data("whatsapp", options.count, options.seed)
    nulls, wrong = checked(options.convert, path)
    if wrong:
        print("The output is wrong, so nothing was timed:", *wrong, sep="\n  ", file=sys.stderr)
        return 1
    print(f"Output checked: {options.count:,} lines, {nulls:,} of them null.\n", flush=True)
    table(options, python_with_orjson(), path)
    print(flush=True)
    return instructions.gate(command, options.seed, None)


if __name__ == "__main__":
    sys.exit(main())

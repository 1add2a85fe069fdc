#!/usr/bin/env python3
"""Measures the most memory that `convert` takes for long lines, and prints a Markdown table.

A long line costs at most three times its length for each worker, above what ordinary lines take
with the same report, and lines of up to a megabyte on sixteen workers stay below 64 MB, whatever is
reported. Exit 1 where that does not hold.
"""

import argparse
import os
import sys
from pathlib import Path

from cases import conversion
from long_lines import KINDS
from process import peak_memory
from supplies import HERE, data, long_lines

MEGABYTE = 1_000_000
TIMES, BOUND = 3, 64  # the length of a line, and megabytes in all
REPORTS = {
    "summary": ["--report-format", "summary"],
    "findings": ["--report-format", "json"],
    "trace": ["--report-format", "json", "--trace"],
}
NAMES = {"text": "one text", "parts": "one template", "list": "a list"}
JOBS = 16


def trials(seed):
    """Each with its name, the lines, the workers, and whether the bound is for all of them."""
    for kind in KINDS:
        for size in (2, 10, 40):
            path = long_lines(kind, 1, size * MEGABYTE, seed)
            yield f"{size} MB, {NAMES[kind]}", path, 1, False
        path = long_lines(kind, 8, 10 * MEGABYTE, seed)
        yield f"8 lines of 10 MB, {NAMES[kind]}", path, 4, False
        path = long_lines(kind, 128, MEGABYTE, seed)
        yield f"128 lines of 1 MB, {NAMES[kind]}", path, JOBS, True


def measured(convert, path, jobs, report):
    """The most bytes that were resident."""
    return peak_memory(conversion(convert, path, *REPORTS[report], "-j", str(jobs)))


def row(convert, bases, trial):
    """The cells of a trial, and whether it holds."""
    name, path, jobs, is_bound = trial
    peaks = [measured(convert, path, jobs, report) for report in REPORTS]
    if is_bound:
        seen, limit, unit = [peak / MEGABYTE for peak in peaks], BOUND, "MB"
    else:
        with open(path, "rb") as lines:
            length = max(map(len, lines))
        above = [peak - bases[report] for peak, report in zip(peaks, REPORTS)]
        seen, limit, unit = [peak / length / jobs for peak in above], TIMES, "×"
    holds = max(seen) <= limit
    cells = [f"{peak / MEGABYTE:.1f}" + ("" if is_bound else f" ({times:.2f} ×)")
             for peak, times in zip(peaks, seen)]
    return [name, f"`-j {jobs}`", *cells, f"≤ {limit} {unit}: {'met' if holds else 'missed'}"], holds


def main():
    """Measures, prints and says whether all holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--convert", default=HERE.parent / ".build/release/convert")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    convert = str(Path(options.convert).resolve())
    if not os.access(convert, os.X_OK):
        parser.error(f"no tool at {convert}: build it, or name it with --convert")
    ordinary = data("whatsapp", 1000, options.seed)
    bases = {report: measured(convert, ordinary, 1, report) for report in REPORTS}
    sizes = ", ".join(f"{report} {base / MEGABYTE:.1f} MB" for report, base in bases.items())
    print(f"Resident for a thousand ordinary lines: {sizes}. Above that, for each worker:\n")
    titles = ["line", "workers", *(f"{report}, MB" for report in REPORTS), "aim"]
    for cells in [titles, ["---", "---", *["---:"] * len(REPORTS), "---"]]:
        print("| " + " | ".join(cells) + " |")
    all_hold = True
    for trial in trials(options.seed):
        cells, holds = row(convert, bases, trial)
        print("| " + " | ".join(cells) + " |", flush=True)
        all_hold = all_hold and holds
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())

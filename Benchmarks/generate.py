#!/usr/bin/env python3
"""Makes benchmark data: `generate.py KIND COUNT SEED OUT.ndjson`, one template a line.

The same KIND and SEED give the same lines, and a smaller COUNT gives their beginning.
"""

import argparse
import os
import sys

import whatsapp
from dice import Dice

# A kind is a function that writes the line of one index; a new kind is a new row.
KINDS = {
    "carousels": whatsapp.ten_cards,
    "whatsapp": whatsapp.template,
}


def generate(kind, count, seed, path):
    """Writes the file, which appears whole or not at all."""
    line, dice = KINDS[kind], Dice(seed)
    unfinished = f"{path}.part"
    with open(unfinished, "w", encoding="utf-8", newline="\n") as out:
        for index in range(count):
            out.write(line(dice, index) + "\n")
    os.replace(unfinished, path)


def main():
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("out")
    options = parser.parse_args()
    generate(options.kind, options.count, options.seed, options.out)


if __name__ == "__main__":
    sys.exit(main())

"""The peer: NDJSON line by line through orjson's loads and dumps, written to /dev/null."""

import os
import sys

import orjson

BLOCK = 1 << 20

def main(path):
    """One pass over the file."""
    with open(path, "rb", BLOCK) as lines, open(os.devnull, "wb", BLOCK) as out:
        for line in lines:
            out.write(orjson.dumps(orjson.loads(line)))
            out.write(b"\n")


if __name__ == "__main__":
    main(sys.argv[1])

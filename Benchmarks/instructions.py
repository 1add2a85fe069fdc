"""Instructions a template: they do not drift as seconds do, so they are what a gate can hold."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from process import run
from supplies import DATA, data

FEW, MANY = 1_000, 2_000
COLLECTED = re.compile(r"Collected\s*:\s*(\d+)")


def gate(command, seed, limit):
    """Prints instructions per template; the exit status is 1 above the limit."""
    if shutil.which("valgrind") is None:
        print("Instructions per template: valgrind is not installed.")
        return 0 if limit is None else 1
    os.environ["SWIFT_DETERMINISTIC_HASHING"] = "1"  # the same count every time
    bare = _without_debug_information
    few, many = (_collected(bare(command(data("whatsapp", count, seed)))) for count in (FEW, MANY))
    if few is None or many is None:
        print("Instructions per template: the conversion failed under valgrind.")
        return 1
    each = (many - few) // (MANY - FEW)
    allowed = "" if limit is None else f" (limit {limit:,})"
    print(f"Instructions per template: {each:,}{allowed}")
    return 0 if limit is None or each <= limit else 1


def _without_debug_information(command):
    """The command with a copy of its tool that older valgrinds can read."""
    tool = DATA / "convert"
    subprocess.run(["strip", "--strip-debug", "-o", tool, Path(command[0]).resolve()], check=True)
    return [str(tool), *command[1:]]


def _collected(command):
    """The instructions of one whole run; the difference of two cancels the start."""
    log = DATA / "callgrind.log"
    log.unlink(missing_ok=True)
    tool = [shutil.which("valgrind"), "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    _, status = run([*tool, f"--log-file={log}", *command])
    found = COLLECTED.search(log.read_text(errors="replace")) if log.exists() else None
    return int(found[1]) if found and status in (0, 1, 2) else None

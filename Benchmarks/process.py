"""Child processes: how long they take and how much memory they use."""

import os
import re
import sys
import time

_NOWHERE = [
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
]
_HIGH_WATER = re.compile(r"VmHWM:\s+(\d+) kB")
_RUSAGE_UNIT = 1 if sys.platform == "darwin" else 1024


def run(command, show=False):
    """The seconds and the exit status of a command, whose output goes nowhere unless shown."""
    start = time.perf_counter()
    pid = _spawn(command, [] if show else _NOWHERE)
    _, status, _ = os.wait4(pid, 0)
    return time.perf_counter() - start, os.waitstatus_to_exitcode(status)


def peak_memory(command):
    """The most bytes that a command ever had resident.

    On Linux a child's `ru_maxrss` begins with what its parent had when it was started.
    It says something only above that; below, the child's own mark is read while it runs.
    """
    inherited = _high_water(os.getpid())
    pid = _spawn(command, _NOWHERE)
    seen = _watched(pid)
    _, _, usage = os.wait4(pid, 0)
    counted = usage.ru_maxrss * _RUSAGE_UNIT
    return max(seen, counted) if counted > inherited + 2**20 else seen


def _spawn(command, actions):
    return os.posix_spawn(command[0], command, os.environ, file_actions=actions)


def _watched(pid):
    """The last high-water mark before the process ended, or 0 where there is no /proc."""
    peak = 0
    while mark := _high_water(pid):
        peak = mark
        time.sleep(0.001)
    return peak


def _high_water(pid):
    """The process' high-water mark in bytes; 0 when it has ended, or cannot be known."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
            found = _HIGH_WATER.search(status.read())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0

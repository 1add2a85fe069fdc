"""Is the output right? Asked before anything is timed."""

import filecmp
import json
from itertools import zip_longest

from process import run
from supplies import DATA

SHOWN = 5
MOST_NULLS = 0.01  # of the lines: every template has a valid form on Viber


def checked(convert, data):
    """Converts the data into a file and reads it back: (how many nulls, what is wrong)."""
    out, report = DATA / "checked.ndjson", DATA / "checked.report"
    wrong = _converted(convert, data, out, report, "1")
    nulls = 0
    if not wrong:
        nulls, wrong = _compared(data, out)
        threaded = DATA / "checked-2.ndjson"
        wrong += _converted(convert, data, threaded, report, "2")
        if not wrong and not filecmp.cmp(out, threaded, shallow=False):
            wrong.append("two threads wrote other bytes than one")
    return nulls, wrong


def _converted(convert, data, out, report, jobs):
    """Runs the conversion; a refused template is exit 2 and no mistake of its own."""
    for old in (out, report):
        old.unlink(missing_ok=True)
    command = [convert, str(data), "--to", "cams-viber", "-o", str(out), "-j", jobs]
    command += ["--report", str(report), "--report-format", "summary", "--no-progress"]
    _, status = run(command, show=True)
    if status not in (0, 1, 2):
        return [f"exit status {status} with -j {jobs}"]
    return [f"{path.name} was not written" for path in (out, report) if not path.exists()]


def _compared(data, out):
    """Each line against the line it came from: (how many nulls, what is wrong)."""
    nulls, number, wrong = 0, 0, []
    with open(data, "rb") as sources, open(out, "rb") as targets:
        for number, (source, target) in enumerate(zip_longest(sources, targets), 1):
            if source is None or target is None:
                wrong.append(f"line {number}: input and output have different numbers of lines")
                break
            problem, null = _line(source, target)
            nulls += null
            if problem and len(wrong) < SHOWN:
                wrong.append(f"line {number}: {problem}")
    if nulls > MOST_NULLS * number:
        wrong.append(f"{nulls:,} of {number:,} lines are null")
    return nulls, wrong


def _line(source, target):
    """What is wrong with one line, if anything, and whether it is null."""
    try:
        value = json.loads(target)
    except ValueError as error:
        return f"not JSON: {error}", False
    if value is None:
        return None, True
    documents = value if isinstance(value, list) else [value]
    kinds = {str(d.get("TemplateType")) if isinstance(d, dict) else "missing" for d in documents}
    if kinds != {"VIBER"}:
        return f"TemplateType is {', '.join(sorted(kinds)) or 'missing'}", False
    if not documents[0].get("Name", "").startswith(json.loads(source)["Name"]):
        return "the Name is that of another line", False
    return None, False

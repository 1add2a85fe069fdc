"""What is timed: ours and its peers, in groups whose runs alternate, with what ours may take."""

import os
import shutil
from collections import namedtuple

from supplies import HERE, first_template

Case = namedtuple("Case", "name command aim", defaults=[None])

# At most so many times another case (×) or milliseconds (ms), or at least so many MB/s of input.
Aim = namedtuple("Aim", "limit unit other", defaults=[None])

# Cases over one file; `peer` is the case that the others are divided by.
Group = namedtuple("Group", "cases peer size count")

ORJSON = "orjson loads and dumps"
STARTS = 40


def conversion(convert, path, *options, to="cams-viber"):
    """The command that converts a file and keeps nothing."""
    quiet = ["-o", os.devnull, "--report", os.devnull, "--no-progress", "--quiet"]
    return [convert, str(path), "--to", to, *quiet, *options]


def summary(convert, path, jobs="1", to="cams-viber"):
    """The conversion with the report that bulk runs use."""
    return conversion(convert, path, "--report-format", "summary", "-j", jobs, to=to)


def bulk(convert, python, path, count):
    """CAMS WhatsApp to CAMS Viber: the peers first, then ours with ever more to report."""
    one = "CAMS WhatsApp to CAMS Viber, `-j 1`"
    lines = conversion(convert, path, "--report-format", "json", "-j", "1")
    ours = [
        Case(one, summary(convert, path), Aim(0.6, "×", ORJSON)),
        Case("the same, `-j 2`", summary(convert, path, jobs="2"), Aim(0.54, "×", one)),
        Case("the same, findings as JSON lines", lines, Aim(1.1, "×", ORJSON)),
        Case("the same, with the trace", [*lines, "--trace"], Aim(1.5, "×", ORJSON)),
    ]
    return _beside(python, path, count, ours, with_jq=True)


def carousels(convert, python, path, count):
    """Carousels of ten cards to LINE's Flex messages."""
    command = summary(convert, path, to="line-messaging")
    ours = [Case("carousels to LINE Flex, `-j 1`", command, Aim(250, "MB/s"))]
    return _beside(python, path, count, ours, of="carousels")


def cloud(convert, python, path, count):
    """Meta's templates to CAMS."""
    peer = f"{ORJSON}, Cloud API"
    command = summary(convert, path, to="cams-whatsapp")
    ours = [Case("Cloud API to CAMS WhatsApp, `-j 1`", command, Aim(0.75, "×", peer))]
    return _beside(python, path, count, ours, of="Cloud API")


def xml(convert, path, count):
    """The first templates as an export in XML, beside libxml2's parser with nobody listening."""
    sax = "xmllint --sax --noout"
    ours = [
        Case(f"XML to {name}, `-j {jobs}`", summary(convert, path, jobs, to), Aim(most, "×", sax))
        for jobs in "12"
        for name, to, most in [("canonical", "canonical", 1.5), ("CAMS Viber", "cams-viber", 2.0)]
    ]
    lint = shutil.which("xmllint")
    peers = [Case(sax, [lint, "--sax", "--noout", str(path)])] if lint else []
    return Group([*peers, *ours], sax, path.stat().st_size, count)


def starts(convert, path):
    """The least that the tool can do, and one small file."""
    version = "start: `--version`"
    one = conversion(convert, first_template(path))
    return Group(
        [Case(version, [convert, "--version"]), Case("start: one file", one, Aim(4, "ms"))],
        version, None, None)


def _beside(python, path, count, ours, of=None, with_jq=False):
    """Ours beside orjson's bare parse and print of the same file, and jq's where it is wanted."""
    name = f"{ORJSON}, {of}" if of else ORJSON
    peers = [Case(name, [python, str(HERE / "peer_orjson.py"), str(path)])] if python else []
    jq = shutil.which("jq") if with_jq else None
    if jq:
        peers.append(Case("jq -c .", [jq, "-c", ".", str(path)]))
    return Group([*peers, *ours], name, path.stat().st_size, count)

"""What a run needs: the data, made once, and a Python that has the peer."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import long_lines as long
import xml_export
from dice import Dice
from generate import generate

HERE = Path(__file__).resolve().parent
DATA = HERE / ".data"
ENVIRONMENT = HERE / ".venv"
ORJSON = "orjson==3.11.5"  # the newest that also installs on Python 3.9
GENERATOR = [
    "dice.py", "generate.py", "long_lines.py", "parts.py", "voice.py", "whatsapp.py", "xml_export.py",
    "wording/*.json",
]


def data(kind, count, seed):
    """The path of the data, which is made again only when the generator has changed."""
    DATA.mkdir(exist_ok=True)
    path = DATA / f"{kind}-{count}-{seed}-{_generator_digest()}.ndjson"
    if not path.exists():
        for stale in DATA.glob(f"{kind}-{count}-{seed}-*"):
            stale.unlink()
        generate(kind, count, seed, path)
    return path


def long_lines(kind, count, size, seed):
    """The path of so many long lines, which are made again only when the generator has changed."""
    DATA.mkdir(exist_ok=True)
    path = DATA / f"long-{kind}-{count}-{size}-{seed}-{_generator_digest()}.ndjson"
    if not path.exists():
        for stale in DATA.glob(f"long-{kind}-{count}-{size}-{seed}-*"):
            stale.unlink()
        long.write(path, kind, [size] * count, Dice(seed))
    return path


def export(path):
    """The path of the same templates as an export in XML."""
    in_xml = path.with_suffix(".xml")
    if not in_xml.exists():
        for stale in DATA.glob("*.xml"):
            stale.unlink()
        with open(path, encoding="utf-8") as lines:
            xml_export.write(lines, in_xml)
    return in_xml


def cloud(convert, path):
    """The path of the same templates as Meta's Cloud API has them, those that it can hold."""
    written, kept = DATA / "cloud.all", DATA / "cloud.ndjson"
    quiet = ["--report", os.devnull, "--report-format", "summary", "--no-progress", "--quiet"]
    subprocess.run([convert, str(path), "--to", "whatsapp-cloud", "-o", str(written), *quiet])
    with open(written, "rb") as lines, open(kept, "wb") as out:
        out.writelines(line for line in lines if line.startswith(b"{"))
    written.unlink()
    return kept


def first_template(path):
    """The path of a file that holds only the first line of the data."""
    one = DATA / "one.json"
    with open(path, "rb") as lines:
        one.write_bytes(lines.readline())
    return one


def python_with_orjson():
    """The path of a Python that imports the pinned orjson, or None where it cannot be had."""
    python = ENVIRONMENT / "bin" / "python"
    wanted = f"import orjson; assert orjson.__version__ == '{ORJSON.split('==')[1]}'"
    if python.exists() and _succeeds([python, "-c", wanted]):
        return str(python)
    installed = _succeeds([sys.executable, "-m", "venv", "--clear", ENVIRONMENT]) and _succeeds(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ORJSON]
    )
    return str(python) if installed else None


def _generator_digest():
    digest = hashlib.sha256()
    for pattern in GENERATOR:
        for path in sorted(HERE.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _succeeds(command):
    return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0

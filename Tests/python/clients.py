"""Other people's clients, and what of the corpus each of them is given.

A client is a package of `clients.txt`, which `make test` sets up beside the tests' own packages.
Without a network that fails; then the tests of clients fail too, unless OFFLINE=1 says that this is
known: they are skipped, and the summary names them.
"""

import importlib
import json
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "Corpus"


def client(name):
    """A client's module."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        if os.environ.get("OFFLINE") == "1":
            pytest.skip(f"OFFLINE=1: the client {name} is not set up", allow_module_level=True)
        pytest.fail(f"{error}: set the clients up with a network, or say OFFLINE=1", pytrace=False)


def outputs(format):
    """Every document that the corpus holds in a format: its case, itself, what the case chose."""
    found = []
    for golden in sorted(CORPUS.glob(f"*/*/to-{format}.json")):
        value = json.loads(golden.read_text(encoding="utf-8"))
        documents = []
        for conversion in value if isinstance(value, list) else [value]:
            output = conversion.get("output", [])
            documents += output if isinstance(output, list) else [output]
        options = golden.parent / "options.json"
        chosen = json.loads(options.read_text(encoding="utf-8")) if options.exists() else {}
        name = "/".join(golden.parts[-3:-1])
        for index, document in enumerate(documents):
            found.append(pytest.param(name, document, chosen, id=f"{name}-{index}"))
    assert found, f"the corpus holds nothing in {format}"
    return found


def differences(given, back, place=""):
    """Where two documents differ, as pointers with both values; neither letters' case nor an
    empty list that nobody gave is a difference."""
    if isinstance(given, dict) and isinstance(back, dict):
        for key in sorted(given.keys() | back.keys()):
            inner = f"{place}/{key}"
            if key not in back:
                yield inner, given[key], None
            elif key not in given:
                if back[key] not in ([], {}):
                    yield inner, None, back[key]
            else:
                yield from differences(given[key], back[key], inner)
    elif isinstance(given, list) and isinstance(back, list) and len(given) == len(back):
        for index, pair in enumerate(zip(given, back)):
            yield from differences(*pair, f"{place}/{index}")
    elif isinstance(given, str) and isinstance(back, str):
        if given.casefold() != back.casefold():
            yield place, given, back
    elif given != back:
        yield place, given, back


def surprises(given, back, blind):
    """The differences that no exception explains; `blind` is patterns of pointers with reasons."""
    return [
        difference
        for difference in differences(given, back)
        if not any(re.fullmatch(pattern, difference[0]) for pattern in blind)
    ]

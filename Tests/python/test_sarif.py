"""SARIF reports, read by other people's model of SARIF 2.1.0."""

import os
import subprocess
from pathlib import Path

import pytest
from pydantic import BaseModel
from sarif_pydantic import Sarif

ROOT = Path(__file__).resolve().parents[2]
CONVERT = Path(os.environ.get("CONVERT", ROOT / ".build" / "release" / "convert"))
CASES = sorted(ROOT.glob("Corpus/cams-*/[a-f]*/input.json"))


@pytest.fixture(scope="module", params=["cams-viber", "cams-whatsapp"])
def report(request, tmp_path_factory):
    """One report over many templates, as text."""
    path = tmp_path_factory.mktemp("sarif") / "report.sarif"
    out = path.with_suffix(".ndjson")
    command = [CONVERT, *CASES, "--to", request.param, "-o", out, "--report", path]
    run = subprocess.run([*command, "--report-format", "sarif"], capture_output=True, check=False)
    assert run.returncode in (0, 1, 2), run.stderr
    return path.read_text(encoding="utf-8")


def unknown(value, path="$"):
    """Where there are members that SARIF has no name for."""
    if isinstance(value, BaseModel):
        extra = [f"{path}.{name}" for name in value.model_extra or {}]
        fields = [(f"{path}.{name}", getattr(value, name)) for name in type(value).model_fields]
        return extra + [found for inner, field in fields for found in unknown(field, inner)]
    if isinstance(value, list):
        return [found for item in value for found in unknown(item, path)]
    return []


def test_sarif_knows_every_member(report):
    sarif = Sarif.model_validate_json(report)
    # A model of its own for the properties that anybody may add.
    assert {path for path in unknown(sarif) if ".properties." not in path} == set()
    [run] = sarif.runs
    assert run.tool.driver.name == "convert"
    assert len(run.results) > 100


def test_every_result_has_a_rule_and_a_place(report):
    [run] = Sarif.model_validate_json(report).runs
    rules = {rule.id for rule in run.tool.driver.rules}
    for result in run.results:
        assert result.rule_id in rules
        assert result.message.text
        [location] = result.locations
        place = location.physical_location
        assert (ROOT / place.artifact_location.uri).exists()
        assert place.region.start_line >= 1
        assert place.region.start_column >= 1

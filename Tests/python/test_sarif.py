"""SARIF reports, read by other people's model of SARIF 2.1.0."""

import json
import os
import re
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
    # A model of its own for the properties that anybody may add; columnKind is missing in theirs.
    found = {path for path in unknown(sarif) if ".properties." not in path}
    assert found == {"$.runs.columnKind"}
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


LINES = [
    '{"name":"b","language":"ja","category":"UTILITY","components":[{"type":"BODY",'
    '"text":"🎂👩🏽‍🍳 誕生日おめでとう"},{"type":"FOOTER","text":"{{1}}"}]}',
    '{"name":"c","language":"ar","category":"UTILITY","components":[{"type":"FOOTER",'
    '"text":"{{1}} مرحبا"},{"type":"BODY","text":"🫖 الشاي"},{"type":"HEADER",'
    '"format":"TEXT","text":"*أهلا*"}]}',
]


@pytest.mark.parametrize("suffix", [".ndjson", ".json"])
def test_columns_count_utf16_code_units(tmp_path, suffix):
    """Where a column says a value begins, it begins, also behind emoji."""
    source = tmp_path / ("templates" + suffix)
    # In a list all of it is one line, with what comes before counted as well.
    text = "\n".join(LINES) if suffix == ".ndjson" else "[" + ",".join(LINES) + "]"
    source.write_text(text + "\n", encoding="utf-8")
    command = [CONVERT, "check", source, "--report-format", "sarif", "--exit-zero"]
    run = subprocess.run(command, capture_output=True, check=True)
    [result] = Sarif.model_validate_json(run.stdout).runs
    assert json.loads(run.stdout)["runs"][0]["columnKind"] == "utf16CodeUnits"
    values = {"too-many-variables": '"{{1}}', "markup-not-shown": '"*'}
    seen = set()
    for finding in result.results:
        if finding.rule_id not in values:
            continue
        seen.add(finding.rule_id)
        region = finding.locations[0].physical_location.region
        units = text.split("\n")[region.start_line - 1].encode("utf-16-le")
        rest = units[2 * (region.start_column - 1) :].decode("utf-16-le")
        assert rest.startswith(values[finding.rule_id])
    assert seen == set(values)


TEXTS = sorted(ROOT.glob("Corpus/*/*/input.*"))


def utf8_lines(path):
    """A file's lines in UTF-8; nothing where it is in another encoding."""
    content = path.read_bytes()
    isother = content[:2] in (b"\xff\xfe", b"\xfe\xff") or re.search(rb"encoding=.(?!utf-8)", content[:99], re.I)
    return [] if isother else content.split(b"\n")


def test_columns_are_those_of_the_report_in_bytes(tmp_path):
    """Every column of the corpus, in both units."""
    places = {}
    for kind in ("json", "sarif"):
        path = tmp_path / kind
        command = [CONVERT, *TEXTS, "--to", "line", "-o", os.devnull, "--report", path]
        subprocess.run([*command, "--report-format", kind], capture_output=True, check=False)
        places[kind] = path.read_text(encoding="utf-8")
    told = [json.loads(line) for line in places["json"].split("\n") if line]
    findings = [(report["input"], found) for report in told for found in report["findings"]]
    results = json.loads(places["sarif"])["runs"][0]["results"]
    assert len(findings) == len(results) > 1000
    beyond = 0
    for (name, finding), result in zip(findings, results, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert result["ruleId"] == finding["code"]
        assert region["startLine"] == finding["line"]
        lines = utf8_lines(ROOT / name)
        if not lines:
            continue
        if "startColumn" not in region:
            # Of XML that cannot be read nothing is kept to count in.
            assert (finding["code"], name[-4:]) == ("unreadable", ".xml")
            continue
        before = lines[finding["line"] - 1][: finding["column"] - 1].decode("utf-8")
        assert region["startColumn"] == len(before.encode("utf-16-le")) // 2 + 1
        beyond += not before.isascii()
    assert beyond > 0

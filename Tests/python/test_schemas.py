"""The mapping files, the corpus and the tool's reports against the schemas that describe them."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "Mappings" / "schema"
CORPUS = ROOT / "Corpus"
CONVERT = Path(os.environ.get("CONVERT", ROOT / ".build" / "release" / "convert"))


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def schema(name):
    return read(SCHEMAS / f"{name}.schema.json")


def finding_schema():
    """The schema of a single finding, as the report's has it."""
    report = schema("report")
    return {"$schema": report["$schema"], "$defs": report["$defs"], "$ref": "#/$defs/finding"}


def check(value, by, what):
    """Fails with the mistake that explains most, and with where it stands."""
    error = best_match(Draft202012Validator(by).iter_errors(value))
    if error is not None:
        where = "/".join(str(part) for part in error.absolute_path)
        pytest.fail(f"{what}: /{where}: {error.message}", pytrace=False)


def name(path):
    return "/".join(path.relative_to(ROOT).parts)


def cases(format="*", prefix="*"):
    """The corpus cases' directories, in order."""
    return sorted(path.parent for path in CORPUS.glob(f"{format}/{prefix}/input.json"))


GOLDENS = sorted(CORPUS.glob("*/*/to-*.json"))
ALL_SCHEMAS = sorted(SCHEMAS.glob("*.schema.json"))


# The schemas themselves.


def nested(value):
    """A schema's objects, with the key each stands under."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, dict):
            yield key, inner
        if isinstance(inner, (dict, list)):
            yield from nested(inner)


def test_there_are_schemas():
    names = {path.name.removesuffix(".schema.json") for path in ALL_SCHEMAS}
    assert names >= {"canonical", "report", "format", "phrases", "languages"}


@pytest.mark.parametrize("path", ALL_SCHEMAS, ids=name)
def test_a_schema_is_one(path):
    value = read(path)
    assert value["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(value)


@pytest.mark.parametrize("path", ALL_SCHEMAS, ids=name)
def test_a_schema_leaves_nothing_open(path):
    """Every object is closed, itself or by each of its alternatives."""
    for key, part in nested({"": read(path)}):
        if part.get("type") == "object" and "oneOf" not in part:
            assert "additionalProperties" in part, key
            assert part["additionalProperties"] is not True, key


@pytest.mark.parametrize("path", ALL_SCHEMAS, ids=name)
def test_a_schema_describes_its_properties(path):
    """Each property says what it is, or refers to what does."""
    value = read(path)
    for key, part in nested({"": value}):
        if "additionalProperties" not in part:
            continue
        for property, inner in part.get("properties", {}).items():
            reference = inner.get("$ref", "").removeprefix("#/$defs/")
            described = value["$defs"][reference] if reference else inner
            assert inner.get("description") or described.get("description"), f"{key}: {property}"


# What the schemas describe.


@pytest.mark.parametrize("path", sorted((ROOT / "Mappings" / "formats").glob("*.json")), ids=name)
def test_a_format_is_as_described(path):
    check(read(path), schema("format"), name(path))
    assert read(path)["format"] == path.stem


@pytest.mark.parametrize("file", ["phrases", "languages"])
def test_a_mapping_is_as_described(file):
    check(read(ROOT / "Mappings" / f"{file}.json"), schema(file), f"Mappings/{file}.json")


EXPORTS = [
    *sorted((ROOT / "Mappings" / "xml").glob("*.json")),
    *sorted(CORPUS.glob("*/*/mapping.json")),
    *sorted((ROOT / "Documentation" / "examples").glob("*-mapping.json")),
]


@pytest.mark.parametrize("path", EXPORTS, ids=name)
def test_an_export_is_as_described(path):
    check(read(path), schema("xml"), name(path))


def test_every_mapping_has_a_test():
    described = {"formats", "xml", "schema", "phrases.json", "languages.json"}
    assert {path.name for path in (ROOT / "Mappings").iterdir()} == described


def test_there_are_goldens():
    assert len(cases()) >= 80
    assert len(GOLDENS) >= 2 * len(cases())


@pytest.mark.parametrize("case", cases(), ids=name)
def test_a_canonical_output_is_as_described(case):
    path = case / "to-canonical.json"
    golden = read(path) if path.exists() else {}
    if "output" not in golden:
        assert golden.get("status") != "converted"
        return
    output = golden["output"]
    for template in output if isinstance(output, list) else [output]:
        check(template, schema("canonical"), name(path))


@pytest.mark.parametrize("case", cases(), ids=name)
def test_findings_are_as_described(case):
    by = finding_schema()
    for path in sorted(case.glob("to-*.json")):
        for index, finding in enumerate(read(path).get("findings", [])):
            check(finding, by, f"{name(path)}: finding {index}")


# What the tool reports.


def run(*arguments, given=None):
    command = [str(CONVERT), *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=60)


def reports(*arguments, given=None):
    """The report of each template, as the tool writes it to standard output."""
    result = run(*arguments, "--report", "-", "--report-format", "json", given=given)
    assert result.returncode in (0, 1, 2), result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert found, f"no report: {result.stderr}"
    return found


def conversion(source, target, *options, given=None):
    return reports(source, "--to", target, "-o", os.devnull, "--trace", *options, given=given)


@pytest.fixture(scope="module")
def tool():
    """The built tool, for the tests that run it."""
    if not CONVERT.exists():
        pytest.fail(f"{CONVERT} is not built: make build", pytrace=False)
    if run("--version").returncode != 0:
        pytest.skip("the tool is a stand-in that cannot even tell its version")


def dozen():
    """Cases of either channel and towards the other, refused ones among them."""
    chosen = []
    for format, target in [("cams-whatsapp", "cams-viber"), ("cams-viber", "cams-whatsapp")]:
        all = cases(format)
        refused = cases(format, "refused-*")
        spread = [all[len(all) * part // 6] for part in range(6)]
        chosen += [(case, target) for case in spread + refused[:2] if case.is_dir()]
    return chosen


@pytest.mark.parametrize("case, target", dozen(), ids=lambda value: getattr(value, "name", value))
def test_a_report_is_as_described(tool, case, target):
    for report in conversion(case / "input.json", target):
        check(report, schema("report"), name(case))
        if report["status"] != "converted":
            continue
        leaves = report["leaves"]
        assert sum(leaves.values()) == 2 * leaves["total"]
        assert len(report["trace"]) == leaves["total"]
        for leaf in report["trace"]:
            assert "finding" not in leaf or leaf["finding"] < len(report["findings"])


def test_reports_of_lines_are_as_described(tool):
    line = json.dumps(read(cases("cams-viber")[0] / "input.json"))
    found = conversion("-", "cams-whatsapp", "--lines", given=f"{line}\n\n{{broken\n{line}\n")
    assert [report.get("line") for report in found] == [1, 2, 3, 4]
    for report in found:
        check(report, schema("report"), f"line {report['line']}")


@pytest.mark.parametrize("prefix", ["bad-", "refused-", ""])
@pytest.mark.parametrize("format", ["cams-viber", "cams-whatsapp"])
def test_a_report_of_a_check_is_as_described(tool, format, prefix):
    for case in cases(format, f"{prefix}*")[:2]:
        for report in reports("check", case / "input.json"):
            check(report, schema("report"), name(case))


def test_an_unreadable_input_is_reported_as_described(tool, tmp_path):
    source = tmp_path / "broken.json"
    source.write_text('{"TemplateType": "VIBER",\n "Components": [')
    for found in (conversion(source, "cams-whatsapp"), reports("check", source)):
        assert [report["status"] for report in found] == ["unreadable"]
        check(found[0], schema("report"), "broken.json")

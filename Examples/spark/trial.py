#!/usr/bin/env python3
"""Tries `job.py` on two local workers and checks what it promises.

    Examples/spark/trial.py CONVERT

The data has partitions of many sizes, empty ones among them, and a bad line in every hundred.
Checked: every line has its answer in its place within its partition, exactly the bad lines fail,
and the totals are those of one `convert` over all of the lines.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from pyspark.sql import SparkSession

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Benchmarks"))

from generate import generate  # noqa: E402

import job  # noqa: E402

SIZES = [700, 0, 1, 1299, 0, 3000, 0]
BAD = ["not JSON", "{}", "", '{"Components":', "1"]


def lines(directory):
    """The lines of the data set; every hundredth is a bad one."""
    path = directory / "good.ndjson"
    generate("whatsapp", sum(SIZES), 7, path)
    good = path.read_text(encoding="utf-8").splitlines()
    return [BAD[i // 100 % len(BAD)] if i % 100 == 99 else line for i, line in enumerate(good)]


def partitions(data):
    """The lines by partition."""
    starts = [sum(SIZES[:index]) for index in range(len(SIZES))]
    return [data[start : start + size] for start, size in zip(starts, SIZES)]


def alone(convert, data):
    """The answers of one process over all lines."""
    options = Namespace(convert=convert, to="cams-viber", option=[])
    command = ["sh", "-c", job.command(options)]
    text = "".join(line + "\n" for line in data)
    answer = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in answer.stdout.splitlines()]


def without_places(answer):
    """An answer without the number of its line, which counts from the start of its partition."""
    [(output, report)] = job.templates(answer)
    findings = [{**finding, "line": 0} for finding in report["findings"]]
    return output, {**report, "index": 0, "line": 0, "findings": findings}


def check(name, holds):
    """Says whether something holds, and ends the trial where it does not."""
    print(f"{'ok' if holds else 'FAILED'}: {name}")
    if not holds:
        sys.exit(1)


def trial(spark, convert, data):
    """Runs the job's pipe over the partitions and compares."""
    parts = partitions(data)
    context = spark.sparkContext
    rdd = context.parallelize(range(len(parts)), len(parts)).flatMap(lambda index: parts[index])
    options = Namespace(convert=convert, to="cams-viber", option=[])
    answers = job.converted(rdd, options).cache()
    per_partition = answers.glom().collect()
    check("each partition has as many answers as lines", [len(p) for p in per_partition] == SIZES)
    expected = partitions(alone(convert, data))
    same = [list(map(without_places, part)) for part in per_partition]
    wanted = [list(map(without_places, part)) for part in expected]
    check("answers stand in the order of the lines and are those of one process", same == wanted)
    flat = [answer for part in per_partition for answer in part]
    failed = {index for index, answer in enumerate(flat) if answer["output"] is None}
    check("exactly the bad lines failed", failed == set(range(99, len(data), 100)))
    totals = job.totals(answers)
    count = totals["templates"]
    check("the totals are right", sum(count.values()) == len(data))
    check("what did not fail was converted", count["converted"] == len(data) - len(failed))
    print(json.dumps(totals["templates"], sort_keys=True))


def whole_job(convert, data, directory):
    """Runs the job as a user would, over files, one of them empty."""
    source = directory / "in"
    source.mkdir()
    for index, part in enumerate(partitions(data)):
        text = "".join(f"{line}\n" for line in part)
        (source / f"part-{index:05}.ndjson").write_text(text, encoding="utf-8")
    command = [sys.executable, HERE / "job.py", "--convert", convert, "--to", "cams-viber"]
    subprocess.run([*command, source, directory / "out"], check=True, stderr=subprocess.DEVNULL)
    parts = (directory / "out" / "failures").glob("part-*")
    written = sum(part.read_text(encoding="utf-8").count("\n") for part in parts)
    check("the job writes a report for every failure", written == len(range(99, len(data), 100)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("convert")
    convert = str(Path(parser.parse_args().convert).resolve())
    with tempfile.TemporaryDirectory() as name:
        data = lines(Path(name))
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        spark = builder.getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        spark.sparkContext.addPyFile(str(HERE / "job.py"))
        trial(spark, convert, data)
        spark.stop()
        whole_job(convert, data, Path(name))


if __name__ == "__main__":
    main()

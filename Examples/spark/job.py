#!/usr/bin/env python3
"""Converts a partitioned data set of templates on a Spark cluster.

    spark-submit Examples/spark/job.py --convert PATH --to viber INPUT OUTPUT

INPUT is NDJSON: one template a line, in as many files or partitions as there are. Each partition
is piped through one `convert` process, so order within a partition is kept and a bad line costs
that line only. `--envelope` writes the document and its report on one line, and `--exit-zero`
keeps a refused template from failing the whole task; a crash of the process still fails it.

OUTPUT/documents holds what was converted, one document a line; OUTPUT/failures the reports of
what was not. The totals are printed as JSON.
"""

import argparse
import json
import shlex

from pyspark.sql import SparkSession


def arguments():
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--convert", default="convert", help="the tool, on every worker")
    parser.add_argument("--to", required=True, help="the format to write")
    parser.add_argument("--partitions", type=int, help="at least so many")
    parser.add_argument(
        "--option", action="append", default=[], help="passed on: --option=--policy=footer=drop"
    )
    return parser.parse_args()


def command(options):
    """One process a partition: lines in, envelopes out."""
    words = [options.convert, "-", "--lines", "--envelope", "--exit-zero", "-j", "1"]
    words += ["--to", options.to, "--quiet", "--report", "/dev/null"]
    return shlex.join([*words, *options.option])


def converted(lines, options):
    """The answers as objects with `output` and `report`, one a line, in the order of the lines."""
    return lines.pipe(command(options), checkCode=True).map(json.loads)


def templates(answer):
    """The output and the report of each template of a line, which is one or an array of them."""
    if isinstance(answer["report"], list):
        return list(zip(answer["output"], answer["report"]))
    return [(answer["output"], answer["report"])]


def documents(output):
    """The documents of a template as JSON lines; one template can become several."""
    for document in output if isinstance(output, list) else [output]:
        yield json.dumps(document, ensure_ascii=False)


def totals(answers):
    """How many templates ended how, and how many findings of each code there are."""
    reports = answers.flatMap(templates).map(lambda template: template[1])
    statuses = reports.map(lambda report: report["status"]).countByValue()
    codes = reports.flatMap(lambda report: [finding["code"] for finding in report["findings"]])
    return {"templates": dict(statuses), "findings": dict(codes.countByValue())}


def main():
    options = arguments()
    spark = SparkSession.builder.appName("convert templates").getOrCreate()
    lines = spark.sparkContext.textFile(options.input, options.partitions)
    answers = converted(lines, options).cache()
    pairs = answers.flatMap(templates)
    whole = pairs.filter(lambda pair: pair[0] is not None).flatMap(lambda pair: documents(pair[0]))
    whole.saveAsTextFile(options.output + "/documents")
    failed = pairs.filter(lambda pair: pair[0] is None).map(lambda pair: json.dumps(pair[1]))
    failed.saveAsTextFile(options.output + "/failures")
    print(json.dumps(totals(answers), sort_keys=True))
    spark.stop()


if __name__ == "__main__":
    main()

"""Parses dumps on a Spark cluster and writes the articles as Parquet.

    spark-submit parse_dumps.py --input /data/dumps --output /data/articles.parquet

The `newsdump` command has to be installed on every machine, and all of them have to see the inputs under the
same paths. The driver divides the inputs (`newsdump shards`). The executors make a profile of the lines that recur in
each part (`newsdump profile --shard`), Spark merges the profiles and broadcasts the one of all, and the executors
parse the parts with it (`newsdump parse --shard --profile`).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession
from pyspark.sql import types as T

# Exit code of `newsdump parse`: some records were rejected, which is not a failure of the job.
REJECTED = 3


def spark_type(schema, definitions):
    """The Spark type of a JSON Schema as `newsdump schema` prints it."""
    if "$ref" in schema:
        return spark_type(definitions[schema["$ref"].split("/")[-1]], definitions)
    choices = [choice for choice in schema.get("anyOf", []) if choice.get("type") != "null"]
    if choices:
        return spark_type(choices[0], definitions)
    kind = schema.get("type", "string")
    if isinstance(kind, list):
        kind = next(name for name in kind if name != "null")
    if kind == "object":
        fields = schema["properties"].items()
        return T.StructType([T.StructField(name, spark_type(part, definitions), True) for name, part in fields])
    if kind == "array":
        return T.ArrayType(spark_type(schema["items"], definitions), True)
    return {"string": T.StringType(), "integer": T.LongType(), "number": T.DoubleType(), "boolean": T.BooleanType()}[kind]


def article_schema(command):
    """The Spark schema of an article, made from the command's own JSON Schema."""
    printed = subprocess.run([*command, "schema"], check=True, capture_output=True, text=True).stdout
    schema = json.loads(printed)
    return spark_type(schema, schema.get("$defs", {}))


def list_shards(command, inputs, size, options):
    """One line for each part of the work."""
    printed = subprocess.run([*command, "shards", *inputs, "--size", size, *options], check=True, stdout=subprocess.PIPE, text=True).stdout
    return printed.splitlines()


def profile_shards(command):
    """What an executor does first: the lines that recur in each part of its partition, as bytes without text."""

    def profile(lines):
        for line in lines:
            yield subprocess.run([*command, "profile", "--shard", line], check=True, stdout=subprocess.PIPE).stdout

    return profile


def merge_profiles(command):
    """Makes one profile of two."""

    def merge(one, other):
        with tempfile.TemporaryDirectory() as folder:
            paths = [write_file(os.path.join(folder, name), part) for name, part in (("one", one), ("other", other))]
            return subprocess.run([*command, "profile", "--merge", *paths], check=True, stdout=subprocess.PIPE).stdout

    return merge


def write_file(path, content):
    with open(path, "wb") as file:
        file.write(content)
    return path


def parse_shards(command, profile):
    """What an executor does with the lines of its partition: rows as they come, nothing is collected."""

    def parse(lines):
        for line in lines:
            with tempfile.TemporaryFile("w+") as errors, tempfile.NamedTemporaryFile() as profile_file:
                profile_file.write(profile.value)
                profile_file.flush()
                arguments = [*command, "parse", "--shard", line, "--profile", profile_file.name, "--quiet"]
                process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8")
                for row in process.stdout:
                    yield row.rstrip("\n")
                if process.wait() not in (0, REJECTED):
                    errors.seek(0)
                    raise RuntimeError(f"newsdump parse ended with code {process.returncode}: {errors.read()}")

    return parse


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--input", nargs="+", required=True, help="files, folders or glob patterns")
    parser.add_argument("--output", required=True, help="folder of Parquet files to write")
    parser.add_argument("--size", default="64MiB", help="bytes of a part (default 64MiB)")
    parser.add_argument("--command", default="newsdump", help="the command, with arguments if need be")
    parser.add_argument("--options", default="", help="options of newsdump parse for all parts, such as --options='--noise light'")
    parser.add_argument("--keep-profile", metavar="FILE", help="keep the profile of all inputs there, for parsing more of the kind")
    arguments = parser.parse_args()
    command = arguments.command.split()

    spark = SparkSession.builder.appName("newsdump").getOrCreate()
    shards = list_shards(command, arguments.input, arguments.size, arguments.options.split())
    if not shards:
        sys.exit("no inputs were found")
    parts = spark.sparkContext.parallelize(shards, len(shards))
    profile = parts.mapPartitions(profile_shards(command)).treeReduce(merge_profiles(command))
    if arguments.keep_profile:
        write_file(arguments.keep_profile, profile)
    rows = parts.mapPartitions(parse_shards(command, spark.sparkContext.broadcast(profile)))
    articles = spark.read.schema(article_schema(command)).json(rows, mode="FAILFAST")
    articles.write.mode("overwrite").parquet(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()

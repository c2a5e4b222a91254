"""Compares articles in Parquet with the NDJSON of one process, row by row.

    compare.py ARTICLES.parquet ARTICLES.ndjson
"""

import json
import sys

from pyspark.sql import SparkSession


def main():
    parquet, ndjson = sys.argv[1:]
    spark = SparkSession.builder.appName("compare").getOrCreate()
    articles = spark.read.parquet(parquet)
    ordered = articles.orderBy("provenance.source", "provenance.index")
    rows = ordered.toLocalIterator()
    count = 0
    with open(ndjson, encoding="utf-8") as lines:
        for line in lines:
            expected = json.loads(line)
            row = next(rows, None)
            found = None if row is None else row.asDict(recursive=True)
            if found != expected:
                sys.exit(f"row {count} differs:\n{json.dumps(found)[:2000]}\n{json.dumps(expected)[:2000]}")
            count += 1
    if next(rows, None) is not None:
        sys.exit(f"there are more rows than the {count} expected")
    if count == 0:
        sys.exit("there are no rows")
    print(f"{count} rows are the same")
    spark.stop()


if __name__ == "__main__":
    main()

"""From tables on a cluster's disks to documents, each under the name that its article has."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any, TypeAlias
from urllib.parse import unquote

from kg.errors import ReadError, UsageError
from kg.pipeline.choose import suffixed
from kg.read import Columns, Document, Refused
from kg.read.opened import Allowance, Opened
from kg.read.rows import document_of
from kg.read.tables import json_object
from kg.text import normalise

Order: TypeAlias = tuple[str, int, int]
"""The place of a row: its file, where the file's block begins, the number of the row in that."""

FORMATS = ("parquet", "jsonl")


def format_of(paths: Sequence[str]) -> str:
    """The one format of all paths, by their endings; UsageError if they have none, or several."""
    kinds = {PurePosixPath(path.rstrip("/")).suffix.lower().removeprefix(".") for path in paths}
    known = {"ndjson": "jsonl", "pq": "parquet"}
    found = {known.get(kind, kind) for kind in kinds}
    if len(found) != 1 or not found <= set(FORMATS):
        raise UsageError("Spark reads Parquet or JSON Lines, one of them: …/*.parquet, …/*.jsonl")
    return found.pop()


def rows_of(spark: Any, paths: Sequence[str]) -> Any:
    """An RDD of the rows of tables, each with its place: (Order, mapping or line)."""
    from pyspark.sql import functions as f

    is_text = format_of(paths) == "jsonl"
    read = spark.read.option("lineSep", "\n")
    frame = read.text(list(paths)) if is_text else spark.read.parquet(*paths)
    place = (f.col("_metadata.file_path"), f.col("_metadata.file_block_start"))
    told = frame.select(f.struct(*frame.columns).alias("row"), *place)
    return told.rdd.mapPartitions(partial(_numbered, is_text))


def _numbered(is_text: bool, rows: Iterable[Any]) -> Iterator[tuple[Order, Any]]:
    for number, (row, path, block) in enumerate(rows):
        yield (unquote(path), block, number), row[0] if is_text else row.asDict(recursive=True)


def document(order: Order, row: Mapping[str, Any] | str, columns: Columns) -> Document | Refused:
    """The document in a row, or why there is none."""
    path = order[0]
    name = PurePosixPath(path).name
    table = Opened(name, path, io.BytesIO(), Allowance(0))
    try:
        told = json_object(row.encode()) if isinstance(row, str) else row
        if isinstance(told, str):
            raise ReadError(told)
        return document_of(told, columns, table, order[2] + 1)
    except ReadError as error:
        return Refused(table.place(order[2] + 1), str(error))


def named(rows: Iterable[tuple[Order, Document]]) -> Iterator[Document]:
    """Documents of one name, each under the name of its article; copies come once.

    As in a build on one machine: the first has the name, the others a part of their hash.
    """
    contents: dict[str, Document] = {}
    for _, found in sorted(rows, key=lambda row: row[0]):
        contents.setdefault(found.sha256, found)
    for i, (sha256, found) in enumerate(contents.items()):
        name = normalise(found.name)
        yield replace(found, name=suffixed(name, sha256) if i else name)

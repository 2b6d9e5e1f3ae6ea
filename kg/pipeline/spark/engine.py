"""One build on Spark, from tables of articles to quads and facts."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pyoxigraph import RdfFormat, serialize

from kg.errors import UsageError
from kg.graph import BASE, Store
from kg.graph.exports.table import COLUMNS, ORDER
from kg.graph.ontology import ontology_quads
from kg.graph.questions import rows
from kg.pipeline.describing import Batch
from kg.pipeline.spark.documents import document, format_of, named, rows_of
from kg.pipeline.spark.identity import decided, firsts, groups, in_bands, in_blocks, like, one_of
from kg.pipeline.steps import ontology
from kg.pipeline.work import Read, read_document
from kg.read import Columns, Document, Refused
from kg.text import normalise

_AT_ONCE = 64  # articles that are described together


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build on Spark wrote: the numbers of articles and of what was left out."""

    articles: int
    left_out: int


def build_on_spark(
    paths: Iterable[str],
    output: str,
    *,
    columns: Columns | None = None,
    base: str = BASE,
    master: str | None = None,
) -> Outcome:
    """Build a graph of tables of articles on Spark, and write it below the address `output`.

    `paths` are Parquet or JSON Lines, as Spark names files. Written are `quads`, sorted N-Quads
    in parts that are in order; `facts`, a Parquet table, a row a fact and sentence; and
    `left-out`, JSON Lines of what could not be read. `master` is Spark's; without it that of its
    configuration counts, or else all cores of this machine. UsageError if PySpark is missing, or
    if `output` is there already.
    """
    given = list(paths)
    format_of(given)
    with _session(master) as spark:
        _need_new(spark, output)
        return _Run(spark, columns or {}, base).run(given, output)


@contextmanager
def _session(master: str | None) -> Iterator[Any]:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError("--engine spark needs PySpark: pip install 'kg[spark]'") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # as long as nobody says otherwise
    building = SparkSession.builder.appName("kg build").config("spark.sql.session.timeZone", "UTC")
    if master:
        building = building.master(master)
    spark = building.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        yield spark
    finally:
        spark.stop()


def _need_new(spark: Any, output: str) -> None:
    path = spark._jvm.org.apache.hadoop.fs.Path(output)
    if path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path):
        raise UsageError(f"{output} is there already; name a new folder for the graph")


class _Run:
    """The steps of one build, each an RDD made of those before it."""

    def __init__(self, spark: Any, columns: Columns, base: str) -> None:
        self.spark = spark
        self.columns = columns
        self.base = base

    def run(self, paths: Sequence[str], output: str) -> Outcome:
        from pyspark import StorageLevel

        told = self._documents(paths).persist(StorageLevel.DISK_ONLY)
        outcomes = self._read(told).persist(StorageLevel.DISK_ONLY)
        read = outcomes.filter(lambda item: isinstance(item, Read))
        described = self._described(read).persist(StorageLevel.DISK_ONLY)
        self._write_quads(described, f"{output}/quads")
        self._write_facts(described, f"{output}/facts")
        refused = told.union(outcomes).filter(lambda item: isinstance(item, Refused))
        left_out = self._write_refused(refused, f"{output}/left-out")
        return Outcome(read.count(), left_out)

    def _documents(self, paths: Sequence[str]) -> Any:
        """Documents under their articles' names, and rows that hold none."""
        columns = self.columns
        made = rows_of(self.spark, paths).map(
            lambda row: (row[0], document(row[0], row[1], columns))
        )
        good = made.filter(lambda row: isinstance(row[1], Document))
        bad = made.values().filter(lambda item: isinstance(item, Refused))
        grouped = good.map(lambda row: (normalise(row[1].name), row)).groupByKey()
        return grouped.values().flatMap(named).union(bad)

    def _read(self, documents: Any) -> Any:
        """What each document says, or why it could not be read."""
        return documents.filter(lambda item: isinstance(item, Document)).map(_read)

    def _described(self, read: Any) -> Any:
        """The lines and the facts of each batch of articles."""
        blocks = read.flatMap(in_blocks).groupByKey().values()
        decisions = blocks.flatMap(decided)
        texts = read.map(lambda one: (one.name, one.reading))
        base = self.base
        together = texts.groupWith(decisions, self._firsts(read))
        return together.mapPartitions(lambda items: _describe(items, base))

    def _firsts(self, read: Any) -> Any:
        """Articles that are one text with others, each with the first of them."""
        pairs = read.flatMap(in_bands).groupByKey().values().flatMap(like).distinct().collect()
        member = {name: names[0] for names in groups(sorted(pairs)) for name in names}
        known = self.spark.sparkContext.broadcast(member)
        days = read.filter(lambda one: one.name in known.value)
        together = days.map(lambda one: (known.value[one.name], (one.name, one.published)))
        return together.groupByKey().values().flatMap(firsts)

    def _write_quads(self, described: Any, output: str) -> None:
        ontology_lines = _lines(Store.memory(ontology_quads(ontology()), self.base))
        own = self.spark.sparkContext.parallelize([(line,) for line in ontology_lines])
        lines = described.flatMap(lambda item: ((line,) for line in item[0])).union(own)
        frame = self.spark.createDataFrame(lines, "value string")
        frame.sort("value").write.text(output)

    def _write_facts(self, described: Any, output: str) -> None:
        schema = ", ".join(f"`{name}` string" for name in COLUMNS)
        facts = described.flatMap(lambda item: item[1])
        self.spark.createDataFrame(facts, schema).sort(*ORDER).write.parquet(output)

    def _write_refused(self, refused: Any, output: str) -> int:
        rows_ = refused.map(lambda item: (item.source, item.reason))
        frame = self.spark.createDataFrame(rows_, "source string, reason string")
        frame.sort("source", "reason").write.json(output)
        return int(frame.count())


def _read(one: Document) -> Read | Refused:
    outcome = read_document(one)
    return Refused(one.source, outcome) if isinstance(outcome, str) else outcome


def _describe(items: Iterable[Any], base: str) -> Iterator[tuple[list[str], list[tuple[Any, ...]]]]:
    """The N-Quads and the rows of facts of articles, a batch at a time."""
    coming = iter(items)
    while batch := list(islice(coming, _AT_ONCE)):
        told = tuple(
            (one_of(reading), tuple(decisions), one_of(first))
            for _, (reading, decisions, first) in batch
        )
        store = Store.memory(Batch(base, told).quads(), base)
        facts = [tuple(row[name] for name in COLUMNS) for row in rows(store, "queries", "table")]
        yield _lines(store), facts


def _lines(store: Store) -> list[str]:
    """The quads of a store as lines of N-Quads, which other signs of a line's end may be in."""
    data = serialize(store, format=RdfFormat.N_QUADS) or b""
    return data.decode().split("\n")[:-1]

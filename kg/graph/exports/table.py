"""Facts as one table: who, what, to what or whom, when, and the sentence that says so."""

import csv
import io
from typing import IO

from kg.graph.questions import rows
from kg.graph.store import Store

COLUMNS = (
    "subject",
    "relation",
    "object",
    "status",
    "since",
    "until",
    "article",
    "published",
    "sentence",
    "rule",
    "confidence",
    "fact",
)
ORDER = ("article", *COLUMNS[:6], "sentence", "rule", "fact")
"""What the rows are ordered by."""


def write_table(store: Store, output: IO[bytes]) -> None:
    """Write one CSV row for each fact and sentence, in UTF-8."""
    with_header = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    writer = csv.DictWriter(with_header, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(store, "queries", "table"))
    with_header.detach()

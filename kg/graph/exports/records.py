"""The rows of the tables, each value of its column's type."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from kg.graph.exports.answers import Told, answers, named
from kg.graph.exports.columns import Column, Table
from kg.graph.store import Store

Value: TypeAlias = str | int | float | bool | date | list[str] | None
Record: TypeAlias = dict[str, Value]

PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
"""An ISO date of any precision."""


def records(store: Store, table: Table) -> Iterator[Record]:
    """The rows of a table in the order of its key."""
    rows: Iterable[Told] = answers(store, table.name)
    if table.things is not None:
        rows = named(store, rows, table.things)
    for row in rows:
        yield dict(_values(store.base, table, row))


def _values(base: str, table: Table, row: Told) -> Iterator[tuple[str, Value]]:
    for column in table.columns:
        if column.type == "names":
            yield column.name, row["names"]
            continue
        text = row[column.name]
        if column.type == "partial":
            first, last = days(text)
            yield column.name, text if first else None
            yield f"{column.name}_earliest", first
            yield f"{column.name}_latest", last
        else:
            yield column.name, text and _value(base, column, text)


def _value(base: str, column: Column, text: str) -> Value:
    if column.type == "id":
        return text.removeprefix(base)
    if column.type == "integer":
        return int(text)
    if column.type == "boolean":
        return text == "true"
    return float(text) if column.type == "number" else text


def days(text: str | None) -> tuple[date, date] | tuple[None, None]:
    """The first and the last day that an ISO date of any precision can mean; none of other text."""
    if not PARTIAL.fullmatch(text or ""):
        return None, None
    parts = [int(part) for part in (text or "").split("-")]
    try:
        first = date(*[*parts, 1, 1][:3])
    except ValueError:
        return None, None
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    return first, date(first.year, month, monthrange(first.year, month)[1])

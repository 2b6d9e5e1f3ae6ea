"""The questions of the exports: `queries/*.rq`, asked by name, their rows in the order of ids."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from kg.graph.namespaces import iri
from kg.graph.questions import Row, rows
from kg.graph.store import Store

Told: TypeAlias = dict[str, Any]
"""A row with the lists that were put beside it."""


def answers(store: Store, name: str, things: str | None = None) -> Iterator[Row]:
    """The rows of a question; `things` is the class, as "foaf:Person", that it is asked of."""
    given = {"class": iri(things)} if things else {}
    return rows(store, "exports/queries", name, given)


def beside(
    first: Iterable[Mapping[str, Any]],
    others: Iterable[Mapping[str, Any]],
    into: str,
    column: str,
    key: str = "id",
) -> Iterator[Told]:
    """Each row with the `column` of those others whose `key` is its id, listed as `into`.

    Both are in the order of these, so that no more than one row's list is held at a time.
    """
    groups = groupby(others, key=itemgetter(key))
    name, group = next(groups, (None, iter(())))
    for row in first:
        while name is not None and name < row["id"]:
            name, group = next(groups, (None, iter(())))
        yield {**row, into: [other[column] for other in group] if name == row["id"] else []}


def named(store: Store, rows: Iterable[Mapping[str, Any]], things: str) -> Iterator[Told]:
    """Each row of a class with the thing's other names as `names`."""
    for row in beside(rows, answers(store, "names", things), "names", "name"):
        yield row | {"names": [name for name in row["names"] if name != row["name"]]}


def proven(store: Store, rows: Iterable[Mapping[str, Any]], things: str) -> Iterator[Told]:
    """Each row of a class with the articles that tell of the thing as `sources`."""
    return beside(rows, answers(store, "sources", things), "sources", "article")

"""SPARQL kept in `.rq` files beside the code, asked by name, its rows as text."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.graph.store import Store

Row: TypeAlias = dict[str, str | None]


def rows(
    store: Store, folder: str, name: str, values: Mapping[str, NamedNode | Literal] | None = None
) -> Iterator[Row]:
    """The rows of the question `folder/name.rq`: text by variable, None where there is no value."""
    solutions = store.query(bound(text(folder, name), values or {}))
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: _value(term) for name, term in zip(names, solution, strict=True)}


def _value(term: object) -> str | None:
    return term.value if isinstance(term, NamedNode | Literal) else None


@cache
def text(folder: str, name: str) -> str:
    """The SPARQL of a question."""
    return files("kg.graph").joinpath(folder, f"{name}.rq").read_text("utf-8")


def bound(sparql: str, values: Mapping[str, NamedNode | Literal]) -> str:
    """A query in which each variable of `values` is replaced by its value."""
    for name, value in values.items():
        sparql = re.sub(rf"\?{name}\b", str(value).replace("\\", r"\\"), sparql)
    return sparql


def names(folder: str) -> list[str]:
    """The questions of a folder."""
    inside = (path.name for path in files("kg.graph").joinpath(folder).iterdir())
    return sorted(name.removesuffix(".rq") for name in inside if name.endswith(".rq"))
